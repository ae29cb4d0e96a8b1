/** One subtitle. */
export interface Cue {
  /** Seconds from the start. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  readonly speaker?: string;
}
