import type { Span } from '../../corpus/document.ts';
import { ANY_WEEKDAY, MONTHS } from '../../language/calendar-names.ts';
import { TIME, YEAR } from '../../language/expressions.ts';
import { TIME_OR_WORDS } from '../../language/times-in-words.ts';
import type { Word } from '../../language/words.ts';
import { before, isStated, type Asked, type FocusCandidate } from './asked.ts';

/** Before times at which what is asked about is not. */
const EXCEPTED =
  /(?<!\p{L})(?:except|excluding|other than|apart from|außer)(?:\s+(?:for|on|in|at|during|an|am|im))?(?:\s+the)?\s+$/iu;

/** In UTF-16 code units: some days of a week with what is between them. */
const MAX_DAYS = 80;

/** That of the sentence: a month that is written out is not abbreviated. */
const STOP_BEHIND_MONTH = new RegExp(String.raw`(?<=${MONTHS.join('|')})\.$`, 'iu');

const DAYS = `${ANY_WEEKDAY}(?:(?:,?\\s+(?:and|or|und|oder)|,)\\s+${ANY_WEEKDAY})*`;
/** A day of the week and what goes on to its date or hour: "Monday, May 3", "Fridays and Sundays at 8 p.m.". */
const ONLY_DAY = new RegExp(String.raw`^${DAYS},?\s+(?:(?:at|um|den|dem)\s+)?$`, 'u');
/** ... or to its hour: "every day at 04:00". */
const EVERY_DAY = /^(?:every|each)\s+\p{L}+\s+at\s+$/iu;
/** ... or to another day of the week. */
const AND_DAY = new RegExp(String.raw`^${DAYS}(?:,?\s+(?:and|or|und|oder)|,)\s+$`, 'u');
/** An hour, and what goes on to another: "11:00-15:00", "between 7 a.m. and 9 p.m.", "from 9:00 to 17:00". */
const HOUR = /^(?:\d{1,2}:\d\d|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|Uhr))$/iu;
const UNTIL_HOUR = new RegExp(`^${HOUR.source.slice(1, -1)}\\s?[-–]\\s?$`, 'iu');
const AND_HOUR = new RegExp(`^${HOUR.source.slice(1, -1)}\\s+and\\s+$`, 'iu');
const TO_HOUR = new RegExp(`^${HOUR.source.slice(1, -1)}\\s+(?:to|until|till)\\s+$`, 'iu');
const A_DAY = new RegExp(`^${ANY_WEEKDAY}$`, 'u');

/** A preposition, or the year before and what joins the two: "between 1991 and 2000". */
const BEFORE_YEAR =
  /(?<!\p{L})(?:in|since|until|of|from|by|between|during|year|jahre?|seit|bis|von|zwischen)\s+(?:\d{4}(?:\s+(?:and|to|or|und|bis|oder)\s+|\s?[-–]\s?))?$/iu;

/** The times of a sentence that the question does not state itself and that it does not except. */
export function timesIn({ sentence, forms }: Asked): FocusCandidate[] {
  const found: FocusCandidate[] = [];
  for (const { index, 0: match } of sentence.matchAll(TIME_OR_WORDS)) {
    const text = match.replace(STOP_BEHIND_MONTH, '');
    if (isStated(text, forms) || EXCEPTED.test(before(sentence, index))) continue;
    const last = found.at(-1);
    if (last && isDayBefore(sentence, last.start, index, text)) {
      found[found.length - 1] = { start: last.start, end: index + text.length };
      continue;
    }
    // "the referendum of 1991" names the referendum.
    const doubtful = /^\d{4}$/u.test(text) && /\b(?:of|von)\s+$/iu.test(before(sentence, index));
    found.push({ start: index, end: index + text.length, doubtful });
  }
  return found;
}

/** Whether a day or several go on to their date or hour, or to another day, at `index`. */
function isDayBefore(sentence: string, start: number, index: number, text: string): boolean {
  if (index - start > MAX_DAYS) return false;
  const days = sentence.slice(start, index);
  if (ONLY_DAY.test(days) || EVERY_DAY.test(days) || (A_DAY.test(text) && AND_DAY.test(days))) return true;
  if (!HOUR.test(text)) return false;
  const lead = before(sentence, start);
  return (
    UNTIL_HOUR.test(days) ||
    (AND_HOUR.test(days) && /\bbetween\s$/iu.test(lead)) ||
    (TO_HOUR.test(days) && /\bfrom\s$/iu.test(lead))
  );
}

/** {@link timesIn}, as far as they say a year. */
export function yearsIn(asked: Asked): FocusCandidate[] {
  return timesIn(asked).filter(({ start, end }) => YEAR.test(asked.sentence.slice(start, end)));
}

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
