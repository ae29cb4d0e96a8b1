import { ANY_MONTH, ANY_WEEKDAY, MONTH } from '../../language/calendar-names.ts';
import { before } from './asked.ts';

/** In a pattern: right behind a day. */
export const PART_OF_DAY = '(?:morning|afternoon|evening|night)';

const A_DAY = new RegExp(String.raw`^${ANY_WEEKDAY}(?:\s${PART_OF_DAY})?$`, 'u');
const AN_HOUR =
  /^(?:\d{1,2}:\d\d|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|o['’]clock|Uhr)|noon|midday|midnight)$/iu;
const EVERY_DAY = /^(?:every|each)\s\p{L}+$/iu;

/** From one day of the week to the next that is named. */
const AND_DAY = /^(?:,?\s+(?:and|or|und|oder)|,)\s+$/u;
/** From a day to its date or hour: "Monday, May 3", "Fridays and Sundays at 8 p.m.", "Monday to Friday from 9 a.m.". */
const TO_ITS_TIME = /^,?\s+(?:(?:at|from|between|um|von|zwischen|den|dem)\s+)?$/u;
/** From a date to its hour, and from an hour to its date: "22:10 on 4 May", "7 p.m. Friday". */
const TO_ITS_HOUR = /^(?:,?\s+(?:at|from|between|um|von|zwischen)|,)\s+$/u;
const ON_ITS_DATE = /^,?\s+(?:on|am)(?:\s+the)?\s+$/u;
const TO_ITS_DATE = /^,?\s+$/u;
/** Hours without a digit. */
const HOUR_IN_WORDS = 'noon|midday|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** Behind a day that has hours of its own: "until 10 a.m., on Sundays until 11 a.m.". */
const HAS_ITS_HOURS = new RegExp(
  String.raw`^\s+(?:(?:until|till|bis)(?!\p{L})|\d|(?:from|at|between|um|von|ab|zwischen)\s+(?:\d|(?:${HOUR_IN_WORDS})(?!\p{L})))`,
  'iu',
);
/** ... though not if it is the day's own date: "7 p.m. Friday 3 May". */
const HAS_ITS_DATE = new RegExp(
  String.raw`^,?\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH}|${MONTH}\.?\s+\d)`,
  'iu',
);
/** Prepositions and conjunctions, with which a sentence goes on behind a time. */
const BEHIND_TIME =
  'about|after|against|along|amid|among|and|as|at|because|before|behind|beside|between|but|by|during|following|for|' +
  'from|in|inside|into|near|of|off|on|or|outside|over|since|so|through|to|under|when|where|which|while|who|with|' +
  'within|without|und|oder|im|auf|bei|mit|nach|vor|wegen';
/** Behind a day that goes with the hour without "on": any other word is what the day belongs to, as in "Sunday mass". */
const ENDS_TIME = new RegExp(String.raw`^(?:\s*$|\s?[^\p{L}\p{N}\s'’]|\s+(?:${BEHIND_TIME})(?!\p{L}))`, 'iu');
/** In UTF-16 code units: as much is looked at behind a day. */
const MAX_BEHIND_DAY = 30;

const DASH = /^\s?[-–]\s?$/u;
const TO = /^\s+(?:to|through|thru|bis(?:\s+zu[mr])?)\s+(?:the\s+)?$/iu;
const UNTIL = /^\s+(?:until|till)\s+(?:the\s+)?$/iu;
const AND = /^\s+(?:and|und)\s+(?:the\s+)?$/iu;
const AFTER_FROM = /\b(?:from|vo[mn])\s+(?:the\s+)?$/iu;
const AFTER_BETWEEN = /\b(?:between|zwischen)\s+(?:the\s+)?$/iu;
/** What was at the first time is at the second. */
const CHANGED =
  /\b(?:moved|changed|postponed|shifted|rescheduled|delayed|extended|pushed|(?:moved|pushed|put|set)\s+back|forward|verschoben|verlegt)\s+(?:from|vo[mn])\s+(?:the\s+)?$/iu;

/** A day or an hour that has its month or its "p.m." only behind the other: "from 8 to 12 August", "9-11 a.m.". */
const BARE = String.raw`\d{1,2}(?::\d\d)?(?:st|nd|rd|th|\.)?`;
const FROM_BARE = new RegExp(
  String.raw`\b(?:(?:from|vo[mn])\s+(?:the\s+)?(${BARE}\s+(?:to|until|till|through|bis)\s+(?:the\s+)?)|(?:between|zwischen)\s+(?:the\s+)?(${BARE}\s+(?:and|und)\s+(?:the\s+)?))$`,
  'iu',
);
const DASH_BEHIND_BARE = new RegExp(String.raw`(?<![\p{L}\p{N}.,:/-])(${BARE}\s?[-–]\s?)$`, 'u');
/** ... or only before it: "July 8-12". */
const BARE_BEHIND = /^\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\p{N}:/-]|[.,]\d)/u;
const BEGINS_WITH_DAY = /^\d{1,2}(?:\D|$)/u;
const ENDS_WITH_DAY = new RegExp(String.raw`^${ANY_MONTH}\s+\d{1,2}(?:st|nd|rd|th)?$`, 'iu');

