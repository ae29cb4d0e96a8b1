import { anyOf } from './any-of.ts';
import { WEEKDAY } from './calendar-names.ts';
import { DURATION, TIME } from './expressions.ts';

const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** What an hour is told by without a unit: "nine", "9", "half past nine". */
const HOUR = String.raw`(?:(?:half|a quarter|quarter) (?:past|to) )?(?:${HOURS}|(?:1\d|2[0-3]|\d)(?::[0-5]\d)?)`;
/** What stands at so much is no hour, as a toll or a price is not. */
const AT = String.raw`(?<!\b(?:stands?|stood|stays?|stayed|remains?|remained|put|estimated|valued|priced|capped|limited|level) at )(?<=\b(?:at|until|till) )`;
/** Behind an hour goes on another thought: "at nine and", but not "at nine stations". */
const NO_NOUN = String.raw`(?=[.,;:!?)]*(?:$|\s*$|[.,;:!?)] )| (?:and|or|but|on|in|every|each|to|until|till|sharp|except|when|for|from|then|this|that)\b)`;
const WHICH = String.raw`(?:first|second|third|fourth|last|[12]?\d(?:st|nd|rd|th)|3(?:0th|1st))`;

/** Times that are told in words and that {@link TIME} does not know. */
const IN_WORDS = [
  // The first of each month, the last Friday of the month
  String.raw`\b${WHICH} (?:(?:${WEEKDAY}|day) )?of (?:the|each|every|a) (?:month|week|quarter|year)\b`,
  String.raw`\b(?:noon|midday|midnight)\b`,
  String.raw`${AT}${HOUR}${NO_NOUN}`,
  // "Two days earlier than planned" is no time.
  String.raw`(?:${DURATION.source}) (?:ago|(?:later|earlier)(?! than\b))\b`,
  // "The overnight train" neither.
  String.raw`\bovernight(?=[.,;:)]|$| (?:on|in|into|as|when|while|after|by|at|from|to|and|but)\b)`,
  String.raw`\b(?:every|each) (?:day|night|morning|afternoon|evening|week|month|year|spring|summer|autumn|fall|winter)\b`,
];

/** Expressions of time as {@link TIME} has them, and in words: at nine, noon, the first of each month. */
export const TIME_OR_WORDS = new RegExp(
  `${anyOf(IN_WORDS).replaceAll(' ', String.raw`\s`)}|${TIME.source}`,
  'giu',
);
