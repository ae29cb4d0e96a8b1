import { isoDay, noon } from '../language/calendar.ts';

/** What is known of the day on which a part of a document was written. */
export interface PartDate {
  /** `YYYY-MM-DD`; `undefined`: another day than the document's, or it is doubtful which. */
  readonly date: string | undefined;
}

/** In days: so long after what it tells of a document may be dated. */
const MAX_DAYS_BEFORE = 60;

/**
 * The day that a day and month without a year are of, in what was written up to a date: the last one, or the next day, where
 * zones of time differ. `undefined` where it is long over.
 *
 * @param month 1 to 12
 * @param written `YYYY-MM-DD`
 */
export function dayBefore(day: number, month: number, written: string): string | undefined {
  const limit = new Date(`${written}T12:00:00Z`).getTime() + 86_400_000;
  const year = Number(written.slice(0, 4));
  const last = [year + 1, year, year - 1]
    .map((candidate) => noon(candidate, month - 1, day))
    .find((candidate) => candidate.getTime() <= limit);
  if (!last || last.getUTCDate() !== day || limit - last.getTime() > MAX_DAYS_BEFORE * 86_400_000)
    return undefined;
  return isoDay(last);
}
