/** What one of `npm run doctor`'s checks found. */
export interface Finding {
  /** `note`: works, but something should be known. */
  readonly state: 'good' | 'note' | 'bad';
  /** Half a sentence, for the line of the check. */
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}
