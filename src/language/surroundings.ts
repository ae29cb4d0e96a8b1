import type { Setting } from './stated-years.ts';
import type { Around } from './tense.ts';

/** An expression with what is said around it, and in the sentence before. */
export interface Surroundings extends Around {
  readonly earlier: string;
  /** The time before, if any, that what stands before is set in. */
  readonly setting: Setting | undefined;
}
