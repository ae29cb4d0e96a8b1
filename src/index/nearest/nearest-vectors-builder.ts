import hnswlib from 'hnswlib-node';
import { UserError } from '../../errors.ts';
import type { VectorFile } from '../vector-file.ts';
import { EF_CONSTRUCTION, M } from './graph-file.ts';
import { mostNodes } from './graph-vectors.ts';
import { graphPath, NO_ROW, writeNodeRows, type CheckedGraph } from './nearest-files.ts';

/** With a larger share of deleted nodes the graph is built anew: they are walked through for nothing. */
const MAX_DELETED = 0.3;
/**
 * So many vectors wait to be inserted in an order of chance: 25 MB of the bundled model's. Passages come as they stand
 * in documents, near to one another one after the other, and then link to little else. Of the ten paragraphs nearest
 * to 1,500 questions among 16,000 of manuals and encyclopedias a search of width 100 finds 98.3 %, and in the order of the
 * documents 96.7 %, none at all for one question in a hundred.
 */
const WAITING = 16_384;

/** Builds what NearestVectors opens, from nothing or from the graph of the last generation. */
export class NearestVectorsBuilder {
  readonly #dimension: number;
  #index: hnswlib.HierarchicalNSW;
  /** Labels of the last graph's nodes by row, until they are used again: those left at the end are deleted. */
  readonly #lastLabels = new Map<number, number>();
  /** Rows by label. */
  #rows = new Map<number, number>();
  readonly #waiting: { readonly row: number; readonly vector: Float32Array }[] = [];
  readonly #chance = lehmer();
  #next = 0;
  #capacity = 1024;

  private constructor(dimension: number) {
    this.#dimension = dimension;
    this.#index = new hnswlib.HierarchicalNSW('ip', dimension);
  }

  /** @param last the graph of the last generation, to be taken over */
  static async start(dimension: number, last?: CheckedGraph): Promise<NearestVectorsBuilder> {
    const builder = new NearestVectorsBuilder(dimension);
    // hnswlib cannot add to a graph of nothing that was read.
    if (last && last.rows.length > 0) {
      await builder.#index.readIndex(last.path);
      builder.#capacity = builder.#index.getMaxElements();
      builder.#next = last.rows.length;
      for (const [label, row] of last.rows.entries()) if (row !== NO_ROW) builder.#lastLabels.set(row, label);
    } else builder.#begin();
    return builder;
  }

  #begin(): void {
    this.#index.initIndex({ maxElements: this.#capacity, m: M, efConstruction: EF_CONSTRUCTION });
  }

  /**
   * Adds the vector of a row.
   *
   * @param vector of finite numbers, and of unit length
   * @param lastRow the row of the last generation that has the same vector, if one has
   * @throws UserError `CORPUS_TOO_LARGE` when there are more than can be searched
   * @throws Error when one of its numbers is not finite
   */
  add(row: number, vector: Float32Array, lastRow?: number): void {
    const label = lastRow === undefined ? undefined : this.#lastLabels.get(lastRow);
    if (lastRow !== undefined && label !== undefined) {
      this.#lastLabels.delete(lastRow);
      this.#rows.set(label, row);
    } else this.#insertShuffled(row, vector);
  }

  #insertShuffled(row: number, vector: Float32Array): void {
    // hnswlib takes NaN in silence and finds nothing near it ever after.
    if (!vector.every(Number.isFinite)) throw new Error(`The vector of row ${row} is not finite.`);
    this.#waiting.push({ row, vector: vector.slice() });
    if (this.#waiting.length > WAITING) this.#insertAny();
  }

  /** Inserts one of those that wait. */
  #insertAny(): void {
    const at = Math.floor(this.#chance() * this.#waiting.length);
    const { row, vector } = this.#waiting[at]!;
    const last = this.#waiting.pop()!;
    if (at < this.#waiting.length) this.#waiting[at] = last;
    this.#insert(row, vector);
  }

  #insert(row: number, vector: Float32Array): void {
    const most = mostNodes(this.#dimension);
    if (this.#next === most) {
      throw new UserError(
        'CORPUS_TOO_LARGE',
        `The corpus has more than ${most} passages, which is what an index can hold.`,
        'Take documents out of it, or choose a model with shorter vectors.',
      );
    }
    if (this.#index.getCurrentCount() === this.#capacity) {
      this.#capacity *= 2;
      this.#index.resizeIndex(this.#capacity);
    }
    this.#rows.set(this.#next, row);
    this.#index.addPoint(Array.from(vector), this.#next++);
  }

  /**
   * Writes what was added into a generation's folder.
   *
   * @param vectors all rows that were added
   * @throws a system error, e.g. `ENOSPC`
   */
  async write(folder: string, vectors: VectorFile): Promise<void> {
    const path = graphPath(folder);
    while (this.#waiting.length > 0) this.#insertAny();
    for (const label of this.#lastLabels.values()) this.#index.markDelete(label);
    const nodes = this.#index.getCurrentCount();
    if (nodes - this.#rows.size > MAX_DELETED * nodes) this.#rebuild(vectors);
    this.#index.resizeIndex(Math.max(1, this.#index.getCurrentCount()));
    await this.#index.writeIndex(path);
    await this.#readBack(path);
    const rows = new Uint32Array(this.#next).fill(NO_ROW);
    for (const [label, row] of this.#rows) rows[label] = row;
    writeNodeRows(folder, rows);
  }

  /** hnswlib reports success when the disk is full. */
  async #readBack(path: string): Promise<void> {
    const written = new hnswlib.HierarchicalNSW('ip', this.#dimension);
    try {
      await written.readIndex(path);
      // Used after it was read, for hnswlib reads into what it holds no reference to: it could be collected meanwhile.
      if (written.getCurrentCount() !== this.#index.getCurrentCount()) throw new Error('Nodes are missing.');
    } catch (cause) {
      throw Object.assign(new Error(`${path} is not as it was written.`, { cause }), { code: 'ENOSPC' });
    }
  }

  #rebuild(vectors: VectorFile): void {
    const rows = [...this.#rows.values()];
    this.#index = new hnswlib.HierarchicalNSW('ip', this.#dimension);
    this.#rows = new Map();
    this.#next = 0;
    this.#capacity = Math.max(1, rows.length);
    this.#begin();
    for (const row of rows) this.#insertShuffled(row, vectors.read(row, 1));
    while (this.#waiting.length > 0) this.#insertAny();
  }
}

/** Numbers from 0 up to 1, the same in every build (Park and Miller 1988, with the multiplier of 1993). */
function lehmer(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
