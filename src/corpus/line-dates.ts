import { ANY_MONTH, MONTH_NUMBERS } from '../language/calendar-names.ts';
import { isoDay, noon } from '../language/calendar.ts';
import type { Span } from './document.ts';
import { lines } from './paragraphs.ts';
import { dayBefore, type PartDate } from './part-date.ts';
import { dateInFront, wholeDate } from './stated-date.ts';
import { titleDate } from './title-date.ts';

/** A part of a text that begins with a line which states when it was written. Offsets are the text's. */
export interface DatedPart extends Span, PartDate {
  /** Whether the paragraphs below are of it too, as long as nothing else is dated there; those that quote, or none. */
  readonly holds: 'below' | 'quotation' | 'line';
}

/** In UTF-16 code units: as much of a line is looked at. */
const MAX_LENGTH = 160;
/** Before a date: marks of a quotation, of a list, a row or a rule, and brackets. */
const MARKS =
  /^[ \t]*(?:>[ \t]?){0,8}(?<item>(?:[-*+•–—=|]{1,6}|\d{1,3}[.)])[ \t]+)?[*_`]{0,3}(?<bracket>[[(<])?[*_`]{0,3}/;
/** Who wrote a line, where it stands before the date: `mira — 2 May 2024 10:14`. */
const WRITER =
  /^@?[\p{L}\p{N}_.'’-]{1,32}(?: [\p{L}\p{N}_.'’-]{1,32}){0,2}[*_]{0,3}(?: ?[—–•·|,:]| -(?= )|(?= [([<]))[ \t]*[([<]?/u;
/** Behind a date or its time: who writes, as chats and logs have it. */
const BY_SOMEBODY =
  /^[\])>]?[ \t]*(?:[-–—|][ \t]*)?(?:<[^<>\n]{1,40}>|@?[\p{L}\p{N}_.'’-]{1,32}(?: [\p{L}\p{N}_.'’-]{1,32}){0,2}:(?=\s|$)|$)/u;
/** `02/05/2024`, `2.5.24`: with a slash, the month may stand first. */
const IN_DIGITS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const WITHOUT_YEAR = new RegExp(
  String.raw`^(?:(${ANY_MONTH}) (\d{1,2})|(\d{1,2})\.? (${ANY_MONTH}))(?=,? \d{1,2}:\d{2})`,
  'u',
);
const TIME =
  /^(?:,|T)?[ \t]*(?:(?:at|um|•) )?\d{1,2}[:.h]\d{2}(?<seconds>:\d{2}(?:[.,]\d{1,9})?)?(?:[ \u202f]?[ap]\.?m\b\.?)?(?:Z|[ ]?[A-Z]{3,4}\b|[+-]\d{2}:?\d{2})?/i;
const NICKNAME = /^[\])>]?[ \t]*<[^<>\n]{1,40}>/;
/** Behind the hour at which a meeting began: `20:00 to 21:35`. */
const UNTIL = /(?<=\d) ?(?:[-–—]|to|until|till|bis) ?\d{1,2}[:.]\d{2}(?: Uhr)?$/i;
const CLOSED = /^[*_`]{0,3}[\])>]/;
const REST_OF_LINE = /^[\s\])>*_=:|–—-]*$/;
const ENTRY = /^[*_`]{0,3}(?::|[ \t]*[–—|]|[ \t]+-[ \t])/;
/** `mira — Yesterday at 10:14` is counted from the day on which the text was copied. */
const COUNTED = /^(?:.{1,40}[—–-] ?)?\[?(?:Today|Yesterday|Last \w{3,6}day) at \d{1,2}:\d{2}/;
/** Before what somebody wrote earlier. */
const QUOTES =
  /(?:\b(?:wrote|writes|schrieb)\b[^\n]{0,60}:|^[-_ >]*(?:Begin )?(?:[Oo]riginal|[Ff]orwarded) [Mm]essage[-_ :]*)\s*$/;
const SENT = /^[ \t>]*[*_]{0,2}(?:Sent|Date|Gesendet|Datum):[*_]{0,2}[ \t]+(.+)$/;
const OF_MAIL = /^[ \t>]{0,20}[*_]{0,2}(?:From|To|Subject|Von|An|Betreff):/m;

/**
 * The parts of a text that say themselves when they were written: messages of a chat, entries of a log or a diary, mails.
 * In order, disjoint; what is in none of them is of the day that the text around is of.
 *
 * @param written the document's date, `YYYY-MM-DD`; an entry's that is later may be a day that something is planned for
 */
export function datedParts(text: string, written: string | undefined): DatedPart[] {
  const found: (LineDate & { start: number; end: number })[] = [];
  const isMail = OF_MAIL.test(text);
  let open: (typeof found)[number] | undefined;
  let isQuoted = false;
  for (const { start, end } of lines(text)) {
    const line = text.slice(start, Math.min(end, start + MAX_LENGTH));
    const isShort = end - start <= MAX_LENGTH;
    const stated =
      (isShort ? mailDate(line, isMail) : undefined) ??
      (isShort && start === 0 ? recordDate(line) : undefined) ??
      messageDate(line, written) ??
      entryDate(line, written);
    if (stated) {
      open = { start, end, ...stated };
      found.push(open);
      isQuoted = isQuotation(line);
    } else if (open && ends(open, line, isQuoted)) open = undefined;
    else if (open) {
      open.end = end;
      isQuoted ||= isQuotation(line);
    }
  }
  return found;
}

/** Whether a paragraph is a quotation of what somebody wrote, as mails and Markdown mark it. */
export function isQuotation(text: string): boolean {
  return /^[ \t]*>/.test(text);
}

type LineDate = Pick<DatedPart, 'date' | 'holds'>;

/**
 * `[2024-05-02 10:14] mira: …`, `mira — 2 May 2024 10:14`. A time of the day in brackets, one with its seconds and a name in
 * angle brackets are a machine's; what else has a later day than the document may be planned for it.
 */
function messageDate(line: string, written: string | undefined): LineDate | undefined {
  if (COUNTED.test(line)) return { date: undefined, holds: 'below' };
  const marks = MARKS.exec(line)!;
  const rest = line.slice(marks[0].length);
  const front = dateAt(rest, written);
  if (front) {
    const { time, behind } = timeBehind(rest, front);
    const isClosed = marks.groups!['bracket'] !== undefined && CLOSED.test(behind);
    const isStamp = time !== undefined && (isClosed || time === 'seconds' || NICKNAME.test(behind));
    if (isStamp) return { date: front.date, holds: 'below' };
    const isBare = isClosed && marks.groups!['item'] === undefined;
    const isMessage = isBare || (time !== undefined && BY_SOMEBODY.test(behind));
    return isMessage ? { date: unlessPlanned(front, written), holds: 'below' } : undefined;
  }
  const writer = WRITER.exec(rest)?.[0];
  const after = writer === undefined ? undefined : dateAt(rest.slice(writer.length), written);
  const isTimed = after && timeBehind(rest.slice(writer!.length), after).time !== undefined;
  return isTimed ? { date: unlessPlanned(after, written), holds: 'below' } : undefined;
}

/** `Sent: Monday, 6 May 2024 10:14` in a mail, and what quotes one: when that was written need not be told. */
function mailDate(line: string, isMail: boolean): LineDate | undefined {
  if (QUOTES.test(line)) return { date: undefined, holds: 'quotation' };
  const sent = isMail ? SENT.exec(line)?.[1] : undefined;
  return sent === undefined ? undefined : { date: wholeDate(sent.trim()), holds: 'below' };
}

/** `2 May 2024`, and the lines below it; `- 2024-05-02: …` alone. */
function entryDate(line: string, written: string | undefined): LineDate | undefined {
  const rest = line.slice(MARKS.exec(line)![0].length);
  const front = dateAt(rest, written);
  if (!front) return undefined;
  const { behind } = timeBehind(rest, front);
  const goesOn = REST_OF_LINE.test(behind);
  if (!goesOn && !ENTRY.test(behind)) return undefined;
  return { date: unlessPlanned(front, written), holds: goesOn ? 'below' : 'line' };
}

function unlessPlanned({ date }: PartDate, written: string | undefined): string | undefined {
  return date === undefined || written === undefined || date > written ? undefined : date;
}

/** `Minutes of 4 November 2020`, right on top. */
function recordDate(line: string): LineDate | undefined {
  const date = /^\p{Lu}/u.test(line) ? titleDate(line.trim().replace(UNTIL, '')) : undefined;
  return date === undefined ? undefined : { date, holds: 'below' };
}

/** Whether a line that states no date is not of the part above it. */
function ends({ holds }: LineDate, line: string, isQuoted: boolean): boolean {
  if (holds === 'quotation') return isQuoted && line.trim() !== '' && !isQuotation(line);
  return holds === 'line' && (line.trim() === '' || MARKS.exec(line)?.groups!['item'] !== undefined);
}

/** A date that a text begins with; without a day where it may be read in two ways. */
interface Front extends PartDate {
  readonly length: number;
}

function dateAt(text: string, written: string | undefined): Front | undefined {
  const stated = dateInFront(text);
  if (stated) return stated;
  const digits = IN_DIGITS.exec(text);
  if (digits) {
    const [{ length }, first, mark, second, year] = digits as unknown as [string, ...string[]];
    const [a, b] = [Number(first), Number(second)];
    const isDayFirst = mark === '.' || a > 12 || a === b;
    if (!isDayFirst && b <= 12) return { date: undefined, length };
    const [day, month] = isDayFirst ? [a, b] : [b, a];
    const date = noon(Number(year!.length === 2 ? `20${year!}` : year), month - 1, day);
    return { date: date.getUTCDate() === day ? isoDay(date) : undefined, length };
  }
  const inYear = WITHOUT_YEAR.exec(text);
  if (!inYear) return undefined;
  const [{ length }, month, day, dayFirst, monthBehind] = inYear as unknown as [string, ...string[]];
  const number = MONTH_NUMBERS.get((month ?? monthBehind)!.replace('.', '').toLowerCase())!;
  return { date: written && dayBefore(Number(day ?? dayFirst), number, written), length };
}

/** The time of the day behind a date, `seconds` where it has them, and what stands behind. */
function timeBehind(
  text: string,
  { length }: Front,
): { readonly time?: 'minutes' | 'seconds'; readonly behind: string } {
  const behind = text.slice(length);
  if (/T\d{2}/.test(text.slice(0, length))) return { time: 'seconds', behind };
  const time = TIME.exec(behind);
  if (!time) return { behind };
  return {
    time: time.groups!['seconds'] === undefined ? 'minutes' : 'seconds',
    behind: behind.slice(time[0].length),
  };
}
