import type { Span } from '../../corpus/document.ts';
import { MONTH, MONTHS, WEEKDAY } from '../../language/calendar-names.ts';
import { TIME, YEAR } from '../../language/expressions.ts';
import { TIME_OR_WORDS } from '../../language/times-in-words.ts';
import type { Word } from '../../language/words.ts';
import { before, isStated, roots, type Asked, type FocusCandidate } from './asked.ts';
import { ofPiece } from './parallel.ts';
import { areOne, endOfRange, isHour, PART_OF_DAY, startOfRange } from './time-ranges.ts';

/** Before times at which what is asked about is not. */
const EXCEPTED =
  /(?<!\p{L})(?:except|excluding|other than|apart from|außer)(?:\s+(?:for|on|in|at|during|an|am|im))?(?:\s+the)?\s+$/iu;

/** That of the sentence: a month that is written out is not abbreviated. */
const STOP_BEHIND_MONTH = new RegExp(String.raw`(?<=${MONTHS.join('|')})\.$`, 'iu');

/** A day or month by its name. */
const NAMED = new RegExp(String.raw`(?<!\p{L})(?:${WEEKDAY}|${MONTH})(?!\p{L})`, 'iu');
/** Right before such a day, of a part of which the time is: "late on Sunday". */
const LATE = /^(?:late|early)/iu;
/** Right before a day or month: which it is, or when of it: "next Tuesday", "end of May", "night of October 8". */
const LEAD = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:(?:late|early)(?:\s+(?:on|last|next))?\s+|(?<!\bat\s+)last\s+|next\s+|mid[\s-]|(?:${PART_OF_DAY}|week|weekend|month|end|beginning|start|middle)\s+of\s+(?:the\s+)?)$`,
  'iu',
);
/** Right behind a day. */
const PART_BEHIND = new RegExp(String.raw`^\s${PART_OF_DAY}(?!\p{L})`, 'iu');
/** In UTF-16 code units: a space, the longest part of the day and what ends it. */
const MAX_PART = 11;

/** "The vote of October 2" names the vote, and "as of October 2" is a time. */
const OF = /(?<!\bas\s+)\b(?:of|von)\s+$/iu;
/** "In the autumn of 1968", which names nothing but the time. */
const SEASON_OF = /(?<!\p{L})(?:spring|summer|autumn|fall|winter|end|beginning|start|middle|months)\sof\s$/iu;
/** "Driest", but not "interest". */
const SUPERLATIVE = String.raw`(?!(?:interest|forest|request|protest|west|midwest|guest|arrest|harvest|contest|conquest|priest|honest|modest|unrest|inquest)(?!\p{L}))\p{L}{2,20}est`;
/** "In the driest July" is no time but what is compared ... */
const COMPARED = new RegExp(String.raw`(?<!\p{L})the\s+${SUPERLATIVE}\s+$`, 'iu');
/** ... nor is what it is compared since: "the worst fire since 1987", "since records began in 1895". */
const COMPARED_SINCE = new RegExp(
  String.raw`(?<!\p{L})(?:${SUPERLATIVE}|first|last|most|worst)\s[^.;:]{0,60}\bsince\s+(?:[\p{L}'’]{1,20}\s+){0,4}$`,
  'iu',
);
/** In UTF-16 code units: as much is looked at for a comparison, which holds what is compared and what happened since. */
const MAX_COMPARISON = 150;
/** Counted from a time that is told before: "be there an hour earlier". */
const COUNTED_FROM = /(?:later|earlier)$/iu;
/** In UTF-16 code units: no more than a preposition and marks stand before what leads a sentence. */
const MAX_LEADING = 15;
/** Of what is over. */
const PAST = new Set(['did', 'was', 'were', 'had', 'wurde', 'wurden', 'war', 'waren']);
/** Who names a day asks for its hours, and for no other day. */
const A_WEEKDAY = new RegExp(`^${WEEKDAY}s?$`, 'iu');
/** No time of what is over, or of what happened once. */
const TODAY = /^(?:today|heute)$/iu;
const EVERY = /^(?:every|each|jede[nrsm]?)\s/iu;
/** Around the year from which somebody or something was: "Odile Brandt (1919–1980)". */
const LIFE_BEFORE = /\p{Lu}[\p{L}\p{M}]*\s\((?:c\.\s|born\s)?$/u;
const LIFE_BEHIND = /^\s?[-–]\s?(?:c\.\s)?\d{4}\)/u;
/** In UTF-16 code units. */
const MAX_LIFE = 14;
/** Who asks so wants the hour; folded, as in "wie spät". */
const ASKS_FOR_HOUR = new Set(['time', 'hour', 'uhr', 'clock', 'spat', 'uhrzeit']);

/** A day and its month in it, as words or in digits: "4 May 2021", "2021-05-04". */
const WHOLE_DATE = new RegExp(
  String.raw`\d\D{0,12}(?<!\p{L})${MONTH}(?!\p{L})|(?<!\p{L})${MONTH}\.?\s\d{1,2}(?!\d)|\d[-./]\s?\d{1,2}[-./]\s?\d`,
  'iu',
);
/** Before what leads the sentence. */
const LEADS = /^[^\p{L}\p{N}]*(?:(?:on|in|am)\s+(?:the\s+)?)?$/iu;
/** Between what is done and its time: "stopped at noon". */
const BEHIND_VERB = /^\s+(?:(?:at|on|in|um|am|im)\s+(?:the\s+)?)?$/iu;
/** Between the time of one thing that is done and the next: "rained overnight and stopped". */
const AND_NEXT = /^,?\s+(?:and|und)\s+$/iu;

/** A preposition, or the year before and what joins the two: "between 1991 and 2000". */
const BEFORE_YEAR =
  /(?<!\p{L})(?:in|since|until|of|from|by|between|during|year|jahre?|seit|bis|von|zwischen)\s+(?:\d{4}(?:\s+(?:and|to|or|und|bis|oder)\s+|\s?[-–]\s?))?$/iu;

/** A name of two words or more before its year, or one inside of a sentence: "the Harbour Act 1975". */
const BEFORE_YEAR_OF_NAME = /(?:\p{L},?\s|\p{Lu}\p{L}*\s)\p{Lu}\p{L}+\s$/u;
/** "1500 boats": what goes on so is counted. */
const COUNTED_BEHIND = /^\s\p{Ll}{2,}s(?!\p{L})/u;
/** In UTF-16 code units: as much is looked at behind a number for this. */
const MAX_COUNTED = 24;

/** Between times that are told in a row ... */
const IN_ROW = /^,?\s(?:(?:and|und)\s)?(?:(?:in|on)\s)?$/iu;
/** ... and which of them a question asks for. */
const WHICH_OF_ROW = new Set(['last', 'latest', 'first', 'zuletzt', 'zuerst']);

/** The times of a sentence that the question does not state itself and that it does not except. */
export function timesIn(asked: Asked): FocusCandidate[] {
  const { sentence, forms } = asked;
  const found: FocusCandidate[] = [];
  // Without what leads it, and of a range the end alone.
  let last: Span | undefined;
  for (const { index, 0: match } of sentence.matchAll(TIME_OR_WORDS)) {
    const text = match.replace(STOP_BEHIND_MONTH, '');
    const { lead, part } = beside(sentence, index, text);
    const expression = { start: index, end: index + text.length + part.length };
    const led = index - lead.length;
    const said = sentence.slice(LATE.test(lead) ? led : index, expression.end);
    if (isStated(said, forms) || EXCEPTED.test(before(sentence, led))) continue;
    const end = part === '' ? endOfRange(sentence, expression.end, text) : expression.end;
    if (last && areOne(sentence, last, expression)) {
      const areHours = isHour(text) && isHour(sentence.slice(last.start, last.end));
      const { start, doubtful } = found.at(-1)!;
      // Hours from and to come each day.
      found[found.length - 1] = { start, end, doubtful: areHours ? asksOfPast(asked) : doubtful === true };
    } else {
      const start = lead === '' ? startOfRange(sentence, index, text) : led;
      found.push({ start, end, doubtful: isToldBeside(asked, start, text) });
    }
    last = expression;
  }
  return withOthersDoubted(asked, withHoursDoubted(asked, [...ofPiece(asked, ofRow(asked, found), false)]));
}

/** Of times one after another, as of "in 1929, 1956 and 1963", the last or first where the question asks for that. */
function ofRow({ sentence, question }: Asked, found: FocusCandidate[]): FocusCandidate[] {
  if (found.length < 2) return found;
  const isRow = found.every(
    ({ start }, i) => i === 0 || IN_ROW.test(sentence.slice(found[i - 1]!.end, start)),
  );
  if (!isRow) return found;
  const which = question.find(({ form }) => WHICH_OF_ROW.has(form))?.form;
  if (which === undefined) return found;
  return which === 'first' ? found.slice(0, 1) : found.slice(-1);
}

function asksOfPast({ question }: Asked): boolean {
  return question.some(({ form }) => PAST.has(form));
}

/**
 * Of what happened once, the date that leads the sentence says more than an hour that stands apart from it. Another day
 * may be that of something else: "Brill, born in 1980, was shot at 9:40 p.m.".
 */
function withHoursDoubted(asked: Asked, found: FocusCandidate[]): FocusCandidate[] {
  const { sentence, question } = asked;
  if (!asksOfPast(asked) || question.some(({ form }) => ASKS_FOR_HOUR.has(form))) return found;
  const isOnlyHour = ({ start, end }: Span) => isHour(sentence.slice(start, end));
  const [day, ...others] = found.filter((candidate) => !isOnlyHour(candidate));
  if (!day || others.length > 0 || !WHOLE_DATE.test(sentence.slice(day.start, day.end))) return found;
  if (day.start > MAX_LEADING || !LEADS.test(sentence.slice(0, day.start))) return found;
  return found.map((candidate) => (isOnlyHour(candidate) ? { ...candidate, doubtful: true } : candidate));
}

/** Of two things that are done one after the other, that with which the question ends has its own time right behind it. */
function withOthersDoubted({ sentence, found: all, question, language }: Asked, found: FocusCandidate[]) {
  const asked = question.at(-1);
  if (!asked || found.length !== 2) return found;
  const [first, second] = found as [FocusCandidate, FocusCandidate];
  const wanted = new Set(roots(asked, language));
  const verb = all.find(
    ({ start, end }) =>
      start >= first.end &&
      AND_NEXT.test(sentence.slice(first.end, start)) &&
      end <= second.start &&
      BEHIND_VERB.test(sentence.slice(end, second.start)),
  );
  if (!verb || !roots(verb, language).some((root) => wanted.has(root))) return found;
  return [{ ...first, doubtful: true }, second];
}

/** Whether a time is part of a name or of a comparison or counted from another, and rather not what is asked for. */
function isToldBeside(asked: Asked, start: number, text: string): boolean {
  const { sentence, anchors } = asked;
  const ahead = before(sentence, start);
  if (A_WEEKDAY.test(text) && asked.question.some(({ form }) => A_WEEKDAY.test(form))) return true;
  if (asksOfPast(asked) && (TODAY.test(text) || EVERY.test(text))) return true;
  if (
    LIFE_BEFORE.test(ahead) &&
    LIFE_BEHIND.test(sentence.slice(start + text.length, start + text.length + MAX_LIFE))
  ) {
    return true;
  }
  if (COUNTED_FROM.test(text) || (/^\p{L}+$/u.test(text) && COMPARED.test(ahead))) return true;
  if (COMPARED_SINCE.test(sentence.slice(Math.max(0, start - MAX_COMPARISON), start))) return true;
  const of = OF.exec(ahead)?.[0].length;
  if (of === undefined) return false;
  if (/^\d{4}$/u.test(text)) return !SEASON_OF.test(ahead);
  // "The court annulled the vote of October 2": asked for the vote alone, it is the day of that.
  return NAMED.test(text) && anchors[0]?.end !== start - of - 1;
}

/** What stands beside a day or month and says which it is, or when of it. */
function beside(sentence: string, index: number, text: string): { lead: string; part: string } {
  if (!NAMED.test(text)) return { lead: '', part: '' };
  const end = index + text.length;
  return {
    lead: LEAD.exec(before(sentence, index))?.[0] ?? '',
    part: PART_BEHIND.exec(sentence.slice(end, end + MAX_PART))?.[0] ?? '',
  };
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
  const counted = anchors.find((anchor) => anchor.start >= end && anchor.start <= end + 2);
  // "In 1857 Odile Brandt" counts no Brandts.
  if (counted && !/^\p{Lu}/u.test(sentence.slice(counted.start, counted.end))) return false;
  return BEFORE_YEAR.test(before(sentence, start));
}

/** Whether four digits are the year that a name ends with: "the Harbour Act 1975". */
export function isYearOfName(sentence: string, { start, end }: Span): boolean {
  return (
    /^(?:1[0-9]|20)\d\d$/u.test(sentence.slice(start, end)) &&
    BEFORE_YEAR_OF_NAME.test(before(sentence, start)) &&
    !COUNTED_BEHIND.test(sentence.slice(end, end + MAX_COUNTED))
  );
}
