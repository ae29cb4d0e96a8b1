import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Passage, Span } from '../corpus/document.ts';
import { fileTitle } from '../corpus/file-title.ts';
import { BUNDLED_MODEL } from '../embedding/bundled-model.ts';
import { SimilarWords } from '../embedding/similar-words.ts';
import { stem, type Language } from '../language/languages.ts';
import { terms } from '../language/terms.ts';
import { words, type Word } from '../language/words.ts';
import { areOffsets, must } from './check-arrays.ts';
import { FILES, SIMILAR_WORDS_COPY } from './generation-files.ts';
import { generationFolder } from './generations.ts';
import { KeptPassages } from './kept-passages.ts';
import type { Library, LibraryDocument, LibraryInfo } from './library.ts';
import { UnusableIndexError, verifiedManifest, type Manifest } from './manifest.ts';
import { NearestVectors } from './nearest/nearest-vectors.ts';
import { PassageTable, type PassageRows } from './passage-table.ts';
import { QuantizedVectors } from './quantized-vectors.ts';
import { Store, type StoredDocument, type StoredPassage } from './store.ts';
import { TermIndex } from './term-index.ts';
import { VectorFile } from './vector-file.ts';

/** A generation, opened. Passages, rows and documents are numbered from 0. */
export class OpenIndex implements Library {
  readonly generation: string;
  readonly manifest: Manifest;
  readonly terms: TermIndex;
  readonly nearest: NearestVectors;
  /** A row for each window; those of a passage stand together, whole-passage windows first. */
  readonly vectors: QuantizedVectors;
  /** A row for each document: its title's vector, zeros where it has none. */
  readonly titles: VectorFile;
  /** `undefined` with a model from the hub. */
  readonly similarWords: SimilarWords | undefined;
  readonly #store: Store;
  readonly #kept: KeptPassages;
  #isClosed = false;
  readonly #documents: readonly StoredDocument[];
  readonly #bySource: ReadonlyMap<string, StoredDocument>;
  readonly #passages: PassageTable;
  readonly #firstPassage: Uint32Array;
  readonly #language: Language;
  readonly #titleTerms: (readonly number[] | undefined)[] = [];

