import { MONTH_STARTS, WEEKDAYS } from './calendar-names.ts';
import { addDays, type Days, isoDay, mondayOf, noon, oneDay, type Period, periodAt } from './calendar.ts';
import { hasDateBeside, isAgo, isDayOfMonth, isNearDay, isPeriod } from './date-surroundings.ts';
import { hasOtherWeekday, namesEvent } from './named-dates.ts';
import {
  hasOtherYearBeside,
  isPlannedInAnotherYear,
  isSaidOn,
  isWeekdayOfOtherYear,
  setsAnotherYear,
  tellsOfAnotherYear,
  tellsOfHistory,
} from './other-years.ts';
import { daysOfMonth, EXPRESSION, NUMBERS, withCapitalWeekdays } from './relative-expressions.ts';
import { type Range, sentences } from './sentences.ts';
import type { Surroundings } from './surroundings.ts';
import { daysOfSpeechBefore, isSpeechOfOtherTime, speeches } from './speech.ts';
import { earlierSetting, isFarFromStatedDate, type Setting } from './stated-years.ts';
import { isAnnounced, isFixed, tenseOf } from './tense.ts';
import { LOWER_WEEKDAYS, weekdayMeant } from './weekday-meant.ts';

/** An expression of time that says which day it means only to who knows when it was written. */
export interface RelativeDate {
  /** As it stands in the text. */
  readonly expression: string;
  /** Half-open UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Last day where several are meant. */
  readonly until?: string;
}

const LOWER_MONTHS = MONTH_STARTS.map((month) => month.toLowerCase());
const MONTH_START = new RegExp(LOWER_MONTHS.join('|'));

/**
 * In characters: what stands further off tells nothing of an expression, and in a long list would be read again for
 * each.
 */
const AROUND = 300;
/** In characters: so far back a sentence may be in which the year is stated that a story is set in. */
const STORY_BEFORE = 600;

const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ...['yesterday', 'last night'].map((day) => [day, -1] as const),
  ...['today', 'tonight', 'this morning', 'this afternoon', 'this evening'].map((day) => [day, 0] as const),
  ['tomorrow', 1],
  ['the day before yesterday', -2],
  ['the day after tomorrow', 2],
]);

/**
 * In days: how far after its date a document may tell of a day and month without a verb in the future, as past or as
 * near; what is further ahead gets no note.
 */
const MAX_DAYS_AHEAD = 7;
/** In days: how far back a day and month may be that is told of as announcements are: "the fair opens on 5 June". */
const MAX_DAYS_BACK = 60;
/**
 * In days: how far back a day and month may be that is told of as past where next year's is nearer. In TempEval-3's 256
 * articles of the press 5 more days are right than with 182, and none is wrong; with 300 there are no more.
 */
const MAX_DAYS_PAST = 274;
/** In days: how far ahead one may be that is fixed beforehand; further off, last year's is nearer. */
const MAX_DAYS_FIXED = 182;

/**
 * Finds expressions such as `Sunday`, `late Tuesday`, `last week`, `Sept. 27` in English text and the days they
 * mean. A weekday is the last one up to the reference day where its clause tells of the past, and the next where it
 * tells of the future; where it may be either, and where a date stands beside it, there is no note.
 *
 * @param reference the day the text was written, `YYYY-MM-DD`
 * @param preceding what stands before the text in its document, as far as it is known: a year may be stated there
 */
export function relativeDates(written: string, reference: string, preceding = ''): RelativeDate[] {
  const text = withCapitalWeekdays(written);
  const today = new Date(`${reference}T12:00:00Z`);
  const found: RelativeDate[] = [];
  const matches = [...text.matchAll(EXPRESSION)];
  if (matches.length === 0) return found;
  const ranges = sentences(text);
  const settings: { readonly of: Setting | undefined }[] = [];
  const ofOtherTime = speeches(text).filter((speech) =>
    isSpeechOfOtherTime(text, speech, today.getUTCFullYear()),
  );
  let at = 0;
  let speechAt = 0;
  for (const match of matches) {
    const { start, end } = told(match);
    const expression = text.slice(start, end);
    while (at < ranges.length - 1 && ranges[at]!.end <= match.index) at++;
    while (speechAt < ofOtherTime.length && ofOtherTime[speechAt]!.end <= match.index) speechAt++;
    if (speechAt < ofOtherTime.length && ofOtherTime[speechAt]!.start < match.index) continue;
    settings[at] ??= {
      of: earlierSetting(storyBefore(text, ranges[at]!, preceding), today.getUTCFullYear()),
    };
    const said = {
      ...saidAround(text, start, end, ranges[at]!, ranges[at - 1]),
      setting: settings[at]!.of,
    };
    if (tellsOfHistory(said.before)) continue;
    const days = daysMeant(expression, today, said);
    if (!days || isOfOtherYear(expression, said, days, today)) continue;
    const [first, last] = days;
    if (first.getUTCFullYear() < 0 || last.getUTCFullYear() > 9999) continue;
    const until = last > first ? { until: isoDay(last) } : {};
    found.push({ expression: written.slice(start, end), start, end, date: isoDay(first), ...until });
  }
  return found;
}

