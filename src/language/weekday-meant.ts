import { WEEKDAYS } from './calendar-names.ts';
import { addDays, type Days, mondayOf, oneDay, periodAt } from './calendar.ts';
import { isDay } from './date-surroundings.ts';
import { setsAnotherYear, isPlannedInAnotherYear } from './other-years.ts';
import type { Surroundings } from './surroundings.ts';
import { isScheduled } from './scheduled.ts';
import { hasPast, isOrdered, isSaidToCome, tenseOf } from './tense.ts';

export const LOWER_WEEKDAYS: readonly string[] = WEEKDAYS.map((day) => day.toLowerCase());

/** In days: the first day of what was ordered is near; one that was as near in the days before may be meant. */
const MAX_DAYS_TO_ORDERED = 3;

/** The day that a weekday means, told in lower case, as `late tuesday`, `tuesday last week`; `undefined` where it may be another. */
export function weekdayMeant(
  weekday: number,
  lower: string,
  today: Date,
  said: Surroundings,
): Days | undefined {
  if (!isDay(said, lower === LOWER_WEEKDAYS[weekday])) return undefined;
  const week = /\b(last|next|this) week\b/.exec(lower)?.[1];
  if (week) return dayOfWeekMeant(weekday, week, today);
  const back = (today.getUTCDay() - weekday + 7) % 7;
  const forward = (weekday - today.getUTCDay() + 7) % 7;
  const behind = /^ (last|next)(?=\s*(?:$|[.,;:!?)]))/.exec(said.after)?.[1];
  if (lower.startsWith('last') || behind === 'last') return lastMeant(back, today);
  if (lower.startsWith('next') || behind === 'next') return nextMeant(forward, today);
  const year = today.getUTCFullYear();
  if (/^(?:It|The year|This) was \d{4}\b/.test(said.earlier) && setsAnotherYear(said.earlier, year))
    return undefined;
  if (/\bfrom $/i.test(said.before)) {
    const isNear = forward <= MAX_DAYS_TO_ORDERED && isOrdered(said, said.earlier);
    return isNear ? oneDay(addDays(today, forward)) : undefined;
  }
  const tense = tenseOf(said);
  if (lower.startsWith('this')) {
    const told = tense !== 'future' && (hasPast(said.before) || hasPast(said.after));
    return told || forward === 0 ? undefined : oneDay(addDays(today, forward));
  }
  if (tense === undefined && forward <= MAX_DAYS_TO_ORDERED && isOrdered(said, said.earlier))
    return oneDay(addDays(today, forward));
  if (tense === undefined && forward > 0 && isSaidToCome(said, said.earlier))
    return oneDay(addDays(today, forward));
  if (tense === undefined && forward > 0 && isOfThisTime(said, year) && isScheduled(said, said.earlier))
    return oneDay(addDays(today, forward));
  return tense && oneDay(addDays(today, tense === 'future' ? forward : -back));
}

/** Who writes of yesterday says so: on Wednesday, "last Tuesday" is rather that of the week before. */
function lastMeant(back: number, today: Date): Days | undefined {
  return back === 1 ? undefined : oneDay(addDays(today, back === 0 ? -7 : -back));
}

/** On Wednesday, "next Friday" is that of this week to some, and of the next to others, who call the nearer "this". */
function nextMeant(forward: number, today: Date): Days | undefined {
  const nextMonday = addDays(mondayOf(today), 7);
  const day = addDays(today, forward === 0 ? 7 : forward);
  return forward === 1 || day < nextMonday ? undefined : oneDay(day);
}

/** Weeks may begin on Monday or Sunday: which Sunday last week's is, only its writer knows. */
function dayOfWeekMeant(weekday: number, week: string, today: Date): Days | undefined {
  if (weekday === 0 && week !== 'next') return undefined;
  const [monday] = periodAt('week', week === 'last' ? -1 : week === 'next' ? 1 : 0, today);
  return oneDay(addDays(monday, (weekday + 6) % 7));
}

/** Whether no other year is told around: in a story the present is that of its time. */
function isOfThisTime(said: Surroundings, year: number): boolean {
  return !said.setting && !isPlannedInAnotherYear(said, year) && !setsAnotherYear(said.earlier, year);
}
