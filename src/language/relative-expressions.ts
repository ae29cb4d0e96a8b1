import { MONTH, WEEKDAY } from './calendar-names.ts';
import { NO_NOUN, PART } from './date-offsets.ts';

/** By what they count; with "a week ago" one is meant too. */
export const NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');
const COUNTS = ['a', 'an', ...NUMBERS.slice(1)].map(
  (word) => `[${word[0]!.toUpperCase()}${word[0]!}]${word.slice(1)}`,
);
/** What a phrase ends before: "the week before last" is no week in "the week before last orders". */
const PHRASE_END = String.raw`(?=\s*(?:$|[.,;:!?)"”—–])|\s+(?:${NO_NOUN})\b)`;

const ORDINAL = '(?:st|nd|rd|th)?';
const DASH = String.raw`\s?[-–—]\s?`;
/** Between the first and the last of several days of a month. */
const TO_LAST = String.raw`(?:${DASH}|\s+(?:and|to|through|until)\s+)`;
/** The last of several days: "Oct. 24-25", and "Oct. 24 and 25", but not "on Oct. 24 and 25 people". */
const LAST_DAY = String.raw`(?:${DASH}\d{1,2}${ORDINAL}\b|${TO_LAST}\d{1,2}${ORDINAL}\b${PHRASE_END})`;
/** Neither the beginning of a date with its year nor of a greater number: `May 12,000 people`. */
const NO_YEAR = String.raw`(?!${TO_LAST}\d{1,2}${ORDINAL},?\s+\d{4}\b)(?!\.?,?\s+(?:\(|of\s+|in\s+)?\d{4}\b|\d|[/-]\d|[,.:]\d|\s?%|\s+per ?cent)`;

/**
 * Expressions of time in English that need not say which day they mean. Capitals are required where a word has another
 * meaning without ("may 5", "sat").
 */
export const EXPRESSION = new RegExp(
  [
    String.raw`\b(?:(?:[Ll]ate|[Ee]arly)\s+(?:on\s+)?)?${WEEKDAY}(?:\s+${PART})?\s+(?:of\s+)?(?:last|next|this)\s+week\b`,
    String.raw`\b(?:[Ll]ast|[Nn]ext|[Tt]his)\s+week\s+(?:on\s+)?${WEEKDAY}\b`,
    String.raw`\b(?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Ll]ate|[Ee]arly)\s+(?:on\s+)?)?${WEEKDAY}\b(?!\s+\d)`,
    String.raw`\b[Bb]etween\s+(?:${MONTH}\b\.?\s+\d{1,2}${ORDINAL}\s+and\s+\d{1,2}${ORDINAL}\b${PHRASE_END}|\d{1,2}${ORDINAL}\s+and\s+\d{1,2}${ORDINAL}\s+(?:of\s+)?${MONTH}\b)${NO_YEAR}`,
    String.raw`\b${MONTH}\b\.?\s+\d{1,2}${ORDINAL}\b${LAST_DAY}?${NO_YEAR}`,
    String.raw`\b(?:\d{1,2}${ORDINAL}${TO_LAST})?\d{1,2}${ORDINAL}\s+(?:of\s+)?${MONTH}\b${NO_YEAR}`,
    String.raw`\b[Tt]he\s+day\s+(?:after\s+tomorrow|before\s+yesterday)\b`,
    String.raw`\b[Tt]he\s+(?:week(?:end)?|month|year)\s+before\s+last${PHRASE_END}`,
    String.raw`\b[Tt]he\s+(?:week|month|year)\s+after\s+next${PHRASE_END}`,
    String.raw`\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his\s+(?:morning|afternoon|evening))\b`,
    String.raw`\b(?:[Ll]ast|[Nn]ext|[Tt]his)\s+(?:week(?:end)?|month|year)\b`,
    String.raw`\b(?:[Ll]ast|[Nn]ext)\s+${MONTH}\b(?!\.?,?\s+\d)`,
    String.raw`\b(?:[Oo]ver|[Aa]t|[Dd]uring)\s+the\s+weekend\b`,
    String.raw`\b(?:\d{1,3}|${COUNTS.join('|')})\s+(?:days?|weeks?|fortnights?|months?|years?)\s+ago\b`,
  ].join('|'),
  'g',
);

/** Chats write a weekday so, and behind these it is one: "black friday" need not be. */
const SMALL_WEEKDAY =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?<=\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Nn]ext|[Ll]ast|[Tt]his|[Ll]ate|[Ee]arly) \w+)/g;

/** Days of one month, each from 1 to 31, as far as the words go; whether it has them depends on the year. */
export interface DaysOfMonth {
  readonly first: number;
  /** Of several in a row, greater than the first. */
  readonly last?: number;
  /** The part of the expression that says so, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const DAYS = new RegExp(String.raw`(\d{1,2})${ORDINAL}(?:(${TO_LAST})(\d{1,2})${ORDINAL})?`);

/** A text of the same length whose weekdays have the capitals that {@link EXPRESSION} requires. */
export function withCapitalWeekdays(text: string): string {
  return text.replace(SMALL_WEEKDAY, (day) => day[0]!.toUpperCase() + day.slice(1));
}

/**
 * The days of "Oct. 24", "Oct. 24 and 25", "24-27 October", "between 24 and 27 October". Of two that do not follow each other, as in "Oct. 12 and 25",
 * the one that stands beside the month.
 */
export function daysOfMonth(expression: string): DaysOfMonth | undefined {
  const found = DAYS.exec(expression);
  if (!found) return undefined;
  const [days, one, joint, other] = found;
  const whole = { start: 0, end: expression.length };
  const isBetween = /^between/i.test(expression);
  if (other === undefined) return { first: Number(one), ...whole };
  const [first, last] = [Number(one), Number(other)];
  if (joint!.trim() === 'and' && !isBetween ? last === first + 1 : last > first)
    return { first, last, ...whole };
  if (isBetween) return undefined;
  const start =
    found.index + one!.length + (/^(?:st|nd|rd|th)/.exec(days.slice(one!.length))?.[0].length ?? 0);
  return /^\d/.test(expression)
    ? { first: last, start: start + joint!.length, end: expression.length }
    : { first, start: 0, end: start };
}