/** Whether a text has an expression that {@link relativeDates} may tell the day of. */
export function mayHaveRelativeDates(text: string): boolean {
  return withCapitalWeekdays(text).search(EXPRESSION) >= 0;
}

/** Where an expression stands, without a day that does not follow the one beside its month. */
function told({ 0: expression, index }: RegExpExecArray): Range {
  const days = MONTH_START.test(expression.toLowerCase()) ? daysOfMonth(expression) : undefined;
  return days
    ? { start: index + days.start, end: index + days.end }
    : { start: index, end: index + expression.length };
}

function storyBefore(text: string, { start }: Range, preceding: string): string {
  const own = text.slice(Math.max(0, start - STORY_BEFORE), start);
  const left = STORY_BEFORE - own.length;
  return `${left > 0 ? preceding.slice(-left) : ''} ${own}`.replaceAll(/\s+/g, ' ').trimStart();
}

function saidAround(text: string, start: number, end: number, sentence: Range, previous?: Range) {
  const spaced = (from: number, to: number) => text.slice(from, to).replaceAll(/\s+/g, ' ');
  return {
    before: spaced(Math.min(Math.max(sentence.start, start - AROUND), start), start),
    after: spaced(end, Math.max(Math.min(sentence.end, end + AROUND), end)),
    earlier: previous ? spaced(previous.start, Math.min(previous.end, previous.start + AROUND)) : '',
  };
}

function daysMeant(expression: string, today: Date, said: Surroundings): Days | undefined {
  const lower = expression.toLowerCase().replaceAll(/\s+/g, ' ');
  if (/\d/.test(lower) && MONTH_START.test(lower) && !lower.endsWith(' ago'))
    return isDayOfMonth(expression, said) && !namesEvent(said)
      ? dayOfMonthMeant(lower, today, said)
      : undefined;

  const ofAYear = /^\w+ year(?: before last| after next)?$/.test(lower);
  if (!ofAYear && hasDateBeside(said)) return undefined;
  const weekday = LOWER_WEEKDAYS.findIndex((day) => lower.includes(day));
  if (weekday >= 0) return weekdayMeant(weekday, lower, today, said);
  const month = LOWER_MONTHS.indexOf(/^(?:last|next) (\w{3})/.exec(lower)?.[1] ?? '');
  if (month >= 0) return isPeriod(expression, said) ? monthMeant(month, lower, today, said) : undefined;
  const period = /\b(week|month|year|weekend)(?: before last| after next)?$/.exec(lower)?.[1];
  if (period) return isPeriod(expression, said) ? periodMeant(period, lower, today, said) : undefined;

  const near = NEAR_DAYS.get(lower);
  if (near !== undefined)
    return isNearDay(expression, said) && !isSaidOnOtherDay(said, today)
      ? oneDay(addDays(today, near))
      : undefined;
  const ago = /^(\S+) (day|week|fortnight|month|year)s? ago$/.exec(lower);
  return ago && isAgo(said) ? agoMeant(ago[1]!, ago[2]!, today) : undefined;
}

/** Whether what is said around an expression is of another year. A day and month were read with that in mind. */
function isOfOtherYear(expression: string, said: Surroundings, days: Days, today: Date): boolean {
  if (/\d|\byear/i.test(expression)) return false;
  const isWeekday = LOWER_WEEKDAYS.some((day) => expression.toLowerCase().includes(day));
  if (hasOtherYearBeside(said, days, today)) return true;
  if (!isWeekday) return false;
  if (said.setting && !said.setting.isBackground && days[0] <= today && !isSaidOn(said.before)) return true;
  return isWeekdayOfOtherYear(said, days, today) || isFarFromStatedDate(said, days);
}

function isSaidOnOtherDay({ earlier, before }: Surroundings, today: Date): boolean {
  return daysOfSpeechBefore(earlier, before).some((day) => day !== WEEKDAYS[today.getUTCDay()]);
}

