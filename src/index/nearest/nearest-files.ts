import { join } from 'node:path';
import { areBelow, must } from '../check-arrays.ts';
import { FILES } from '../generation-files.ts';
import { readUint32, writeTyped } from '../typed-files.ts';
import { readGraphFile, type GraphReader } from './graph-file.ts';

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
 * Checks what a generation's folder holds of the nearest vectors.
 *
 * @param windows how many rows there are for the graph to lead to
 * @param readerFor makes what is told of the graph meanwhile, of how many nodes it is to have
 * @throws UnusableIndexError; a system error when a file cannot be read
 */
export function checkedGraph(
  folder: string,
  dimension: number,
  windows: number,
  readerFor?: (nodes: number) => GraphReader,
): CheckedGraph {
  const path = graphPath(folder);
  const rows = readUint32(join(folder, FILES.nearestRows));
  must(areBelow(rows, windows, NO_ROW), 'the vectors');
  readGraphFile(path, dimension, rows.length, readerFor?.(rows.length));
  return { path, rows };
}

/** Writes down the rows that {@link checkedGraph} reads beside the graph. */
export function writeNodeRows(folder: string, rows: NodeRows): void {
  writeTyped(join(folder, FILES.nearestRows), rows);
}
