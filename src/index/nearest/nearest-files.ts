import { join } from 'node:path';
import { areBelow, must } from '../check-arrays.ts';
import { FILES } from '../generation-files.ts';
import { readUint32, writeTyped } from '../typed-files.ts';
import { readGraphFile } from './graph-file.ts';

/**
 * The row of each of the graph's nodes, by the node's label, {@link NO_ROW} for nodes that were deleted: a row is
 * good for one generation, a label for as long as the graph is taken over.
 */
export type NodeRows = Uint32Array;
/** Stands for a node that was deleted. */
export const NO_ROW = 0xffff_ffff;

/** A generation's graph, which hnswlib can read without harm. */
export interface CheckedGraph {
  readonly path: string;
  readonly rows: NodeRows;
}

/** Where a generation's graph is. */
export function graphPath(folder: string): string {
  return join(folder, FILES.nearest);
}

/**
 * Reads what {@link writeNodeRows} wrote.
 *
 * @param windows how many rows there are for the graph to lead to
 * @throws UnusableIndexError; a system error when the file cannot be read
 */
export function readNodeRows(folder: string, windows: number): NodeRows {
  const rows = readUint32(join(folder, FILES.nearestRows));
  must(areBelow(rows, windows, NO_ROW), 'the vectors');
  return rows;
}

/**
 * Checks what a generation's folder holds of the nearest vectors.
 *
 * @param windows how many rows there are for the graph to lead to
 * @throws UnusableIndexError; a system error when a file cannot be read
 */
export function checkedGraph(folder: string, dimension: number, windows: number): CheckedGraph {
  const path = graphPath(folder);
  const rows = readNodeRows(folder, windows);
  readGraphFile(path, dimension, rows.length);
  return { path, rows };
}

/** Writes down the rows that the graph's nodes stand for. */
export function writeNodeRows(folder: string, rows: NodeRows): void {
  writeTyped(join(folder, FILES.nearestRows), rows);
}
