import { hash as hashOf } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusDocument, Passage } from '../corpus/document.ts';
import { fileTitle } from '../corpus/file-title.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { holds } from '../language/holds.ts';
import { languageOfDocument, type Language } from '../language/languages.ts';
import { sentences } from '../language/sentences.ts';
import { terms } from '../language/terms.ts';
import { words } from '../language/words.ts';
import { AppendFile } from './append-file.ts';
import { fingerprint } from './fingerprint.ts';
import { FILES, SIMILAR_WORDS_COPY } from './generation-files.ts';
import { NearestVectorsBuilder } from './nearest/nearest-vectors-builder.ts';
import { PassageTableWriter } from './passage-table.ts';
import type { PreviousGeneration, SourcedVector } from './previous-generation.ts';
import { QuantizedVectorsWriter } from './quantized-vectors.ts';
import { StoreWriter } from './store.ts';
import { TermIndexBuilder, type IndexedSentence } from './term-index-builder.ts';
import { VectorFile } from './vector-file.ts';
import { embeddedText, windowsOf, type Window } from './windows.ts';

/** Gives the vector of a text, from the last generation or from the model. */
export type VectorSource = (text: string, hash: Uint8Array) => Promise<SourcedVector>;

/** How many of each were written. */
export interface WrittenCounts {
  readonly documents: number;
  readonly passages: number;
  readonly windows: number;
}

interface PreparedPassage {
  readonly passage: Passage;
  readonly fingerprint: bigint;
  readonly sentences: readonly IndexedSentence[];
  readonly sectionTerms: readonly string[];
  readonly windows: readonly (Window & { readonly text: string; readonly hash: Uint8Array })[];
}

/**
 * Passages that are taken apart together, then embedded, then written. The model's weights push all else out of the
 * processor's caches: beside embedding, 600 passages by themselves take 0.86 s, and so many at once 0.59 s, of 9.5 s.
 */
const PASSAGES_AT_ONCE = 50;
/** Enough text to tell its language. */
const LANGUAGE_SAMPLE = 20_000;

/**
 * Writes a generation's files, document after document; nothing is held but ids, terms and the vector graph.
 * Passages, windows (as `row`) and documents are numbered from 0 in the order they come.
 */
export class GenerationWriter {
  readonly #folder: string;
  readonly #embedder: Embedder;
  readonly #vectorOf: VectorSource;
  readonly #store: StoreWriter;
  /** For the builds that come, as they were computed. */
  readonly #vectors: AppendFile;
  /** For answering. */
  readonly #quantized: QuantizedVectorsWriter;
  readonly #titles: AppendFile;
  readonly #nearest: NearestVectorsBuilder;
  readonly #terms = new TermIndexBuilder();
  readonly #passages = new PassageTableWriter();
  readonly #last: PreviousGeneration | undefined;
  #documents = 0;
  #rows = 0;

  /**
   * @param last the last generation, when its vectors are of the same model
   */
  static async start(
    folder: string,
    embedder: Embedder,
    vectorOf: VectorSource,
    last?: PreviousGeneration,
  ): Promise<GenerationWriter> {
    const nearest = await NearestVectorsBuilder.start(embedder.dimension, last?.graph);
    return new GenerationWriter(folder, embedder, vectorOf, nearest, last);
  }

  private constructor(
    folder: string,
    embedder: Embedder,
    vectorOf: VectorSource,
    nearest: NearestVectorsBuilder,
    last: PreviousGeneration | undefined,
  ) {
    this.#folder = folder;
    this.#embedder = embedder;
    this.#vectorOf = vectorOf;
    this.#store = new StoreWriter(join(folder, FILES.store), last?.storePath);
    this.#last = last;
    this.#vectors = new AppendFile(join(folder, FILES.vectors));
    this.#quantized = new QuantizedVectorsWriter(folder, embedder.dimension);
    this.#titles = new AppendFile(join(folder, FILES.titles));
    this.#nearest = nearest;
  }

