import { join } from 'node:path';
import type { CorpusDocument } from '../corpus/document.ts';
import { readCorpusState, type CorpusState } from './corpus-state.ts';
import { must } from './check-arrays.ts';
import { FILES } from './generation-files.ts';
import { generationFolder, generationsToAnswer } from './generations.ts';
import { verifiedManifest, type Manifest } from './manifest.ts';
import { checkedGraph, type CheckedGraph } from './nearest/nearest-files.ts';
import { PassageTable } from './passage-table.ts';
import { Store, type KnownDocument } from './store.ts';
import { TermSequences } from './term-sequences.ts';
import { VectorFile } from './vector-file.ts';

/** A vector, and the row of the last generation that it was taken over from. */
export interface SourcedVector {
  readonly vector: Float32Array;
  readonly lastRow?: number | undefined;
}

/** What a build can take over from the generation before it. */
export class PreviousGeneration {
  readonly generation: string;
  readonly state: CorpusState;
  /** How many there are. */
  readonly passages: number;
  readonly model: string;
  /** By source. */
  readonly documents: ReadonlyMap<string, KnownDocument>;
  readonly table: PassageTable;
  /** A row for each window. */
  readonly vectors: VectorFile;
  /** A row for each document. */
  readonly titles: VectorFile;
  readonly storePath: string;
  /** For the builder of the next one. */
  readonly graph: CheckedGraph;
  readonly #folder: string;
  readonly #store: Store;
  #terms: TermSequences | undefined;

  private constructor(folder: string, generation: string, manifest: Manifest) {
    this.generation = generation;
    this.model = manifest.model;
    this.passages = manifest.passages;
    this.graph = checkedGraph(folder, manifest.dimension, manifest.windows);
    this.state = readCorpusState(folder);
    this.#folder = folder;
    this.storePath = join(folder, FILES.store);
    this.#store = new Store(this.storePath);
    this.documents = this.#store.known();
    this.table = new PassageTable(folder);
    this.vectors = new VectorFile(join(folder, FILES.vectors), manifest.dimension);
    this.titles = new VectorFile(join(folder, FILES.titles), manifest.dimension);
  }

  #check({ windows, documents, passages }: Manifest): void {
    must(
      this.titles.rows === documents &&
        this.documents.size === documents &&
        this.table.isWhole({ documents, passages, windows }),
      'the documents',
    );
  }

  /**
   * The generation that answers now or, where that is damaged or of another format, the one that did before; `undefined`
   * when neither can be used.
   */
  static open(embeddingsDir: string): PreviousGeneration | undefined {
    for (const generation of generationsToAnswer(embeddingsDir)) {
      const previous = PreviousGeneration.#openOne(embeddingsDir, generation);
      if (previous) return previous;
    }
    return undefined;
  }

  /**
   * The generation before this one, where it has more documents with these sources, and can be used.
   *
   * @param sources of the corpus as it is now
   */
  openBefore(embeddingsDir: string, sources: readonly string[]): PreviousGeneration | undefined {
    const generation = generationsToAnswer(embeddingsDir).find((name) => name !== this.generation);
    if (generation === undefined) return undefined;
    const before = PreviousGeneration.#openOne(embeddingsDir, generation);
    const known = (last: PreviousGeneration) => sources.filter((source) => last.documents.has(source)).length;
    if (before?.model === this.model && known(before) > known(this)) return before;
    before?.close();
    return undefined;
  }

  static #openOne(embeddingsDir: string, generation: string): PreviousGeneration | undefined {
    try {
      const folder = generationFolder(embeddingsDir, generation);
      // What is taken over from it stays for good.
      const manifest = verifiedManifest(folder, 'sha256');
      const previous = new PreviousGeneration(folder, generation, manifest);
      try {
        previous.#check(manifest);
        return previous;
      } catch (error) {
        previous.close();
        throw error;
      }
    } catch {
      // Whatever is wrong with it, a build is better off without it.
      return undefined;
    }
  }

  /** The terms of its passages; read when first asked for. */
  get terms(): TermSequences {
    this.#terms ??= new TermSequences(this.#folder);
    return this.#terms;
  }

  /** The vector of a window or title with this hash, and the window's row. */
  vector(hash: Uint8Array): SourcedVector | undefined {
    const lastRow = this.#store.rowWithHash(hash);
    if (lastRow !== undefined) return { vector: this.vectors.read(lastRow, 1).slice(), lastRow };
    const document = this.#store.documentWithTitleHash(hash);
    return document === undefined ? undefined : { vector: this.titles.read(document, 1).slice() };
  }

  /** A document as it was read then, with its text; `undefined` when that generation has none of this source. */
  document(source: string): CorpusDocument | undefined {
    return this.#store.corpusDocument(source);
  }

  /** Closes the files: nothing may be taken over after. */
  close(): void {
    this.#store.close();
    this.vectors.close();
    this.titles.close();
  }
}
