import type { DocumentMetadata, Passage } from '../corpus/document.ts';

/** A document as the index knows it. */
export interface LibraryDocument extends DocumentMetadata {
  readonly source: string;
  /** How many passages of it can be quoted. */
  readonly passages: number;
}

/** When and with what an index was built. */
export interface LibraryInfo {
  /** Name of the generation that answers. */
  readonly generation: string;
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  readonly model: string;
  readonly documents: number;
  readonly passages: number;
}

/** What can be looked up in an index without asking a question. Offsets are document offsets. */
export interface Library {
  /** Of the generation that this library looks things up in. */
  readonly info: LibraryInfo;
  /** In order of `source`. */
  documents(): readonly LibraryDocument[];
  /** By the exact source; `undefined` for an unknown one. */
  document(source: string): LibraryDocument | undefined;
  /** The passages of a document in order; empty for an unknown source. */
  passages(source: string): readonly Passage[];
  /** A passage of a document, counted from 0 to their number less one. Reads no other. */
  passageAt(source: string, index: number): Passage | undefined;
  /** The passages of a document whose text has so many UTF-16 code units, in order. Reads no others. */
  passagesOfLength(source: string, length: number): readonly Passage[];
  /** The decoded (or, for formats that are not plain text, extracted) text of a document. */
  text(source: string): string | undefined;
  /** Documents that hold all words of `query`, most mentions first. */
  mentions(query: string): readonly { readonly source: string; readonly count: number }[];
}
