import hnswlib from 'hnswlib-node';
import type { Labels } from './nearest.ts';
import { GrowingUint32 } from './typed-files.ts';
import type { VectorFile } from './vector-file.ts';

/** Links a node, and width of the search while inserting (see `npm run bench`). */
const M = 16;
const EF_CONSTRUCTION = 200;
/** With a larger share of deleted nodes the graph is built anew: they are walked through for nothing. */
const MAX_DELETED = 0.3;

/** The graph of the generation before, to be taken over. */
export interface LastGraph {
  /** A verified file. */
  readonly path: string;
  readonly labels: Labels;
}

/** Builds what NearestVectors opens, from nothing or from the graph of the last generation. */
export class NearestVectorsBuilder {
  readonly #dimension: number;
  #index: hnswlib.HierarchicalNSW;
  readonly #last: LastGraph | undefined;
  /** Labels of the last graph that are used again. */
  readonly #kept = new Set<number>();
  #labels = new GrowingUint32();
  #next = 0;
  #capacity = 1024;

  private constructor(dimension: number, last: LastGraph | undefined) {
    this.#dimension = dimension;
    this.#last = last;
    this.#index = new hnswlib.HierarchicalNSW('ip', dimension);
  }

  static async start(dimension: number, last?: LastGraph): Promise<NearestVectorsBuilder> {
    const builder = new NearestVectorsBuilder(dimension, last);
    if (last) {
      await builder.#index.readIndex(last.path);
      builder.#capacity = builder.#index.getMaxElements();
      builder.#next = builder.#index.getIdsList().reduce((most, label) => Math.max(most, label + 1), 0);
    } else builder.#begin();
    return builder;
  }

  #begin(): void {
    this.#index.initIndex({ maxElements: this.#capacity, m: M, efConstruction: EF_CONSTRUCTION });
  }

  /**
   * Adds the vector of the next row.
   *
   * @param lastRow the row of the last generation that has the same vector, if one has
   */
  add(vector: Float32Array, lastRow?: number): void {
    const label = lastRow === undefined ? undefined : this.#last?.labels[lastRow];
    if (label !== undefined && !this.#kept.has(label)) {
      this.#kept.add(label);
      this.#labels.push(label);
    } else this.#insert(vector);
  }

  #insert(vector: Float32Array): void {
    // hnswlib takes NaN in silence and finds nothing near it ever after.
    if (!vector.every(Number.isFinite))
      throw new Error(`The vector of row ${this.#labels.length} is not finite.`);
    if (this.#index.getCurrentCount() === this.#capacity) {
      this.#capacity *= 2;
      this.#index.resizeIndex(this.#capacity);
    }
    this.#index.addPoint(Array.from(vector), this.#next);
    this.#labels.push(this.#next++);
  }

  /**
   * Writes the graph.
   *
   * @param vectors all rows that were added
   * @returns the labels to open it with
   */
  async write(path: string, vectors: VectorFile): Promise<Labels> {
    for (const label of this.#last?.labels ?? []) if (!this.#kept.has(label)) this.#index.markDelete(label);
    const nodes = this.#index.getCurrentCount();
    if (nodes - this.#labels.length > MAX_DELETED * nodes) this.#rebuild(vectors);
    this.#index.resizeIndex(Math.max(1, this.#index.getCurrentCount()));
    await this.#index.writeIndex(path);
    await this.#readBack(path);
    return this.#labels.finish();
  }

  /** hnswlib reports success when the disk is full. */
  async #readBack(path: string): Promise<void> {
    try {
      await new hnswlib.HierarchicalNSW('ip', this.#dimension).readIndex(path);
    } catch (cause) {
      throw Object.assign(new Error(`${path} is not as it was written.`, { cause }), { code: 'ENOSPC' });
    }
  }

  #rebuild(vectors: VectorFile): void {
    this.#index = new hnswlib.HierarchicalNSW('ip', this.#dimension);
    this.#labels = new GrowingUint32();
    this.#next = 0;
    this.#capacity = Math.max(1, vectors.rows);
    this.#begin();
    for (let row = 0; row < vectors.rows; row++) this.#insert(vectors.read(row, 1));
  }
}
