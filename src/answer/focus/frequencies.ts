import type { Span } from '../../corpus/document.ts';
import { WEEKDAY } from '../../language/calendar-names.ts';
import { NUMBER } from '../../language/expressions.ts';

const ASKS_HOW_OFTEN = /(?<!\p{L})(?:how (?:often|frequently)|wie (?:oft|häufig))(?!\p{L})/iu;

const UNIT = `(?:seconds?|minutes?|hours?|days?|nights?|mornings?|evenings?|weekdays?|weekends?|weeks?|fortnights?|months?|quarters?|seasons?|years?|decades?|(?:${WEEKDAY})s?)`;
const WHICH = 'other|second|third|fourth|few|first|last|single';
/** What is told by "every": "every two hours", "each Friday", "every few weeks". */
const EVERY = `(?:every|each) (?:(?:${WHICH}) |(?:${NUMBER.source}) )?${UNIT}`;
const TIMES = `(?:once|twice|thrice|(?:${NUMBER.source}|several|a few|many) times)(?: (?:(?:in|per|an?|each|every) )+(?:(?:${NUMBER.source}) )?${UNIT})?`;
const OF_EACH = String.raw`(?:first|second|third|fourth|last|\d{1,2}(?:st|nd|rd|th)) (?:(?:${WEEKDAY}|day) )?of (?:the|each|every) (?:week|month|quarter|year)`;
const ADVERBS =
  '(?:half-)?hourly|daily|nightly|(?:bi-?)?weekly|fortnightly|(?:bi-?)?monthly|quarterly|(?:half-)?yearly|annually|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days';
const GERMAN =
  '(?:ein|zwei|drei|vier|mehr)mals?(?: (?:am|pro|im|in der|die) (?:Tag|Woche|Monat|Jahr|Stunde))?|jede[nrs]? (?:(?:zweite|dritte)[nr]? )?(?:Tag|Woche|Monat|Jahr|Stunde)|(?:stünd|täg|wöchent|monat|jähr)lich';

const FREQUENCY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[EVERY, OF_EACH, TIMES, ADVERBS, GERMAN].join('|')})(?![\\p{L}\\p{N}])`.replaceAll(
    ' ',
    String.raw`\s`,
  ),
  'giu',
);

/** Whether a question asks how often something is done or happens. */
export function asksHowOften(question: string): boolean {
  return ASKS_HOW_OFTEN.test(question);
}

/** Where a sentence says how often: "every two hours", "twice a day", "daily". */
export function frequenciesIn(sentence: string): Span[] {
  return [...sentence.matchAll(FREQUENCY)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}
