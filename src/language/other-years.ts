import { anyOf } from './any-of.ts';
import { MONTH, WEEKDAY } from './calendar-names.ts';
import { NO_NOUN, PART } from './date-offsets.ts';
import { BEGINS } from './tense-words.ts';
import { type Around, countPast, hasVerb } from './tense.ts';

// Sentences that tell of another year than the one they were written in: "the river rose on Tuesday in 2002". A note on
// the day would be of the year they were written in, and false.

const YEAR = String.raw`(?:1[5-9]|20)\d{2}`;
/** Four digits that are a year and no part of a greater number. */
const STATED_YEAR = new RegExp(String.raw`(?<![\d,.])${YEAR}(?![\d,.]?\d)`, 'g');

/** "In 2002" and "in the spring of 2002", but neither "in 2000 villages" nor "in the 2002 murder". */
const IN_YEAR = String.raw`\b(?:[Ii]n|[Dd]uring)(?: (?:(?:the )?(?:late|early|mid|middle of|spring|summer|autumn|fall|winter)|${MONTH}\.?)(?: of)?)* (${YEAR})(?![\d,.]?\d)(?=\s*(?:$|[.,;:!?)"”—–])| (?:${NO_NOUN})\b)`;
const YEARS_AGO = String.raw`(?:[Ll]ast year|(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]en|[Tt]wenty|\d{1,3}) years? (?:ago|earlier|before))\b(?!['’])`;
const OPENS = String.raw`^["“‘(]?(?:(?:But|And|It was|[Bb]ack|[Ll]ate|[Ee]arly),? )*`;
/** What opens a sentence tells when all of it was. */
const OPENS_WITH_YEAR = new RegExp(OPENS + IN_YEAR);
const OPENS_WITH_YEARS_AGO = new RegExp(
  OPENS +
    YEARS_AGO +
    '(?=,| (?:the|an?|his|her|its|their|our|my|your|he|she|it|they|we|I|you|this|these|[A-Z]))',
);
/** "The fair last year opened on". */
const SUBJECT_OF_LAST_YEAR = new RegExp(String.raw`${OPENS}(?:[\w'’-]+ ){1,4}last year (?=[a-z])`);
/** Right before a day that a clause of its own begins with: "..., and on Tuesday". */
const BEGINS_CLAUSE = /[,;:] (?:(?:and|but|while|so|yet|now|then) )*(?:(?:on|late|early) )*$/;
const DAY = new RegExp(String.raw`\b${WEEKDAY}\b`);
const DAY_OF_YEAR = new RegExp(String.raw`\b${WEEKDAY}(?: ${PART})?,? (?:back )?${IN_YEAR}`);
/** Right before a day: what was said on it may be of any year, "in 2002 the river rose, officials said on Tuesday". */
const SAID_ON =
  /\b(?:said|told (?:[\w.'’-]+ ){1,3}?|announced|reported|confirmed|added|wrote|testified|warned)(?: in an? [a-z]+)? ?(?:(?:late|early|on) )*$/;
/** Who or what is still there is told of today: "the 2012 champion", "the 2015 accord". */
const OF_TODAY =
  '(?:[a-z-]+ )?(?:champions?|winners?|finalists?|medall?ists?|nominees?|candidates?|laureates?|graduates?|accord|treaty|law|deal|agreement|pact)';
/** "The 1995 flood", "the flood of 1995", whatever is told of it; not "the 1500 workers". */
const SUBJECT_OF_YEAR = new RegExp(
  `${OPENS}${anyOf([
    String.raw`(?:The|(?:During|At) the) (?!\d\d[05]0 [a-z-]+s\b)(${YEAR}) (?=[a-z])(?!${OF_TODAY}\b)`,
    String.raw`(?:The )?(?:[\w'’-]+ ){1,3}of (${YEAR})\b`,
  ])}`,
);
/** Wars that are history whenever they are told of, as long as they are what the sentence is about. */
const WAR = String.raw`(?:(?:First|Second) World War|World War (?:I{1,2}|One|Two|[12])|WW ?(?:I{1,2}|[12])|Great War|Cold War|(?:American|English|Spanish) Civil War|(?:Korean|Vietnam|Crimean|Boer) War|Napoleonic Wars|(?:French|American|October) Revolution)`;
const OF_HISTORY = new RegExp(
  String.raw`${OPENS}(?:(?:[Ii]n|[Dd]uring|[Aa]fter|[Bb]efore|[Aa]t the (?:start|end|beginning|outbreak) of|[Ii]n the [a-z]+ of) )?(?:[Tt]he )?(?:(?:end|start|outbreak|beginning) of (?:the )?)?${WAR}(?:, | (?:(?:was|had|has) )?(?:ended|began|begun|started|broke|broken|was|came|over|finished)\b)`,
);
const YEAR_IN_CLAUSE = new RegExp(IN_YEAR);
const LAST_YEAR_IN_CLAUSE = new RegExp(`${IN_YEAR},? (?:(?:on|late|early|that|this) )*$`);
const YEAR_BESIDE = new RegExp(String.raw`^,? (?:back )?(?:${IN_YEAR}|of (${YEAR})\b)`);
const LAST_YEAR_BEHIND = /^,? last year\b(?!['’])/;
const LAST_YEAR_BEFORE = /\blast year,? (?:on |in |during )?$/i;
/**
 * Between a day and a year: the year is that of something else, as in "jailed on Tuesday for a murder in 2015", or the
 * two are compared.
 */
const OF_ANOTHER =
  /["“”;—(]|\b(?:of|for|over|about|from|against|with|to|since|after|before|following|because|that|who|whom|whose|which|what|where|than|as|like|unlike|(?!morning|evening)[a-z]+ing)\b/;

/** What is told beside, or which case of some year it is: "the team, founded in 1898,", "in the 2018 case". */
const BESIDE = /, [^,]{1,80},|\b(?:in|of|over|about|for) the \d{4} [a-z]+/g;

/** Whether a sentence tells of a war of the past: "The Second World War ended on". */
export function tellsOfHistory(before: string): boolean {
  return /War|WW|Revolution/.test(before) && OF_HISTORY.test(before);
}

/** First and last day that a note would tell. */
type Noted = readonly [Date, Date];

/** Whether a sentence states another year than the one it was written in. */
export function tellsOfAnotherYear({ before, after }: Around, year: number): boolean {
  return [...`${before} | ${after}`.matchAll(STATED_YEAR)].some(([stated]) => Number(stated) !== year);
}

/** Whether a sentence of what is planned is of another year, whatever it tells beside. */
export function isPlannedInAnotherYear({ before, after }: Around, year: number): boolean {
  return tellsOfAnotherYear({ before: before.replaceAll(BESIDE, ' '), after }, year);
}

/**
 * Whether the last year a sentence states is another, and over: a day in the sentence behind it may be of that year.
 */
export function setsAnotherYear(sentence: string, year: number): boolean {
  const last = [...sentence.matchAll(STATED_YEAR)].at(-1);
  if (!last || Number(last[0]) === year) return false;
  return !/\b(?:since|from)(?: \w+)? $/i.test(sentence.slice(0, last.index));
}

/**
 * Whether a weekday is of another year than a note would tell: of the one that the sentence opens with, that its subject
 * is of or that stands in the same clause. Years that are told beside ("born in 1950", "since 1995") are not it.
 */
export function isWeekdayOfOtherYear({ before, after }: Around, [first, last]: Noted, today: Date): boolean {
  const isOwnClause =
    saysOnDay(before) || (BEGINS_CLAUSE.test(before) && hasVerb(before) && !DAY.test(before));
  const years = [yearBefore({ before, after }), yearBehind({ before, after })];
  if (!isOwnClause) {
    if (first <= today && isOfLastYear(before)) return true;
    years.push(OPENS_WITH_YEAR.exec(before)?.[1], DAY_OF_YEAR.exec(before)?.[1], yearOfSubject(before));
  }
  return years.some((year) => isOther(year, [first, last], today));
}

/** Whether a day is the one on which somebody said something. */
export function isSaidOn(before: string): boolean {
  return SAID_ON.test(before);
}

/** Whether a day is the one on which somebody said what is told before: "in 2002 the river rose, officials said on Tuesday". */
export function saysOnDay(before: string): boolean {
  return SAID_ON.test(before) && hasVerb(before.replace(SAID_ON, ''));
}

function isOfLastYear(before: string): boolean {
  const subject = SUBJECT_OF_LAST_YEAR.exec(before);
  return OPENS_WITH_YEARS_AGO.test(before) || (subject !== null && !hasVerb(subject[0]));
}

function yearOfSubject(before: string): string | undefined {
  const subject = SUBJECT_OF_YEAR.exec(before);
  return subject && !hasVerb(subject[0]) ? (subject[1] ?? subject[2]) : undefined;
}

/** Whether right beside a day, week or month another year stands: "this week last year", "today in 1969". */
export function hasOtherYearBeside({ before, after }: Around, noted: Noted, today: Date): boolean {
  if (LAST_YEAR_BEHIND.test(after) || LAST_YEAR_BEFORE.test(before)) return true;
  const [, inYear, ofYear] = YEAR_BESIDE.exec(after) ?? [];
  return isOther(inYear ?? ofYear, noted, today);
}

/** The year before a day in its clause: "it rose in 2002 on Tuesday", not "elected in 2002, on Tuesday he resigned". */
function yearBefore({ before, after }: Around): string | undefined {
  const year = LAST_YEAR_IN_CLAUSE.exec(before)?.[1];
  return year !== undefined && !hasVerb(/^[^,;:"“”—]*/.exec(after)![0]) ? year : undefined;
}

/** The year behind a day in its clause: "on Tuesday in 2002", and of a day that opens it "on Tuesday it rose in 2002". */
function yearBehind({ before, after }: Around): string | undefined {
  const match = YEAR_IN_CLAUSE.exec(after);
  if (!match) return undefined;
  const between = after.slice(0, match.index);
  if (OF_ANOTHER.test(between)) return undefined;
  if (!hasVerb(between)) return match[1];
  const behind = after.slice(match.index + match[0].length);
  return BEGINS.test(before) && countPast(between) === 1 && !hasVerb(behind) ? match[1] : undefined;
}

/** No day to come is of a year that is over, nor one that is over of a year to come. */
function isOther(stated: string | undefined, [first, last]: Noted, today: Date): boolean {
  const year = Number(stated);
  return (year < first.getUTCFullYear() && first <= today) || (year > last.getUTCFullYear() && last >= today);
}
