import { join } from 'node:path';
import type { CorpusDocument } from '../corpus/document.ts';
import { readCorpusState, type CorpusState } from './corpus-state.ts';
import { currentGeneration, generationFolder } from './generations.ts';
import { FILES } from './generation-writer.ts';
import { UnusableIndexError, verifiedManifest } from './manifest.ts';
import { Store } from './store.ts';
import { VectorFile } from './vector-file.ts';

/** What a build can take over from the generation before it. */
export class PreviousGeneration {
  readonly generation: string;
  readonly state: CorpusState;
  readonly passages: number;
  readonly model: string;
  /** File hashes by source. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly #store: Store;
  readonly #vectors: VectorFile;

  private constructor(embeddingsDir: string, generation: string) {
    const folder = generationFolder(embeddingsDir, generation);
    const manifest = verifiedManifest(folder);
    this.generation = generation;
    this.model = manifest.model;
    this.passages = manifest.passages;
    this.state = readCorpusState(folder);
    this.#store = new Store(join(folder, FILES.store));
    this.hashes = this.#store.hashes();
    this.#vectors = new VectorFile(join(folder, FILES.vectors), manifest.dimension);
  }

  /** The generation that answers now; `undefined` when there is none, or it is of another format, or damaged. */
  static open(embeddingsDir: string): PreviousGeneration | undefined {
    const generation = currentGeneration(embeddingsDir);
    if (generation === undefined) return undefined;
    try {
      return new PreviousGeneration(embeddingsDir, generation);
    } catch (error) {
      if (error instanceof UnusableIndexError) return undefined;
      throw error;
    }
  }

  /** The vector of a window with this hash, if it was embedded by the same model. */
  vector(hash: Uint8Array): Float32Array | undefined {
    const row = this.#store.rowWithHash(hash);
    return row === undefined ? undefined : this.#vectors.read(row, 1).slice();
  }

  document(source: string): CorpusDocument | undefined {
    return this.#store.corpusDocument(source);
  }

  close(): void {
    this.#store.close();
    this.#vectors.close();
  }
}