  /**
   * Adds the next document and asks for the vectors of its title and windows, one after the other. Documents must
   * come in order of source, {@link takeOver} included.
   *
   * @throws what the source of vectors throws
   */
  async add(document: CorpusDocument): Promise<void> {
    const id = this.#documents++;
    const language = languageOfDocument(words(document.text.slice(0, LANGUAGE_SAMPLE)));
    const { source, hash, text, metadata, passages } = document;
    const title = metadata.title ?? fileTitle(source);
    const titleHash = windowHash(title);
    this.#store.addDocument({
      ...metadata,
      id,
      source,
      hash,
      language,
      passages: passages.length,
      text,
      titleHash,
    });
    const noTitle = new Float32Array(this.#embedder.dimension);
    this.#titles.append(title === '' ? noTitle : (await this.#vectorOf(title, titleHash)).vector);
    for (let done = 0; done < passages.length; done += PASSAGES_AT_ONCE) {
      const prepared = passages
        .slice(done, done + PASSAGES_AT_ONCE)
        .map((passage) => this.#prepare(passage, language));
      const vectors: SourcedVector[][] = [];
      for (const { windows } of prepared) {
        const ofPassage: SourcedVector[] = [];
        for (const { text, hash } of windows) ofPassage.push(await this.#vectorOf(text, hash));
        vectors.push(ofPassage);
      }
      for (const [i, passage] of prepared.entries()) this.#write(passage, vectors[i]!, id);
    }
  }

  /**
   * Adds a document of the last generation as it was: nothing of it is taken apart again.
   *
   * @returns how many vectors were taken over
   * @throws Error when the last generation has no such document
   */
  takeOver(source: string): number {
    const last = this.#last;
    const known = last?.documents.get(source);
    if (!last || !known) throw new Error(`The last generation has no document ${source}.`);
    const id = this.#documents++;
    const first = last.table.rows(known.firstPassage).first;
    const end = last.table.rows(known.endPassage - 1);
    const rows = end.first + end.count - first;
    this.#store.takeOver({
      from: known,
      id,
      passageShift: this.#passages.length - known.firstPassage,
      firstRow: first,
      endRow: first + rows,
      rowShift: this.#rows - first,
    });
    this.#titles.append(last.titles.read(known.id, 1));
    for (let passage = known.firstPassage; passage < known.endPassage; passage++) {
      const windows = last.table.rows(passage);
      this.#passages.add({
        document: id,
        fingerprint: last.table.fingerprint(passage),
        firstRow: this.#rows,
        wholeRows: windows.whole,
        isHeadline: last.table.isHeadline(passage),
      });
      for (const span of last.table.windows(windows.first, windows.count)) this.#passages.addWindow(span);
      this.#terms.takeOver(last.terms, passage);
      const vectors = last.vectors.read(windows.first, windows.count);
      this.#vectors.append(vectors);
      this.#quantized.append(vectors);
      const { dimension } = this.#embedder;
      for (let i = 0; i < windows.whole; i++) {
        const vector = vectors.subarray(i * dimension, (i + 1) * dimension);
        this.#nearest.add(this.#rows + i, vector, windows.first + i);
      }
      this.#rows += windows.count;
    }
    return rows + 1;
  }

  #prepare(passage: Passage, language: Language): PreparedPassage {
    const { text, section } = passage;
    const termsIn = (part: string) => terms(words(part), language).map(({ term }) => term);
    return {
      passage,
      fingerprint: fingerprint(text),
      sentences: sentences(text).map(({ start, end }) => {
        const sentence = text.slice(start, end);
        return { terms: termsIn(sentence), holds: holds(sentence) };
      }),
      sectionTerms: section === undefined ? [] : termsIn(section),
      windows: windowsOf(text, this.#embedder, section).map((window) => {
        const embedded = embeddedText(text.slice(window.start, window.end), window.level, section);
        return { ...window, text: embedded, hash: windowHash(embedded) };
      }),
    };
  }

  #write(prepared: PreparedPassage, vectors: readonly SourcedVector[], document: number): void {
    const id = this.#passages.length;
    this.#store.addPassage(id, document, prepared.passage);
    this.#terms.add(prepared.sentences, prepared.sectionTerms);
    const first = this.#rows;
    let whole = 0;
    for (const [i, { start, end, level, hash }] of prepared.windows.entries()) {
      const { vector, lastRow } = vectors[i]!;
      const row = this.#rows++;
      this.#vectors.append(vector);
      this.#quantized.append(vector);
      this.#store.addWindow(row, hash);
      this.#passages.addWindow({ start, end });
      // Sentences are compared for the passages that are found: a graph of them too would be three times as
      // large and find no other passages.
      if (level === 'passage') {
        this.#nearest.add(row, vector, lastRow);
        whole += 1;
      }
    }
    const { passage, fingerprint } = prepared;
    const isHeadline = passage.isHeadline === true;
    this.#passages.add({ document, fingerprint, firstRow: first, wholeRows: whole, isHeadline });
  }

  /**
   * Writes what was held and closes the files. The folder then lacks the corpus's state and the manifest. To be
   * called once, after the last document.
   */
  async finish(): Promise<WrittenCounts> {
    this.#store.close();
    this.#vectors.close();
    this.#quantized.close();
    this.#titles.close();
    this.#terms.write(this.#folder);
    this.#passages.write(this.#folder);
    const { similarWords } = this.#embedder;
    if (similarWords !== undefined) copyFileSync(similarWords, join(this.#folder, SIMILAR_WORDS_COPY));
    const vectors = new VectorFile(join(this.#folder, FILES.vectors), this.#embedder.dimension);
    await this.#nearest.write(this.#folder, vectors);
    vectors.close();
    return { documents: this.#documents, passages: this.#passages.length, windows: this.#rows };
  }
}

/** Identifies a window by its text. 128 bits: no two texts of any corpus share them by chance. */
function windowHash(text: string): Uint8Array {
  return hashOf('sha256', text, 'buffer').subarray(0, 16);
}
