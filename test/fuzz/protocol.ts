import type { TargetName } from './targets.ts';

/** What a fuzzing process is asked. */
export interface FuzzTask {
  readonly target: TargetName;
  /** Empty, and the process's own. */
  readonly folder: string;
  readonly seed: number;
  /** Chunks to draw, each with a seed of its own, and inputs in each. */
  readonly firstChunk: number;
  readonly chunks: number;
  readonly chunkSize: number;
}

export type FuzzMessage =
  | { readonly type: 'progress'; readonly chunk: number; readonly done: number }
  | { readonly type: 'failure'; readonly failure: Failure }
  | { readonly type: 'end' };

export interface Failure {
  /** Draws the same input as its first chunk's. */
  readonly seed: number;
  readonly error: string;
  readonly extension: string;
  readonly content: string | Uint8Array;
}

/** The input in hand: what is left when the process dies of it. */
export const IN_HAND = 'in-hand';

/** So that a chunk with the seed that is printed for it is the first of a run with that seed. */
export function seedOf(seed: number, chunk: number): number {
  return (seed + chunk * 7919) % 0x80000000;
}
