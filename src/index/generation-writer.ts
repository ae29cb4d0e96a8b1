import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusDocument, Passage } from '../corpus/document.ts';
import { fileTitle } from '../corpus/file-title.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { SIMILAR_WORDS } from '../embedding/similar-words.ts';
import { languageOf, type Language } from '../language/languages.ts';
import { holds } from '../language/question-kind.ts';
import { sentences } from '../language/sentences.ts';
import { terms } from '../language/terms.ts';
import { words } from '../language/words.ts';
import { fingerprint } from './fingerprint.ts';
import { VECTORS } from './manifest.ts';
import { NearestVectorsBuilder, type LastGraph } from './nearest-builder.ts';
import { StoreWriter } from './store.ts';
import { TermIndexBuilder } from './term-index.ts';
import { GrowingUint32, writeTyped } from './typed-files.ts';
import { VectorFile, VectorFileWriter } from './vector-file.ts';
import { windowsOf } from './windows.ts';

/** A vector, and the row of the last generation that it was taken over from. */
export interface SourcedVector {
  readonly vector: Float32Array;
  readonly lastRow?: number | undefined;
}

/** Gives the vector of a text, from the last generation or from the model. */
export type VectorSource = (text: string, hash: Uint8Array) => Promise<SourcedVector>;

export interface WrittenCounts {
  readonly documents: number;
  readonly passages: number;
  readonly windows: number;
}

/** Names of a generation's files. */
export const FILES = {
  store: 'corpus.db',
  vectors: VECTORS,
  titles: 'titles.f32',
  nearest: 'nearest.hnsw',
  nearestRows: 'nearest-rows.u32',
  passageRows: 'passage-rows.u32',
  passageWholeRows: 'passage-whole-rows.u32',
  passageDocuments: 'passage-documents.u32',
  passageFingerprints: 'passage-fingerprints.u64',
} as const;

/**
 * Writes a generation's files, document after document; nothing is held but ids, terms and the vector graph.
 * Passages, windows (as `row`) and documents are numbered from 0 in the order they come.
 */
export class GenerationWriter {
  readonly #folder: string;
  readonly #embedder: Embedder;
  readonly #vectorOf: VectorSource;
  readonly #store: StoreWriter;
  readonly #vectors: VectorFileWriter;
  readonly #titles: VectorFileWriter;
  readonly #nearest: NearestVectorsBuilder;
  readonly #terms = new TermIndexBuilder();
  readonly #passageRows = new GrowingUint32();
  readonly #passageWholeRows = new GrowingUint32();
  readonly #passageDocuments = new GrowingUint32();
  readonly #fingerprints: bigint[] = [];
  #documents = 0;
  #rows = 0;

  /**
   * @param last the graph of the last generation, when its vectors are of the same model
   */
  static async start(
    folder: string,
    embedder: Embedder,
    vectorOf: VectorSource,
    last?: LastGraph,
  ): Promise<GenerationWriter> {
    const nearest = await NearestVectorsBuilder.start(embedder.dimension, last);
    return new GenerationWriter(folder, embedder, vectorOf, nearest);
  }

  private constructor(
    folder: string,
    embedder: Embedder,
    vectorOf: VectorSource,
    nearest: NearestVectorsBuilder,
  ) {
    this.#folder = folder;
    this.#embedder = embedder;
    this.#vectorOf = vectorOf;
    this.#store = new StoreWriter(join(folder, FILES.store));
    this.#vectors = new VectorFileWriter(join(folder, FILES.vectors));
    this.#titles = new VectorFileWriter(join(folder, FILES.titles));
    this.#nearest = nearest;
  }

  async add(document: CorpusDocument): Promise<void> {
    const id = this.#documents++;
    const language = languageOf(words(document.text.slice(0, LANGUAGE_SAMPLE)));
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
    for (const passage of passages) await this.#addPassage(passage, id, language);
  }

  async #addPassage(passage: Passage, document: number, language: Language): Promise<void> {
    const id = this.#passageDocuments.length;
    const { text } = passage;
    this.#store.addPassage(id, document, passage);
    this.#passageDocuments.push(document);
    this.#fingerprints.push(fingerprint(text));
    this.#terms.add(
      sentences(text).map(({ start, end }) => {
        const sentence = text.slice(start, end);
        return { terms: terms(words(sentence), language).map(({ term }) => term), holds: holds(sentence) };
      }),
    );
    this.#passageRows.push(this.#rows);
    let whole = 0;
    for (const { start, end, level } of windowsOf(text, this.#embedder)) {
      const windowText = text.slice(start, end);
      const windowKey = windowHash(windowText);
      const row = this.#rows++;
      const { vector, lastRow } = await this.#vectorOf(windowText, windowKey);
      this.#vectors.append(vector);
      this.#store.addWindow({ row, passage: id, level, start, end, hash: windowKey });
      // Sentences are compared for the passages that are found: a graph of them too would be three times as
      // large and find no other passages.
      if (level === 'passage') {
        this.#nearest.add(row, vector, lastRow);
        whole += 1;
      }
    }
    this.#passageWholeRows.push(whole);
  }

  async finish(): Promise<WrittenCounts> {
    this.#store.close();
    this.#vectors.close();
    this.#titles.close();
    this.#terms.write(this.#folder);
    this.#passageRows.push(this.#rows);
    writeTyped(join(this.#folder, FILES.passageRows), this.#passageRows.finish());
    writeTyped(join(this.#folder, FILES.passageWholeRows), this.#passageWholeRows.finish());
    writeTyped(join(this.#folder, FILES.passageDocuments), this.#passageDocuments.finish());
    writeTyped(join(this.#folder, FILES.passageFingerprints), BigUint64Array.from(this.#fingerprints));
    const { similarWords } = this.#embedder;
    if (similarWords !== undefined) copyFileSync(similarWords, join(this.#folder, SIMILAR_WORDS));
    const vectors = new VectorFile(join(this.#folder, FILES.vectors), this.#embedder.dimension);
    const rows = await this.#nearest.write(join(this.#folder, FILES.nearest), vectors);
    vectors.close();
    writeTyped(join(this.#folder, FILES.nearestRows), rows);
    return { documents: this.#documents, passages: this.#passageDocuments.length, windows: this.#rows };
  }
}

/** Enough text to tell its language. */
const LANGUAGE_SAMPLE = 20_000;

/** Identifies a window by its text. 128 bits: no two texts of any corpus share them by chance. */
function windowHash(text: string): Uint8Array {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}
