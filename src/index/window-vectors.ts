import { setImmediate } from 'node:timers/promises';
import type { Embedder } from '../embedding/embedder.ts';
import type { VectorSource } from './generation-writer.ts';
import type { PreviousGeneration, SourcedVector } from './previous-generation.ts';

/** Texts embedded between two reports of progress. */
const PROGRESS_EVERY = 20;
/** Latest texts whose vectors are held for when they come again. */
const MAX_REPEATED = 2000;

/** Vectors of windows and titles: from the last generation, from earlier in this build, or else from the model. */
export class WindowVectors {
  /** Vectors so far that were taken over, and those that the model made. */
  reused = 0;
  embedded = 0;
  /** Length of all texts so far, in UTF-16 code units. */
  length = 0;
  readonly #embedder: Pick<Embedder, 'embed'>;
  readonly #reusable: Pick<PreviousGeneration, 'vector'> | undefined;
  /** By hash. Text that stands again and again, e.g. in a form letter, is embedded once. */
  readonly #repeated = new Map<string, Float32Array>();

  /** @param reusable whose vectors may be taken over */
  constructor(embedder: Pick<Embedder, 'embed'>, reusable: Pick<PreviousGeneration, 'vector'> | undefined) {
    this.#embedder = embedder;
    this.#reusable = reusable;
  }

  /** @param report called now and then, for whoever shows progress */
  source(report: () => void): VectorSource {
    return (text, hash) => this.#vector(text, hash, report);
  }

  async #vector(text: string, hash: Uint8Array, report: () => void): Promise<SourcedVector> {
    this.length += text.length;
    const key = Buffer.from(hash).toString('latin1');
    const again = this.#repeated.get(key);
    const known = this.#reusable?.vector(hash) ?? (again && { vector: again });
    if (known) {
      this.reused += 1;
      return known;
    }
    const vector = await this.#embedder.embed(text, 'passage');
    this.embedded += 1;
    this.#remember(key, vector);
    if (this.embedded % PROGRESS_EVERY === 0) {
      report();
      // The model's promises let nothing else run, e.g. what ends this process when its parent is gone.
      await setImmediate();
    }
    return { vector };
  }

  #remember(key: string, vector: Float32Array): void {
    this.#repeated.set(key, vector);
    const oldest = this.#repeated.keys().next();
    if (this.#repeated.size > MAX_REPEATED && !oldest.done) this.#repeated.delete(oldest.value);
  }
}
