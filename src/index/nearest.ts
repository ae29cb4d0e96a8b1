import hnswlib from 'hnswlib-node';

/** Links a node and width of the search while inserting, as measured in `npm run bench`. */
const M = 16;
const EF_CONSTRUCTION = 200;
/** Width of a search; hnswlib falls back to 10 after loading, which loses a tenth of the neighbours. */
const EF_SEARCH = 200;

export interface Neighbour {
  readonly row: number;
  /** -1 to 1. */
  readonly cosine: number;
}

/** Approximate nearest neighbours among unit vectors (HNSW, Malkov and Yashunin 2018, arXiv:1603.09320). */
export class NearestVectors {
  readonly #index: hnswlib.HierarchicalNSW;
  readonly #count: number;

  private constructor(index: hnswlib.HierarchicalNSW) {
    this.#index = index;
    this.#count = index.getCurrentCount();
    index.setEf(EF_SEARCH);
  }

  /**
   * @param path a file whose content was verified: hnswlib may crash the process on any other
   */
  static async open(path: string, dimension: number): Promise<NearestVectors> {
    const index = new hnswlib.HierarchicalNSW('ip', dimension);
    await index.readIndex(path);
    return new NearestVectors(index);
  }

  /** The `k` nearest rows, nearest first. */
  search(vector: Float32Array, k: number): Neighbour[] {
    // hnswlib throws when asked for more than there are, and takes plain arrays only.
    const { neighbors, distances } = this.#index.searchKnn(Array.from(vector), Math.min(k, this.#count));
    return neighbors.map((row, i) => ({ row, cosine: 1 - distances[i]! }));
  }
}

/** Builds what {@link NearestVectors} opens. */
export class NearestVectorsBuilder {
  readonly #index: hnswlib.HierarchicalNSW;
  #capacity = 1024;

  constructor(dimension: number) {
    this.#index = new hnswlib.HierarchicalNSW('ip', dimension);
    this.#index.initIndex({ maxElements: this.#capacity, m: M, efConstruction: EF_CONSTRUCTION });
  }

  add(row: number, vector: Float32Array): void {
    if (!vector.every(Number.isFinite)) throw new Error(`The vector of row ${row} is not finite.`);
    if (this.#index.getCurrentCount() === this.#capacity) {
      this.#capacity *= 2;
      this.#index.resizeIndex(this.#capacity);
    }
    this.#index.addPoint(Array.from(vector), row);
  }

  async write(path: string): Promise<void> {
    this.#index.resizeIndex(Math.max(1, this.#index.getCurrentCount()));
    await this.#index.writeIndex(path);
  }
}
