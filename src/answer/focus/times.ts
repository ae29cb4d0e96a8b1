import type { Span } from '../../corpus/document.ts';
import { ANY_WEEKDAY, MONTHS } from '../../language/calendar-names.ts';
import { TIME, YEAR } from '../../language/expressions.ts';
import type { Word } from '../../language/words.ts';
import { before, isStated, type Asked, type Candidate } from './asked.ts';

/** The times of a sentence that the question does not state itself. */
export function timesIn({ sentence, forms }: Asked): Candidate[] {
  const found: Candidate[] = [];
  for (const { index, 0: match } of sentence.matchAll(TIME)) {
    const text = match.replace(STOP_BEHIND_MONTH, '');
    if (isStated(text, forms)) continue;
    const last = found.at(-1);
    if (last && ONLY_DAY.test(sentence.slice(last.start, index))) {
      found[found.length - 1] = { start: last.start, end: index + text.length };
      continue;
    }
    // "the referendum of 1991" names the referendum.
    const doubtful = /^\d{4}$/u.test(text) && /\b(?:of|von)\s+$/iu.test(before(sentence, index));
    found.push({ start: index, end: index + text.length, doubtful });
  }
  return found;
}

/** {@link timesIn}, as far as they say a year. */
export function yearsIn(asked: Asked): Candidate[] {
  return timesIn(asked).filter(({ start, end }) => YEAR.test(asked.sentence.slice(start, end)));
}

/** That of the sentence: a month that is written out is not abbreviated. */
const STOP_BEHIND_MONTH = new RegExp(String.raw`(?<=${MONTHS.join('|')})\.$`, 'iu');

/** A day of the week and what goes on to its date or hour: "Monday, May 3", "Friday at 8 p.m.". */
const ONLY_DAY = new RegExp(String.raw`^${ANY_WEEKDAY},?\s+(?:(?:at|um|den|dem)\s+)?$`, 'u');

/** Where a sentence's numbers are those of dates. */
export function datesIn({ sentence, anchors }: Asked): Span[] {
  return [...sentence.matchAll(TIME)]
    .filter(({ index, 0: text }) => isDate(sentence, index, text, anchors))
    .map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
}

/** Four digits are as often a number, "may 5" and "march 45" hold verbs. */
function isDate(sentence: string, start: number, text: string, anchors: readonly Word[]): boolean {
  if (/^\p{Ll}+\s+\d/u.test(text)) return false;
  if (!/^\d{4}$/u.test(text)) return true;
  const end = start + text.length;
  if (anchors.some((anchor) => anchor.start >= end && anchor.start <= end + 2)) return false;
  return BEFORE_YEAR.test(before(sentence, start));
}

/** A preposition, or the year before and what joins the two: "between 1991 and 2000". */
const BEFORE_YEAR =
  /(?<!\p{L})(?:in|since|until|of|from|by|between|during|year|jahre?|seit|bis|von|zwischen)\s+(?:\d{4}(?:\s+(?:and|to|or|und|bis|oder)\s+|\s?[-–]\s?))?$/iu;