/** Weeks, fortnights, months and years ago tell no day, only the week, month or year. */
function agoMeant(word: string, unit: string, today: Date): Days {
  const count = /^\d/.test(word) ? Number(word) : Math.max(1, NUMBERS.indexOf(word));
  if (unit === 'fortnight') return periodAt('week', -2 * count, today);
  return unit === 'day' ? oneDay(addDays(today, -count)) : periodAt(unit as Period, -count, today);
}

function periodMeant(period: string, lower: string, today: Date, said: Surroundings): Days | undefined {
  const far = / before last$/.test(lower) ? -2 : / after next$/.test(lower) ? 2 : 0;
  const step = far !== 0 ? far : lower.startsWith('last') ? -1 : lower.startsWith('next') ? 1 : 0;
  if (period !== 'weekend') return periodAt(period as Period, step, today);
  const begun = today.getUTCDay() === 6 || today.getUTCDay() === 0;
  const saturday = addDays(mondayOf(today), 5);
  const weekend = (weeks: number): Days => [addDays(saturday, 7 * weeks), addDays(saturday, 7 * weeks + 1)];
  // On Wednesday, "next weekend" is as doubtful as "next Friday".
  if (step > 0 && !begun) return undefined;
  if (step !== 0) return weekend(step);
  if (begun) return weekend(0);
  const tense = tenseOf(said);
  if (lower.startsWith('this')) return tense === 'past' ? undefined : weekend(0);
  return tense && weekend(tense === 'future' ? 0 : -1);
}

/** Next to this year's, "last May" may be it or the one before; where this year's is yet to come, there is one only. */
function monthMeant(month: number, lower: string, today: Date, said: Surroundings): Days | undefined {
  const step = lower.startsWith('last') ? -1 : 1;
  const year = today.getUTCFullYear();
  if ((month - today.getUTCMonth()) * step >= 0 || tellsOfAnotherYear(said, year)) return undefined;
  return [noon(year + step, month, 1), noon(year + step, month + 1, 0)];
}

/** A day and month without a year are of the year that brings them nearest to the day they were written. */
function dayOfMonthMeant(lower: string, today: Date, said: Surroundings): Days | undefined {
  const month = LOWER_MONTHS.indexOf(MONTH_START.exec(lower)?.[0] ?? '');
  const { first: day = 0, last } = daysOfMonth(lower) ?? {};
  const year = today.getUTCFullYear();
  if (setsAnotherYear(said.earlier, year)) return undefined;
  const tense = tenseOf(said);
  const isPlanned = tense === 'future' || (tense === undefined && isFixed(said));
  if (isPlanned ? isPlannedInAnotherYear(said, year) : tellsOfAnotherYear(said, year)) return undefined;
  const future = tense === 'future';
  const past = tense === 'past' || /\blast $/i.test(said.before);
  if (said.setting && !future) return undefined;
  const fixed = isPlanned && !future;
  const mayCome = fixed || (tense === undefined && isAnnounced(said));
  const distance = (candidate: Date) => Math.abs(candidate.getTime() - today.getTime());
  const nearest = [-1, 0, 1]
    .map((step) => noon(year + step, month, day))
    .filter((candidate) => candidate.getUTCMonth() === month && candidate.getUTCDate() === day)
    .filter((candidate) => !future || candidate >= today)
    .filter((candidate) => !past || candidate <= addDays(today, MAX_DAYS_AHEAD))
    .filter((candidate) => !mayCome || candidate >= addDays(today, -MAX_DAYS_BACK))
    .sort((a, b) => distance(a) - distance(b))[0];
  if (!nearest || hasOtherWeekday(said, nearest)) return undefined;
  // Told of as past where it is just ahead, it is some earlier year's: "the armistice was signed on Nov. 11".
  if (past && (nearest > today || nearest < addDays(today, -MAX_DAYS_PAST))) return undefined;
  // "Last Oct. 3" may be this year's or the one before, if this year's is just over.
  if (/\blast $/i.test(said.before) && nearest > addDays(today, -MAX_DAYS_BACK)) return undefined;
  // What will be done about the fire of 27 September is done before it has been a year.
  if (future && noon(nearest.getUTCFullYear() - 1, month, day) >= addDays(today, -MAX_DAYS_BACK))
    return undefined;
  const ahead = fixed ? MAX_DAYS_FIXED : MAX_DAYS_AHEAD;
  if (!future && nearest > addDays(today, ahead)) return undefined;
  const end = last === undefined ? nearest : addDays(nearest, last - day);
  return end.getUTCMonth() === month ? [nearest, end] : undefined;
}
