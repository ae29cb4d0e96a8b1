import type { SkippedFile } from '../corpus/skip-reason.ts';

/** What is to be said of a {@link BuildReport} where the corpus was replaced. */
export const CORPUS_REPLACED =
  'The corpus is another folder than before, and all earlier documents were removed. If that was not meant, see that its disk or share is mounted.';

/** How far a build is; `waiting` is for another build to end. */
export interface BuildProgress {
  readonly phase: 'embedding' | 'writing' | 'waiting';
  /** How much of the corpus is done, and all of it, about in bytes; both 0 while waiting or writing. */
  readonly done: number;
  readonly total: number;
  /** Windows embedded so far. */
  readonly embedded: number;
  /** Source of the file at hand. */
  readonly source?: string;
}

/** What a build did. Sources are in order. */
export interface BuildReport {
  readonly generation: string;
  /** False when the corpus was as the last build left it: nothing was written. */
  readonly changed: boolean;
  readonly added: readonly string[];
  readonly changedSources: readonly string[];
  readonly removed: readonly string[];
  /** Whether all earlier documents were removed because the corpus is another folder than it was. */
  readonly corpusReplaced: boolean;
  /** Documents whose file could not be read and whose passages of the last build are still quoted. */
  readonly kept: readonly SkippedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly documents: number;
  readonly passages: number;
  /** Windows whose vectors were taken over, and those that were embedded. */
  readonly reusedWindows: number;
  readonly embeddedWindows: number;
  readonly seconds: number;
}
