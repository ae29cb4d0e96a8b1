import { Graph } from './graph.ts';
import { GraphSearch } from './graph-search.ts';
import { graphPath, NO_ROW, readNodeRows } from './nearest-files.ts';

/** A row of the vectors that is near what was searched for. */
export interface Neighbour {
  readonly row: number;
  /** -1 to 1. */
  readonly cosine: number;
}

/** Approximate nearest neighbours among unit vectors. */
export class NearestVectors {
  readonly #search: GraphSearch;
  readonly #rowOf: (node: number) => number;

  /**
   * Opens what a generation's folder holds.
   *
   * @param windows how many rows there are for it to lead to
   * @throws UnusableIndexError; a system error when a file cannot be read
   */
  constructor(folder: string, dimension: number, windows: number) {
    const rows = readNodeRows(folder, windows);
    const graph = Graph.read(graphPath(folder), dimension, rows.length);
    this.#rowOf = (node) => rows[graph.label(node)]!;
    this.#search = new GraphSearch(graph, (node) => this.#rowOf(node) !== NO_ROW);
  }

  /** About the `k` nearest rows, nearest first; fewer where there are no more. */
  search(vector: Float32Array, k: number): Neighbour[] {
    return this.#search.search(vector, k).map(({ node, cosine }) => ({ row: this.#rowOf(node), cosine }));
  }
}