  private constructor(generation: string, manifest: Manifest, nearest: NearestVectors, parts: Parts) {
    this.generation = generation;
    this.manifest = manifest;
    this.nearest = nearest;
    this.terms = parts.terms;
    this.vectors = parts.vectors;
    this.titles = parts.titles;
    this.similarWords = parts.similarWords;
    this.#store = parts.store;
    this.#kept = new KeptPassages((id) => parts.store.passage(id, this.documentOf(id).source));
    this.#documents = this.#store.documents();
    this.#bySource = new Map(this.#documents.map((document) => [document.source, document]));
    this.#passages = parts.passages;
    this.#firstPassage = new Uint32Array(this.#documents.length + 1);
    for (const { id, passages } of this.#documents)
      this.#firstPassage[id + 1] = this.#firstPassage[id]! + passages;
    this.#language = mostCommonLanguage(this.#documents);
  }

  #check(): void {
    const { documents, passages, windows } = this.manifest;
    must(
      this.terms.passages === passages &&
        this.vectors.isWhole(windows) &&
        this.#passages.isWhole({ documents, passages, windows }),
      'the passages',
    );
    must(
      this.titles.rows === documents &&
        this.#documents.length === documents &&
        this.#documents.every(({ id }, i) => id === i) &&
        areOffsets(this.#firstPassage, documents, passages),
      'the documents',
    );
  }

  /** Opens a generation whole or not at all. @throws UnusableIndexError */
  static async open(embeddingsDir: string, generation: string): Promise<OpenIndex> {
    const folder = generationFolder(embeddingsDir, generation);
    const manifest = verifiedManifest(folder, 'crc32');
    try {
      // A bot that opens a new generation beside the old one answers others meanwhile.
      await setImmediate();
      const nearest = new NearestVectors(folder, manifest.dimension, manifest.windows);
      await setImmediate();
      const parts = openParts(folder, manifest.dimension);
      try {
        const index = new OpenIndex(generation, manifest, nearest, parts);
        index.#check();
        return index;
      } catch (error) {
        closeParts(parts);
        throw error;
      }
    } catch (cause) {
      if (cause instanceof UnusableIndexError) throw cause;
      throw new UnusableIndexError('the files are not as they were written', { cause });
    }
  }

  /** Ids of passages go from 0 to one less. */
  get passageCount(): number {
    return this.#passages.length;
  }

  /** Whether the model is the bundled one, which knows English only. */
  get bundledModel(): boolean {
    return this.manifest.model === BUNDLED_MODEL;
  }

  /** The language that most of the corpus is in, by passages. */
  get language(): Language {
    return this.#language;
  }

  /** A passage with its text; `id` must be one of this generation's. */
  passage(id: number): StoredPassage {
    return this.#kept.get(id);
  }

  /** The document that a passage is in, from memory. */
  documentOf(passage: number): StoredDocument {
    return this.#documents[this.#passages.document(passage)]!;
  }

  /** The id of the document that a passage is in. */
  documentIdOf(passage: number): number {
    return this.#passages.document(passage);
  }

  /** Passages of a document: ids from `first` up to, not including, `end`. */
  passageRange(document: number): { first: number; end: number } {
    return { first: this.#firstPassage[document]!, end: this.#firstPassage[document + 1]! };
  }

  /** Ids of the words of a document's title that the index knows. */
  titleTerms(document: number): readonly number[] {
    let ids = this.#titleTerms[document];
    if (!ids) {
      const { title, source, language } = this.#documents[document]!;
      const found = terms(words(title ?? fileTitle(source)), language);
      ids = found.map(({ term }) => this.terms.idOf(term)).filter((id) => id !== undefined);
      this.#titleTerms[document] = ids;
    }
    return ids;
  }

  /** Whether a passage is the title of its document, which holds others. */
  isHeadline(passage: number): boolean {
    return this.#passages.isHeadline(passage);
  }

  /** The first passage with the same words: equal for those whose words are the same. */
  firstCopy(passage: number): number {
    return this.#passages.firstCopy(passage);
  }

  /** The passages with the same words, itself among them, ascending. */
  copies(passage: number): readonly number[] {
    return this.#passages.copies(passage);
  }

  /** In how many documents the passage's words stand, 1 or more. */
  standsIn(passage: number): number {
    return this.#passages.standsIn(passage);
  }

  /** Where the windows of a passage are among `vectors`. */
  rows(passage: number): PassageRows {
    return this.#passages.rows(passage);
  }

  /** The passage that a window is of; `row` must be one of `vectors`. */
  passageOfRow(row: number): number {
    return this.#passages.passageOfRow(row);
  }

  /** Windows of `count` rows from `first`; offsets are into their passage's text. */
  windows(first: number, count: number): Span[] {
    return this.#passages.windows(first, count);
  }

  get info(): LibraryInfo {
    const { builtAt, model, documents, passages } = this.manifest;
    return { generation: this.generation, builtAt, model, documents, passages };
  }

  documents(): readonly LibraryDocument[] {
    return this.#documents;
  }

  document(source: string): StoredDocument | undefined {
    return this.#bySource.get(source);
  }

  passages(source: string): readonly Passage[] {
    const document = this.#bySource.get(source);
    return document ? this.#store.passagesOf(document.id) : [];
  }

  passageAt(source: string, index: number): Passage | undefined {
    const document = this.#bySource.get(source);
    if (!document || index < 0 || index >= document.passages) return undefined;
    return this.#store.passage(this.#firstPassage[document.id]! + index, source);
  }

  passagesOfLength(source: string, length: number): readonly Passage[] {
    const document = this.#bySource.get(source);
    return document ? this.#store.passagesOf(document.id, length) : [];
  }

  text(source: string): string | undefined {
    const document = this.#bySource.get(source);
    return document && this.#store.text(document.id);
  }

  mentions(query: string): { source: string; count: number }[] {
    const found = words(query);
    const lists = found.map((word) => this.#passagesMentioning(word));
    if (lists.length === 0) return [];
    const [first, ...rest] = lists as [Set<number>, ...Set<number>[]];
    const counts = new Map<number, number>();
    for (const passage of first) {
      if (!rest.every((list) => list.has(passage))) continue;
      const document = this.#passages.document(passage);
      counts.set(document, (counts.get(document) ?? 0) + 1);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([document, count]) => ({ source: this.#documents[document]!.source, count }));
  }

  /** A word may stand stemmed in any of the corpus's languages. */
  #passagesMentioning(word: Word): Set<number> {
    const found = new Set<number>();
    const forms = new Set(this.#documents.map(({ language }) => stem(word, language)));
    for (const form of forms) {
      const id = this.terms.idOf(form);
      if (id === undefined) continue;
      for (const passage of this.terms.passagesWith(id))
        if (this.terms.isInText(id, passage)) found.add(passage);
    }
    return found;
  }

  /** Closes the files, once: nothing may be asked of it after. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    closeParts({ store: this.#store, vectors: this.vectors, titles: this.titles });
  }
}

function openParts(folder: string, dimension: number) {
  return {
    terms: new TermIndex(folder),
    vectors: new QuantizedVectors(folder, dimension),
    titles: new VectorFile(join(folder, FILES.titles), dimension),
    similarWords: SimilarWords.open(join(folder, SIMILAR_WORDS_COPY)),
    store: new Store(join(folder, FILES.store)),
    passages: new PassageTable(folder),
  };
}

type Parts = ReturnType<typeof openParts>;

function closeParts({ store, vectors, titles }: Pick<Parts, 'store' | 'vectors' | 'titles'>): void {
  store.close();
  vectors.close();
  titles.close();
}

function mostCommonLanguage(documents: readonly StoredDocument[]): Language {
  const counts = new Map<Language, number>();
  for (const { language, passages } of documents)
    counts.set(language, (counts.get(language) ?? 0) + passages);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}
