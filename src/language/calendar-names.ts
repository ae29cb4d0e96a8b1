import { anyOf } from './any-of.ts';

// The names of months and weekdays, once: what is looked for in texts, and what is written, is made of them.

/** English months, January first. */
export const MONTHS = list(
  'January February March April May June July August September October November December',
);
/** English weekdays by their index in `Date`: Sunday first. */
export const WEEKDAYS = list('Sunday Monday Tuesday Wednesday Thursday Friday Saturday');
/** English months by their first three letters, which tell them apart, January first. */
export const MONTH_STARTS = MONTHS.map((month) => month.slice(0, 3));

/** Full names of English months by their short ones, which have no full stop here; `May` has none. */
export const MONTHS_BY_SHORT_NAME: ReadonlyMap<string, string> = new Map([
  ...MONTHS.map((month) => [month.slice(0, 3), month] as const).filter(([short, full]) => short !== full),
  ['Sept', 'September'],
]);
const SHORT_MONTHS = [...MONTHS_BY_SHORT_NAME.keys()];
const GERMAN_SHORT_MONTHS = list('Okt Dez');
const SHORT_WEEKDAYS = list('Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun');

const GERMAN_MONTHS = list(
  'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember',
);
/** German months that no English one is spelled like. */
export const GERMAN_ONLY_MONTHS = GERMAN_MONTHS.filter((month) => !MONTHS.includes(month));
/** German months that English has too. */
export const SHARED_MONTHS = GERMAN_MONTHS.filter((month) => MONTHS.includes(month));
const GERMAN_WEEKDAYS = list('Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag');
const GERMAN_SHORT_WEEKDAYS = list('Mo Di Mi Do Fr Sa So');

/** Short names of months and weekdays, German ones too, in lower case and without their full stops. */
export const SHORT_NAMES = [...SHORT_MONTHS, ...GERMAN_SHORT_MONTHS, ...SHORT_WEEKDAYS].map((name) =>
  name.toLowerCase(),
);

/** German months, January first, one name each. */
export const GERMAN_MONTHS_BY_NUMBER = GERMAN_MONTHS.filter((month) => month !== 'Jänner');

/**
 * Numbers of months, 1 for January, by their names in lower case: English and German, in full and short without a full
 * stop.
 */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...[MONTHS, GERMAN_MONTHS_BY_NUMBER].flatMap((names) =>
    names.flatMap((name, i) => [
      [name.toLowerCase(), i + 1] as const,
      [name.slice(0, 3).toLowerCase(), i + 1] as const,
    ]),
  ),
  ['sept', 9],
  ['jänner', 1],
  ['mrz', 3],
]);

// Patterns' sources. They have the names' capitals: whoever wants others too sets the flag `i`.

/** An English weekday. */
export const WEEKDAY = anyOf(WEEKDAYS);
/** An English month in full or short, without a full stop; the longer first, for nothing need follow it. */
export const MONTH = anyOf([...MONTHS, ...SHORT_MONTHS].sort((a, b) => b.length - a.length));
/** A German weekday. Saturday's other name, `Sonnabend`, is not among them: no part of the day is told behind it. */
export const GERMAN_WEEKDAY = anyOf(GERMAN_WEEKDAYS);
/** A German month in full. */
export const GERMAN_MONTH = anyOf(GERMAN_MONTHS);
/** A weekday as English or German text may have it. */
export const ANY_WEEKDAY = `(?:${WEEKDAY}s?|${GERMAN_WEEKDAY})`;
/** A month as English or German text may have it, with the full stop that short names may have. */
export const ANY_MONTH = `(?:${anyOf([...MONTHS, ...GERMAN_ONLY_MONTHS])}|${anyOf([...SHORT_MONTHS, ...GERMAN_SHORT_MONTHS])}\\.?)`;
/** A day of a month in digits, from `1` or `01` to `31`. */
export const DAY_OF_MONTH = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
/** A month in digits, from `1` or `01` to `12`. */
export const MONTH_OF_YEAR = '(?:0?[1-9]|1[0-2])';
const WEEKDAY_NAMES = [
  ...WEEKDAYS,
  ...SHORT_WEEKDAYS,
  ...GERMAN_WEEKDAYS,
  'Sonnabend',
  ...GERMAN_SHORT_WEEKDAYS,
];
/** A weekday in English or German, in full or short, without a full stop; the longer first. */
export const ANY_WEEKDAY_NAME = anyOf([...WEEKDAY_NAMES].sort((a, b) => b.length - a.length));

/** The index in `Date`, 0 for Sunday, of a weekday that {@link ANY_WEEKDAY_NAME} fits, in any case. */
export function weekdayNumber(name: string): number {
  const lower = name.toLowerCase();
  const english = WEEKDAYS.findIndex((day) => day.toLowerCase().startsWith(lower));
  if (english >= 0) return english;
  if (lower === 'sonnabend') return 6;
  return (GERMAN_WEEKDAYS.findIndex((day) => day.toLowerCase().startsWith(lower)) + 1) % 7;
}

function list(text: string): readonly string[] {
  return text.split(/\s+/);
}
