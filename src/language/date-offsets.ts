import { MONTH, WEEKDAY } from './calendar-names.ts';
import type { Around } from './tense.ts';

// Days that are counted from others, and others that are counted from them: "two days after Sunday", "the Sunday before
// Christmas", "on Sunday, eight days earlier". A note on "Sunday" would be false, or be taken for what is counted.

/** Parts of a day. */
export const PART = '(?:morning|afternoon|evening|night|noon|midnight)';

const UNIT = '(?:minute|hour|day|night|morning|afternoon|evening|weekend|week|fortnight|month|year|decade)s?';
/** Longer than what one day has many of: "on Sunday, hours later" is that Sunday. */
const LONG_UNIT = '(?:day|night|weekend|week|fortnight|month|year|decade)s?';
const COUNT = String.raw`(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|twenty|several|few|some|couple of|\d{1,3})`;

/** Between what is counted and the day it is counted from. */
const AWAY = 'before|after|following|preceding|prior to|(?:earlier|later|sooner) than';
/**
 * Right before a day that something is counted from: "two days after", "the Monday before late". "For two days before
 * Sunday" tells the last day of what is told itself.
 */
const COUNTED_AWAY = new RegExp(
  String.raw`(?:(?<!\b(?:for|in|every|each|all)(?: (?:${COUNT}))? )\b(?:${UNIT}|${WEEKDAY}(?: ${PART})?) (?:${AWAY})|\beve of) (?:(?:late|early|on) )*$`,
  'i',
);
/** "Two weeks from", but not "for two weeks from tomorrow" nor "every day from tomorrow", of which that is the first. */
const COUNTED_FROM = new RegExp(
  String.raw`(?<!\b(?:for|in|of|next|first|last|least) )\b(?:${COUNT}|the) ${UNIT} from (?:(?:late|early) )*$`,
  'i',
);
/** "Two days after Sunday's vote" needs to be told which Sunday's. */
const OF_SOMETHING_THEN = /^['’]s? /;

/** As in Britain: "a week tomorrow", "a month next Tuesday", "tomorrow week". */
const WEEKS_BEFORE = new RegExp(String.raw`\b${COUNT} (?:week|fortnight|month)s? $`, 'i');
const WEEKS_BEHIND = /^ (?:week|fortnight)(?![\w-])/;

/** What a noun phrase cannot go on with: behind "the Sunday" the day is said which by what follows. */
export const NO_NOUN =
  'before|after|of|following|preceding|prior|that|when|which|who|where|in|on|at|by|for|from|to|with|until|between|during|' +
  'and|or|but|as|was|were|is|are|had|has|have|will|would|can|could|should|must|not|he|she|it|they|we|I|you|the|an?|his|her|its|their|our|my|your|this|these|those|there';
const ALONE = new RegExp(String.raw`^(?: ${PART})?(?:\s*(?:$|[^\s\w'’&/-])|,? (?:(?:${NO_NOUN})\b|[A-Z]))`);

/** Days that a weekday without "the" is counted from too: "on Sunday before Christmas". */
const FEAST = String.raw`(?:Christmas|Xmas|Easter|Pentecost|Whitsun|Advent|Lent|Carnival|Thanksgiving|Halloween|Midsummer|Epiphany|New Year|Ramadan|Eid|Passover|Hanukkah|Diwali|Holi|Nowruz|(?:[A-Z][\w'’]+ ){1,3}(?:Day|Eve|${WEEKDAY}))`;
const BESIDE_FEAST = new RegExp(
  String.raw`^(?: ${PART})? (?:before|after|of|following|preceding) (?:${FEAST}|${MONTH})\b`,
);

/** "Sunday, the last day of September": any that is it. */
const IS_DAY_OF = new RegExp(
  String.raw`^, the (?:[\w-]+ )?(?:day|${WEEKDAY}) (?:of|in|before|after) (?:${FEAST}|${MONTH}|the (?:month|year))\b`,
);
/**
 * "On a rainy Sunday", "one fateful Sunday": any of that kind. Behind "in a", "at the" and others stands a noun as often:
 * "in a statement Sunday".
 */
const OF_A_KIND =
  /\b(?:on (?:an?|one|that) (?:[\w-]+ ){1,2}|(?:an?|one|that) (?:[a-z]+(?:ful|ous|less)|spring|summer|autumn|winter) )$/i;

/** "Sunday after Sunday", "Sunday by Sunday". */
const BESIDE_WEEKDAY = new RegExp(String.raw`^(?: ${PART})? (?:after|before|by|upon) ${WEEKDAY}(?!['’])\b`);

/** A count that stands behind a day: it was so long before or after what was told of. */
const COUNT_BEHIND = new RegExp(
  String.raw`^(?: ${PART})?(?:,| [(–—-])? ?(?:(?:only|just|exactly|about|almost|nearly|barely|some|more than|less than|the|full|whole|next) )*(?:${COUNT} )*(?:the )?${LONG_UNIT} (?:(?:earlier|later|previously|afterwards?|beforehand)\b(?! than\b)|(?:before|after)(?=\s*(?:$|[^\s\w'’])))`,
);
/** "On Sunday, the next day": the one behind a day that was told of. */
const NEXT_BEHIND =
  /^(?:,| \() ?the (?:very )?(?:next|following|previous|preceding|same) (?:day|night|morning|evening)\b/;
/** A count, or a day or week told of, that stands before a day: "two days later, on", "the next day,", "that week, on". */
const TOLD_BEFORE = new RegExp(
  String.raw`\b(?:${LONG_UNIT} (?:(?:before|after)(?=,| on\b)|earlier|later|previously|afterwards?)|(?:the|that|this) (?:very )?(?:next|following|previous|preceding|same) ${UNIT}|that (?:very )?${LONG_UNIT}),?(?: (?:on|late|early))* $`,
  'i',
);

/** Whether something is counted from a day or a period: "two days after Sunday", "the week before last week". */
export function isCountedFrom({ before, after }: Around): boolean {
  return (COUNTED_AWAY.test(before) || COUNTED_FROM.test(before)) && !OF_SOMETHING_THEN.test(after);
}

/** Whether `today`, `tomorrow` or `yesterday` belongs to a count: "a week tomorrow", "tomorrow week". */
export function isWeekFrom({ before, after }: Around): boolean {
  return WEEKS_BEFORE.test(before) || WEEKS_BEHIND.test(after);
}

/**
 * Whether a weekday is counted from what is told beside it, and so need not be the last or the next: "the Sunday before
 * the vote", "on Sunday, eight days earlier", "two days later, on Sunday".
 *
 * @param bare whether nothing belongs to it, as `late` and `next week` may
 */
export function isToldByOther({ before, after }: Around, bare: boolean): boolean {
  if (bare && /\bthe (?:very )?$/i.test(before) && ALONE.test(after)) return true;
  if (bare && OF_A_KIND.test(before)) return true;
  if (
    isWeekFrom({ before, after }) ||
    IS_DAY_OF.test(after) ||
    BESIDE_FEAST.test(after) ||
    BESIDE_WEEKDAY.test(after)
  )
    return true;
  return COUNT_BEHIND.test(after) || NEXT_BEHIND.test(after) || TOLD_BEFORE.test(before);
}

/** Whether a weekend is counted from what is told behind it: "over the weekend before the vote". */
export function isWeekendOfOther({ after }: Around): boolean {
  return /^ (?:before|of|preceding|prior to|when)\b/.test(after) || BESIDE_FEAST.test(after);
}
