/** Half-open range of UTF-16 code units in a document's decoded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a document states about itself; every field is as written there, `date` normalised to ISO 8601. */
export interface DocumentMetadata {
  readonly title?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly url?: string;
  readonly author?: string;
}

/** A piece of a document; the blocks of a document are in order and never overlap. */
export interface Block extends Span {
  /** A `paragraph` is quoted, and the heading that is the title; the others stay in the document. */
  readonly kind: 'paragraph' | 'heading' | 'metadata' | 'boilerplate';
  /** Title of the section that a paragraph stands in, when the format has sections. */
  readonly section?: string;
  /** Page of the original, from 1, when the format has pages. */
  readonly page?: number;
}

/** What a format's parser makes of a file. Blocks cover every character of `text` that is not white space. */
export interface ParsedDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: DocumentMetadata;
}

/** One file of the corpus, read. */
export interface CorpusDocument {
  /** Path relative to the corpus folder, with `/`. */
  readonly source: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly hash: string;
  readonly text: string;
  readonly metadata: DocumentMetadata;
  readonly passages: readonly Passage[];
}

/** One paragraph, or the title, that can be quoted: `document.text.slice(start, end) === text`, always. */
export interface Passage extends Span {
  readonly source: string;
  /** Position among all blocks of the document that are paragraphs to a reader, from 1. */
  readonly paragraph: number;
  readonly text: string;
  readonly section?: string;
  readonly page?: number;
  /** Of the title alone, where it stands above or below other passages. */
  readonly isHeadline?: true;
}
