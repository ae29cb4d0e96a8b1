import hnswlib from 'hnswlib-node';
import { UnusableIndexError } from '../manifest.ts';
import { checkedGraph, NO_ROW, type NodeRows } from './nearest-files.ts';

/**
 * Width of a search among so many vectors, and by what power of their number it grows: in a larger graph the same width
 * finds fewer. Of the ten paragraphs of manuals, standards and encyclopedias nearest to questions and headings a width of
 * 115 finds 99.3 % among 10,000; among 38,000, 100 finds 97.9 %, 150 finds 99.0 % and 172 finds 99.2 %. Half a
 * millisecond more among 100,000 is the price. hnswlib falls back to 10 after loading, which loses a tenth of them.
 */
const WIDTH = { width: 115, among: 10_000, power: 0.25, least: 60, most: 400 };

/** Of a graph of so many vectors. */
function searchWidth(vectors: number): number {
  const { width, among, power, least, most } = WIDTH;
  return Math.round(Math.min(most, Math.max(least, width * (vectors / among) ** power)));
}

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
    index.setEf(searchWidth(this.#count));
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
