import { anyOf } from '../language/any-of.ts';
import { ANY_MONTH, ANY_WEEKDAY_NAME, MONTH_NUMBERS, weekdayNumber } from '../language/calendar-names.ts';
import { isoDay, noon } from '../language/calendar.ts';

/** A calendar date that a text begins with. */
export interface DateInFront {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** How much of the text states it, in UTF-16 code units; with the time of the day that is joined to it by a `T`. */
  readonly length: number;
}

const MONTH = anyOf([...MONTH_NUMBERS.keys()].sort((a, b) => b.length - a.length));
const SPACE = String.raw`[ \t\u00a0]{1,3}`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|\.)?`;
const YEAR = String.raw`(\d{4})(?!\d|[.,]\d)`;
/** `2023-03-15`, `2023-03-15T08:30:00.000Z`; `2023/03/15` too, which nobody reads otherwise. */
const ISO_DATE =
  /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{4})\/(\d{2})\/(\d{2}))(?!\d)(?:T\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?(?![\w:]))?/;
/**
 * `Wed, 15 March 2023`, `15. März 2023`, `the 15th of March 2023`; `March 15, 2023`. Those in digits alone have two
 * readings.
 */
const DATE_IN_WORDS = new RegExp(
  `^(?:(${ANY_WEEKDAY_NAME})\\.?,?${SPACE})?(?:the${SPACE})?${anyOf([
    `${DAY}(?:${SPACE}of)?${SPACE}(${MONTH})\\.?,?${SPACE}${YEAR}`,
    `(${MONTH})\\.?${SPACE}${DAY},?${SPACE}${YEAR}`,
  ])}`,
  'iu',
);
/** Behind a date: the time of the day, with the zone. */
const TIME_BEHIND =
  /^(?:,? (?:at |um )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,9})?)?(?: ?[ap]\.?m\b\.?| Uhr)?(?: ?\(?[A-Z+-][\w:+/-]{0,8}\)?){0,2})?\s*$/u;
/** A date behind which these stand is the first of several. */
const SEVERAL = new RegExp(
  String.raw`^\s*(?:[-–—/]\s*(?:\d|(?:${ANY_MONTH}|${ANY_WEEKDAY_NAME})(?![\p{L}\p{M}]))|(?:to|until|till|through|and|or|bis|und|oder)\b)`,
  'u',
);
/** In UTF-16 code units: as much is looked at for it. */
const MAX_SEVERAL = 20;

/**
 * The calendar date at the beginning of a text, in ISO 8601 or with its month in English or German words;
 * `undefined` where there is none, or the first of several, or one that its weekday contradicts.
 */
export function dateInFront(text: string): DateInFront | undefined {
  const iso = ISO_DATE.exec(text);
  const worded = iso ? null : DATE_IN_WORDS.exec(text);
  const found = iso ?? worded;
  if (!found || SEVERAL.test(text.slice(found[0].length, found[0].length + MAX_SEVERAL))) return undefined;
  if (iso) {
    const [year, month, day] = iso.slice(iso[1] === undefined ? 4 : 1).map(Number);
    return dated(year!, month!, day!, iso[0].length);
  }
  const [, weekday, day, month, year, otherMonth, otherDay, otherYear] = worded!;
  const at = dated(
    Number(year ?? otherYear),
    MONTH_NUMBERS.get((month ?? otherMonth)!.toLowerCase())!,
    Number(day ?? otherDay),
    worded![0].length,
  );
  if (!at || weekday === undefined) return at;
  return new Date(at.date).getUTCDay() === weekdayNumber(weekday) ? at : undefined;
}

/** No date for a day that the calendar has not. */
function dated(year: number, month: number, day: number, length: number): DateInFront | undefined {
  const date = noon(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { date: isoDay(date), length };
}

/** The date that a text is, with the time of the day or without; `undefined` if it is more than that, or none. */
export function wholeDate(text: string): string | undefined {
  const found = dateInFront(text);
  return found && TIME_BEHIND.test(text.slice(found.length)) ? found.date : undefined;
}

/**
 * The date that a field's value states. Behind one in ISO 8601 anything may stand, as in `2020-10-13, last edited by
 * me`, but another date.
 */
export function statedDate(value: string): string | undefined {
  return wholeDate(value) ?? (isoDate(value) && dateInFront(value)?.date);
}

/** The calendar date that a string starts with, e.g. of `2020-10-13T08:00Z`; `undefined` if there is none. */
export function isoDate(stated: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(stated);
  return match
    ? dated(Number(match[1]), Number(match[2]), Number(match[3]), match[0].length)?.date
    : undefined;
}
