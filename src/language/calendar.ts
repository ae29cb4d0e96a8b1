/** First and last day, each at noon UTC: so no machine's time zone moves a date. */
export type Days = readonly [Date, Date];

/** A day at noon UTC; months and days beyond a year's or a month's end count on, as in `Date`. */
export function noon(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(12);
  return date;
}

/** The Monday on or before a day. */
export function mondayOf(day: Date): Date {
  return addDays(day, -((day.getUTCDay() + 6) % 7));
}

/** So many days after a day; before it if negative. */
export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}

/** `YYYY-MM-DD`. */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** A single day as a range. */
export function oneDay(day: Date): Days {
  return [day, day];
}

/** What {@link periodAt} counts in. */
export type Period = 'week' | 'month' | 'year';

/** The week (from Monday), month or year so many after the one of a day; before it if negative. */
export function periodAt(period: Period, step: number, today: Date): Days {
  const year = today.getUTCFullYear();
  const month = today.getUTCMonth();
  if (period === 'year') return [noon(year + step, 0, 1), noon(year + step, 11, 31)];
  if (period === 'month') return [noon(year, month + step, 1), noon(year, month + step + 1, 0)];
  const monday = addDays(mondayOf(today), step * 7);
  return [monday, addDays(monday, 6)];
}
