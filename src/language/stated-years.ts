import { anyOf } from './any-of.ts';
import { MONTH, MONTH_STARTS } from './calendar-names.ts';
import { noon } from './calendar.ts';
import { saysOnDay } from './other-years.ts';
import type { Around } from './tense.ts';

// Dates and years that are stated with their year, and what is told after them: "On Feb. 13, 1945, the town burned. She
// left on Saturday." That Saturday is not the last one before the text was written.

const YEAR = String.raw`(?:1[0-9]|20)\d{2}`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
/** "Feb. 13, 1945", "13 February 1945", "1945-02-13". */
const FULL_DATE = String.raw`(?<![\d.,-])${anyOf([
  String.raw`(?<month>${MONTH})\b\.? (?<day>${DAY}),? (?<year>${YEAR})`,
  String.raw`(?<dayFirst>${DAY}) (?:of )?(?<monthBehind>${MONTH})\b\.?,? (?<yearBehind>${YEAR})`,
  String.raw`(?<isoYear>${YEAR})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})`,
])}(?![\d-]|[.,:]\d)`;
const FULL_DATES = new RegExp(FULL_DATE, 'g');
/** A time that a story is set in: a full date, "in May 1945", and what a sentence opens with, "In 1945, ...". */
const SETTINGS = new RegExp(
  anyOf([
    FULL_DATE,
    String.raw`\b(?:[Ii]n|[Dd]uring) (?:(?:early|late|mid) )?${MONTH}\b\.?,? (?<ofMonth>${YEAR})\b`,
    String.raw`(?:^|[.!?]["”’)]? )["“‘(]?(?:(?:But|And|It was|[Bb]ack|[Ll]ate|[Ee]arly),? )*(?:[Ii]n|[Dd]uring) (?:(?:the )?(?:late|early|spring|summer|autumn|fall|winter)(?: of)? )?(?<opens>${YEAR})\b(?![\d,.]?\d)`,
    String.raw`\b(?:It|The year) (?:was|is) (?<isYear>${YEAR})\b`,
  ]),
  'g',
);
/** Before a date that is told beside: somebody was born on it, or something that was, is told of. */
const ASIDE =
  /(?:\b(?:born|died|[Ss]ince|dated|founded|established|built|until|from)(?: (?:in|on|at))?(?: [\w.'’-]+){0,3}|\([^()]*|\b(?:who|whom|which|whose|that|where|when|because|after|before|following)\b[^,;:.]*|, [a-z]+ed\b[^,;:.]*) $/;
/** It is told of the day of writing again. */
const NOW =
  /\b(?:now|today|yesterday|tomorrow|tonight|currently|recently|meanwhile|[Ll]ast (?:week|month|night|weekend)|[Tt]his (?:week|month|year|weekend|morning))\b/;
/** In days: what is told in one sentence may be so far apart. */
const NEAR_DAYS = 14;
const BACKGROUND_YEARS = 5;

/** Whether what is told of before in the sentence has a full date from which the day that a note would tell is far. */
export function isFarFromStatedDate({ before }: Around, [first, last]: readonly [Date, Date]): boolean {
  if (saysOnDay(before)) return false;
  const found = [...before.matchAll(FULL_DATES)].filter(({ index }) => !ASIDE.test(before.slice(0, index)));
  return found.some(({ groups }) => {
    const date = dateOf(groups!);
    const near = (day: Date) => Math.abs(day.getTime() - date.getTime()) <= NEAR_DAYS * 86_400_000;
    return !near(first) && !near(last);
  });
}

/** A time before the one of writing that a story is set in. */
export interface Setting {
  /** Whether it is no more than one of the last years, which reports compare with: "In 2022 it lost money". */
  readonly isBackground: boolean;
}

/**
 * What the text before a sentence is set in, where that is a year before the one it was written in and nothing there is of
 * the day of writing again.
 */
export function earlierSetting(earlier: string, year: number): Setting | undefined {
  const settings = [...earlier.matchAll(SETTINGS)].filter(
    ({ index }) => !ASIDE.test(earlier.slice(0, index)),
  );
  const last = settings.at(-1);
  if (!last) return undefined;
  const { year: a, yearBehind, isoYear, ofMonth, opens, isYear } = last.groups!;
  const set = Number(a ?? yearBehind ?? isoYear ?? ofMonth ?? opens ?? isYear);
  const behind = earlier.slice(last.index + last[0].length);
  if (set >= year || NOW.test(behind) || new RegExp(String.raw`\b${year}\b`).test(behind)) return undefined;
  return { isBackground: opens !== undefined && year - set <= BACKGROUND_YEARS };
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): Date {
  const { month, day, year, monthBehind, dayFirst, yearBehind, isoYear, isoMonth, isoDay } = groups;
  if (isoYear !== undefined) return noon(Number(isoYear), Number(isoMonth) - 1, Number(isoDay));
  const name = (month ?? monthBehind)!.slice(0, 3);
  return noon(Number(year ?? yearBehind), MONTH_STARTS.indexOf(name), parseInt((day ?? dayFirst)!, 10));
}