/** Whether an expression of time is an hour, and says no day. */
export function isHour(text: string): boolean {
  return AN_HOUR.test(text);
}

/**
 * Whether two expressions of time are one: the ends of a range, a day and its date or hour, or days of the week one after
 * another. By ranges and dates with their hours, 13 of the 728 marks in right passages of the sets are others, and as many as
 * before, 513, are the answer, a part of it or hold it.
 *
 * @param first half-open range in the sentence, as is the second, which is the next
 */
export function areOne(
  sentence: string,
  first: { readonly start: number; readonly end: number },
  second: { readonly start: number; readonly end: number },
): boolean {
  const from = sentence.slice(first.start, first.end);
  const to = sentence.slice(second.start, second.end);
  const between = sentence.slice(first.end, second.start);
  if (isHour(from) === isHour(to)) {
    if (A_DAY.test(from) && (A_DAY.test(to) ? AND_DAY : TO_ITS_TIME).test(between)) return true;
    return isRange(before(sentence, first.start), between);
  }
  if (isHour(from)) return isItsDate(between, sentence.slice(second.end, second.end + MAX_BEHIND_DAY));
  if (EVERY_DAY.test(from)) return /^\s+at\s+$/u.test(between);
  return (A_DAY.test(from) ? TO_ITS_TIME : TO_ITS_HOUR).test(between);
}

/** Whether a day behind an hour is that hour's, and not the first word of what goes on. */
function isItsDate(between: string, behind: string): boolean {
  if (HAS_ITS_DATE.test(behind)) return TO_ITS_DATE.test(between) || ON_ITS_DATE.test(between);
  if (HAS_ITS_HOURS.test(behind)) return false;
  return ON_ITS_DATE.test(between) || (TO_ITS_DATE.test(between) && ENDS_TIME.test(behind));
}

function isRange(lead: string, between: string): boolean {
  if (DASH.test(between)) return true;
  if (AND.test(between)) return AFTER_BETWEEN.test(lead);
  if (UNTIL.test(between)) return AFTER_FROM.test(lead);
  return TO.test(between) && !CHANGED.test(lead);
}

/** Where a range begins of which an expression of time has the end, else where that begins. */
export function startOfRange(sentence: string, start: number, text: string): number {
  if (!BEGINS_WITH_DAY.test(text)) return start;
  const lead = before(sentence, start);
  const [, to, and] = FROM_BARE.exec(lead) ?? [];
  return start - (to ?? and ?? DASH_BEHIND_BARE.exec(lead)?.[1] ?? '').length;
}

/** Where a range ends of which an expression of time has the beginning, else where that ends. */
export function endOfRange(sentence: string, end: number, text: string): number {
  if (!ENDS_WITH_DAY.test(text)) return end;
  return end + (BARE_BEHIND.exec(sentence.slice(end, end + 10))?.[0].length ?? 0);
}
