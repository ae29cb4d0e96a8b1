import { ANY_MONTH, ANY_WEEKDAY_NAME, DAY_OF_MONTH, MONTH_NUMBERS } from '../language/calendar-names.ts';
import { dayBefore, type PartDate } from './part-date.ts';
import { SECTION_SEPARATOR } from './sections.ts';
import { dateInFront, wholeDate } from './stated-date.ts';
import { titleDate } from './title-date.ts';

/** `[1.2.0] - 2019-06-13`, `Version 2.4 (9 March 2024)`. */
const RELEASE =
  /^(?:\p{L}{1,20} )?\[?v?\d{1,4}(?:\.\d{1,4}){1,3}[\w.+-]{0,20}\]?[ \t]*[-–—:(,/]{0,2}[ \t]*(?=\S)/u;
/** `Monday, 12 May`, `May 12th`. */
const DAY_AND_MONTH = new RegExp(
  `^(?:${ANY_WEEKDAY_NAME}\\.?,? )?(?:the )?(?:(?<day>${DAY_OF_MONTH})(?:st|nd|rd|th|\\.)? (?:of )?(?<month>${ANY_MONTH})|(?<monthFirst>${ANY_MONTH}) (?<dayBehind>${DAY_OF_MONTH})(?:st|nd|rd|th)?):?$`,
  'u',
);
const MONTH_ALONE = new RegExp(`^(?<month>${ANY_MONTH})(?:,? (?<year>\\d{4}))?:?$`, 'u');
const YEAR = /(?<![\d.,#-])(?:1[5-9]|20)\d{2}(?![\d.,]?\d)/g;
const WORD = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

/** The innermost part of a path of sections whose heading tells when it was written, and the path down to it. */
export function sectionDate(
  section: string,
  written: string | undefined,
): (PartDate & { readonly path: string }) | undefined {
  const headings = section.split(SECTION_SEPARATOR);
  for (let i = headings.length; i > 0; i--) {
    const found = headingDate(headings[i - 1]!, written);
    if (found) return { ...found, path: headings.slice(0, i).join(SECTION_SEPARATOR) };
  }
  return undefined;
}

/**
 * What a heading tells of the day on which what is below it was written: minutes of a meeting, an entry of a log, a release.
 * `undefined` for one that tells nothing, or the document's own day or year.
 *
 * @param written the document's date, `YYYY-MM-DD`; what has a later one may be planned for it
 */
export function headingDate(heading: string, written: string | undefined): PartDate | undefined {
  const words = heading.replace(/^[\s*_#]+|[\s*_#:]+$/g, '');
  const ofRelease = wholeDate(words.replace(RELEASE, '').replace(/\)$/, ''));
  const date = wholeDate(words) ?? titleDate(words) ?? ofRelease;
  if (date !== undefined) {
    const isEntry = wholeDate(words) !== undefined;
    if (isEntry && (written === undefined || date > written)) return { date: undefined };
    return { date };
  }
  const inYear = DAY_AND_MONTH.exec(words)?.groups;
  if (inYear) {
    const { day, month, monthFirst, dayBehind } = inYear;
    const number = monthNumber((month ?? monthFirst)!);
    return { date: written && dayBefore(Number(day ?? dayBehind), number, written) };
  }
  return tellsOfAnotherTime(words, written) ? { date: undefined } : undefined;
}

function tellsOfAnotherTime(words: string, written: string | undefined): boolean {
  const month = MONTH_ALONE.exec(words)?.groups;
  if (month && written !== undefined && monthNumber(month['month']!) !== Number(written.slice(5, 7)))
    return true;
  for (const { index } of words.matchAll(WORD)) {
    const found = dateInFront(words.slice(index));
    if (found && found.date !== written) return true;
  }
  return [...words.matchAll(YEAR)].some(([year]) => year !== written?.slice(0, 4));
}

function monthNumber(name: string): number {
  return MONTH_NUMBERS.get(name.replace('.', '').toLowerCase())!;
}
