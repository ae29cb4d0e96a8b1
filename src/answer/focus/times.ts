import type { Span } from '../../corpus/document.ts';
import { MONTHS } from '../../language/calendar-names.ts';
import { TIME, YEAR } from '../../language/expressions.ts';
import { TIME_OR_WORDS } from '../../language/times-in-words.ts';
import type { Word } from '../../language/words.ts';
import { before, isStated, type Asked, type FocusCandidate } from './asked.ts';
import { areOne, endOfRange, isHour, startOfRange } from './time-ranges.ts';

/** Before times at which what is asked about is not. */
const EXCEPTED =
  /(?<!\p{L})(?:except|excluding|other than|apart from|außer)(?:\s+(?:for|on|in|at|during|an|am|im))?(?:\s+the)?\s+$/iu;

/** That of the sentence: a month that is written out is not abbreviated. */
const STOP_BEHIND_MONTH = new RegExp(String.raw`(?<=${MONTHS.join('|')})\.$`, 'iu');

/** Of what is over. */
const PAST = new Set(['did', 'was', 'were', 'had', 'wurde', 'wurden', 'war', 'waren']);
/** Who asks so wants the hour; folded, as in "wie spät". */
const ASKS_FOR_HOUR = new Set(['time', 'hour', 'uhr', 'clock', 'spat', 'uhrzeit']);

/** A preposition, or the year before and what joins the two: "between 1991 and 2000". */
const BEFORE_YEAR =
  /(?<!\p{L})(?:in|since|until|of|from|by|between|during|year|jahre?|seit|bis|von|zwischen)\s+(?:\d{4}(?:\s+(?:and|to|or|und|bis|oder)\s+|\s?[-–]\s?))?$/iu;

/** The times of a sentence that the question does not state itself and that it does not except. */
export function timesIn(asked: Asked): FocusCandidate[] {
  const { sentence, forms } = asked;
  const found: FocusCandidate[] = [];
  let last: Span | undefined;
  for (const { index, 0: match } of sentence.matchAll(TIME_OR_WORDS)) {
    const text = match.replace(STOP_BEHIND_MONTH, '');
    if (isStated(text, forms) || EXCEPTED.test(before(sentence, index))) continue;
    const expression = { start: index, end: index + text.length };
    const end = endOfRange(sentence, expression.end, text);
    if (last && areOne(sentence, last, expression)) {
      found[found.length - 1] = { ...found.at(-1)!, end };
    } else {
      // "the referendum of 1991" names the referendum.
      const doubtful = /^\d{4}$/u.test(text) && /\b(?:of|von)\s+$/iu.test(before(sentence, index));
      found.push({ start: startOfRange(sentence, index, text), end, doubtful });
    }
    last = expression;
  }
  return withHoursDoubted(asked, found);
}

/** Of what happened once, the one day that the sentence has says more than an hour that stands apart from it. */
function withHoursDoubted({ sentence, question }: Asked, found: FocusCandidate[]): FocusCandidate[] {
  const says = (forms: ReadonlySet<string>) => question.some(({ form }) => forms.has(form));
  if (!says(PAST) || says(ASKS_FOR_HOUR)) return found;
  const isOnlyHour = ({ start, end }: Span) => isHour(sentence.slice(start, end));
  if (found.filter((candidate) => !isOnlyHour(candidate)).length !== 1) return found;
  return found.map((candidate) => (isOnlyHour(candidate) ? { ...candidate, doubtful: true } : candidate));
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
