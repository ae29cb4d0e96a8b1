import { datelineOf } from '../corpus/dateline.ts';
import type { Passage } from '../corpus/document.ts';
import { isNoticeOfReprint, isTitleOfEarlierYear } from '../corpus/earlier-year.ts';
import { sectionDate } from '../corpus/heading-date.ts';
import { datedParts, isQuotation } from '../corpus/line-dates.ts';
import { dayBefore, type PartDate } from '../corpus/part-date.ts';
import { SECTION_SEPARATOR } from '../corpus/sections.ts';
import { titleDate } from '../corpus/title-date.ts';
import { mayHaveRelativeDates, relativeDates } from '../language/relative-dates.ts';
import type { DateNote } from './answer.ts';

/** What a document states of itself, as far as notes are counted from it. */
interface Dated {
  readonly title?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

/** The day that a part's notes are counted from, if any is known, and what states it. */
type Reference = PartDate & Partial<Pick<DateNote, 'statedBy'>>;

/** So many passages before one are looked at for what dates it: reading one takes 25 µs. */
const MAX_BACK = 32;
/** In UTF-16 code units: no more text before one is looked at. */
const MAX_LENGTH_BACK = 50_000;
/** So many passages before one may tell which year it is set in. */
const MAX_STORY_BACK = 2;

/**
 * The bot's notes on a passage's relative dates, each counted from the nearest date that is stated: by its own line, as in
 * a chat; by the dateline, the dated line or the heading above it; by the document. Where the nearest is of another time that is
 * not told, there are none.
 *
 * @param before the passage so many places before it in its document, 1 for the one right above; `undefined` before the first
 */
export function dateNotes(
  passage: Passage,
  document: Dated,
  before: (back: number) => Passage | undefined,
): DateNote[] {
  const { text, start: offset } = passage;
  if (!mayHaveRelativeDates(text)) return [];
  const around = referenceOf(passage, document, before);
  const parts = datedParts(text, document.date);
  const notes: DateNote[] = [];
  const add = (start: number, end: number, { date, statedBy }: Reference, preceding: string) => {
    if (date === undefined || start >= end) return;
    for (const note of relativeDates(text.slice(start, end), date, preceding))
      notes.push({
        ...note,
        start: offset + start + note.start,
        end: offset + start + note.end,
        reference: date,
        // Of the same day as the document, it need not be told where else that stands.
        ...(statedBy === undefined || date === document.date ? {} : { statedBy }),
      });
  };
  let at = 0;
  for (const { start, end, date } of [...parts, { start: text.length, end: text.length, date: undefined }]) {
    add(at, start, around, at === 0 ? storyBefore(passage, before) : '');
    add(start, end, { date, statedBy: 'line' }, '');
    at = end;
  }
  return oncePerDay(notes.filter((note) => !isReference(note)));
}

/** The first of those that tell the same day of the same expression: a list may name it a thousand times. */
function oncePerDay(notes: readonly DateNote[]): DateNote[] {
  const told = new Map<string, DateNote>();
  for (const note of notes) {
    const key = `${note.expression} ${note.date} ${note.until ?? ''}`;
    if (!told.has(key)) told.set(key, note);
  }
  return [...told.values()];
}

/** Whether a note is on the day that a line or a dateline states without a year. */
function isReference({ expression, date, until, reference, statedBy }: DateNote): boolean {
  const isStamp = statedBy === 'line' || statedBy === 'dateline';
  return isStamp && date === reference && until === undefined && /\d/.test(expression);
}

function referenceOf(
  passage: Passage,
  document: Dated,
  before: (back: number) => Passage | undefined,
): Reference {
  const { date: written, title } = document;
  const heading = passage.section === undefined ? undefined : sectionDate(passage.section, written);
  const own = reportDate(passage.text, written);
  if (own) return own;
  const isReprint = (text: string) => written !== undefined && isNoticeOfReprint(text, written);
  if (isReprint(passage.text)) return { date: undefined };
  let length = 0;
  for (let back = 1; back <= MAX_BACK && length < MAX_LENGTH_BACK; back++) {
    const above = before(back);
    if (!above || (heading && !isWithin(above.section, heading.path))) break;
    if (!isAround(above, passage)) {
      // Behind minutes of one day and minutes of another, notes may be of either.
      const beside =
        !heading && above.section !== undefined ? sectionDate(above.section, written)?.date : undefined;
      if (beside !== undefined && beside !== written) return { date: undefined };
      continue;
    }
    length += above.text.length;
    const last = datedParts(above.text, written).at(-1);
    if (last && last.end >= above.text.trimEnd().length) {
      const holds = last.holds === 'below' || (last.holds === 'quotation' && isQuotation(passage.text));
      if (holds) return { date: last.date, statedBy: above.text === title ? 'title' : 'line' };
    }
    const report = reportDate(above.text, written);
    if (report) return report;
    if (isReprint(above.text)) return { date: undefined };
  }
  if (heading) return { date: heading.date, statedBy: 'section' };
  if (written !== undefined && title !== undefined && isTitleOfEarlierYear(title, written))
    return { date: undefined };
  const ofTitle = title === undefined ? undefined : titleDate(title);
  return ofTitle === undefined || written === undefined || ofTitle > written
    ? { date: written }
    : { date: ofTitle, statedBy: 'title' };
}

/** The day of the dateline that a paragraph begins with. */
function reportDate(text: string, written: string | undefined): Reference | undefined {
  const { day, year } = datelineOf(text) ?? {};
  if (day === undefined) return undefined;
  const [month, date] = day.split('-').map(Number) as [number, number];
  if (year !== undefined)
    return {
      date: `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
      statedBy: 'dateline',
    };
  return { date: written && dayBefore(date, month, written), statedBy: 'dateline' };
}

function isWithin(section: string | undefined, path: string): boolean {
  return section === path || section?.startsWith(path + SECTION_SEPARATOR) === true;
}

/** Whether what dates a passage above may date another: it is in the same section, or in one around it. */
function isAround(above: Passage, { section }: Passage): boolean {
  return above.section === undefined || isWithin(section, above.section);
}

function storyBefore(passage: Passage, before: (back: number) => Passage | undefined): string {
  let story = '';
  for (let back = 1; back <= MAX_STORY_BACK; back++) {
    const above = before(back);
    if (!above || !isAround(above, passage)) break;
    if (!isQuotation(above.text)) story = `${above.text} ${story}`;
  }
  return story;
}
