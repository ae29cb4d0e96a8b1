import hnswlib from 'hnswlib-node';
import { UnusableIndexError } from './manifest.ts';

/** Width of a search; hnswlib falls back to 10 after loading, which loses a tenth of the neighbours. */
const EF_SEARCH = 100;

export interface Neighbour {
  readonly row: number;
  /** -1 to 1. */
  readonly cosine: number;
}

/** Labels of the graph's nodes by row: a row is only good for one generation, a label for as long as the graph. */
export type Labels = Uint32Array;

/** Approximate nearest neighbours among unit vectors (HNSW, Malkov and Yashunin 2018, arXiv:1603.09320). */
export class NearestVectors {
  readonly #index: hnswlib.HierarchicalNSW;
  readonly #count: number;
  readonly #rows: Uint32Array;

  private constructor(index: hnswlib.HierarchicalNSW, labels: Labels) {
    this.#index = index;
    this.#count = labels.length;
    this.#rows = new Uint32Array(labels.reduce((most, label) => Math.max(most, label + 1), 0));
    for (const [row, label] of labels.entries()) this.#rows[label] = row;
    index.setEf(EF_SEARCH);
  }

  /**
   * @param path a file whose content was verified: hnswlib may crash the process on any other
   * @throws UnusableIndexError
   */
  static async open(path: string, dimension: number, labels: Labels): Promise<NearestVectors> {
    const index = new hnswlib.HierarchicalNSW('ip', dimension);
    try {
      await index.readIndex(path);
    } catch (cause) {
      throw new UnusableIndexError('the vector graph cannot be read', { cause });
    }
    return new NearestVectors(index, labels);
  }

  /** The `k` nearest rows, nearest first. */
  search(vector: Float32Array, k: number): Neighbour[] {
    // hnswlib throws when asked for more than there are, and takes plain arrays only.
    const { neighbors, distances } = this.#index.searchKnn(Array.from(vector), Math.min(k, this.#count));
    return neighbors.map((label, i) => ({ row: this.#rows[label]!, cosine: 1 - distances[i]! }));
  }
}
