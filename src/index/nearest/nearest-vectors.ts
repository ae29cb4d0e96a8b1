import hnswlib from 'hnswlib-node';
import { UnusableIndexError } from '../manifest.ts';
import { checkedGraph, NO_ROW, type NodeRows } from './nearest-files.ts';

/**
 * Width of a search. Of the ten nearest of `npm run bench`'s vectors it finds 99.3 % among 10,000 passages; of real
 * ones, of 16,000 paragraphs and questions that people asked, 98.3 %. With 150 it is 99.1 %, for a tenth of a millisecond
 * more; twice as many candidates put no other passage first (candidates.ts). hnswlib falls back to 10 after loading,
 * which loses a tenth of them.
 */
const EF_SEARCH = 100;

/** A row of the vectors that is near what was searched for. */
export interface Neighbour {
  readonly row: number;
  /** -1 to 1. */
  readonly cosine: number;
}

/** Approximate nearest neighbours among unit vectors (HNSW, Malkov and Yashunin 2018, arXiv:1603.09320). */
export class NearestVectors {
  readonly #index: hnswlib.HierarchicalNSW;
  readonly #rows: NodeRows;
  readonly #count: number;
  /** hnswlib takes plain arrays only; this one is filled anew for each search. */
  readonly #query: number[] = [];

  private constructor(index: hnswlib.HierarchicalNSW, rows: NodeRows) {
    this.#index = index;
    this.#rows = rows;
    this.#count = rows.reduce((count, row) => (row === NO_ROW ? count : count + 1), 0);
    index.setEf(EF_SEARCH);
  }

  /**
   * Opens what a generation's folder holds; the graph is read on another thread.
   *
   * @param windows how many rows there are for it to lead to
   * @throws UnusableIndexError; a system error when a file cannot be read
   */
  static async open(folder: string, dimension: number, windows: number): Promise<NearestVectors> {
    const { path, rows } = checkedGraph(folder, dimension, windows);
    const index = new hnswlib.HierarchicalNSW('ip', dimension);
    try {
      await index.readIndex(path);
    } catch (cause) {
      throw new UnusableIndexError('the vector graph cannot be read', { cause });
    }
    return new NearestVectors(index, rows);
  }

  /** The `k` nearest rows, nearest first. */
  search(vector: Float32Array, k: number): Neighbour[] {
    for (let i = 0; i < vector.length; i++) this.#query[i] = vector[i]!;
    // It throws when asked for more than there are.
    const { neighbors, distances } = this.#index.searchKnn(this.#query, Math.min(k, this.#count));
    return neighbors.map((label, i) => ({ row: this.#rows[label]!, cosine: 1 - distances[i]! }));
  }
}
