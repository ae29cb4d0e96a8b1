import { currentGeneration, generationFolder } from './generations.ts';
import { UnusableIndexError, verifiedManifest } from './manifest.ts';
import { OpenIndex } from './open-index.ts';

/** Readers that fetched the old generation just before a swap are done with it long before this, in ms. */
const CLOSE_DELAY = 30_000;
/** A generation that cannot be used is not looked at again before this, in ms: that reads every byte of it. */
const RETRY_AFTER = 60_000;

/** The generation that answers now, swapped when a build has published a new one. */
export class CurrentIndex {
  readonly #embeddingsDir: string;
  #index: OpenIndex;
  #refreshing: Promise<boolean> | undefined;
  /** The last generation that could not be used, and when, in ms. */
  #refused: { readonly generation: string; readonly at: number } | undefined;
  /** Those that readers may still hold. */
  readonly #retired = new Set<OpenIndex>();

  /** @param index open; it is closed here, by a swap or by {@link close} */
  constructor(embeddingsDir: string, index: OpenIndex) {
    this.#embeddingsDir = embeddingsDir;
    this.#index = index;
  }

  /** Fetch it anew for each use, and keep it over no `await`: it may be swapped there. */
  get index(): OpenIndex {
    return this.#index;
  }

  /**
   * Opens the newest generation if it is not the one in use. A new one that cannot be opened, or is of another
   * model, leaves the old one answering. It is tried again after a while.
   *
   * @returns whether the index was swapped
   */
  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #refresh(): Promise<boolean> {
    const generation = currentGeneration(this.#embeddingsDir);
    if (generation === undefined || generation === this.#index.generation) return false;
    const refused = this.#refused;
    if (generation === refused?.generation && performance.now() - refused.at < RETRY_AFTER) return false;
    const next = await this.#open(generation);
    this.#refused = next ? undefined : { generation, at: performance.now() };
    if (!next) return false;
    const old = this.#index;
    this.#index = next;
    this.#retired.add(old);
    setTimeout(() => this.#retire(old), CLOSE_DELAY).unref();
    return true;
  }

  async #open(generation: string): Promise<OpenIndex | undefined> {
    try {
      const index = await OpenIndex.open(this.#embeddingsDir, generation);
      if (index.manifest.model === this.#index.manifest.model) return index;
      index.close();
    } catch (error) {
      if (!(error instanceof UnusableIndexError)) throw error;
    }
    return undefined;
  }

  #retire(old: OpenIndex): void {
    this.#retired.delete(old);
    old.close();
  }

  /** Whether the files of the generation in use are still as they were written. */
  isWhole(): boolean {
    try {
      verifiedManifest(generationFolder(this.#embeddingsDir, this.#index.generation), 'crc32');
      return true;
    } catch (error) {
      if (error instanceof UnusableIndexError) return false;
      throw error;
    }
  }

  /** Closes the generation in use and those before it, at the very end: a {@link refresh} under way would open another. */
  close(): void {
    for (const old of this.#retired) this.#retire(old);
    this.#index.close();
  }
}
