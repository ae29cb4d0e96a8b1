import { ANY_WEEKDAY_NAME, ANY_MONTH, DAY_OF_MONTH, MONTH_NUMBERS } from '../language/calendar-names.ts';
import { fold } from '../language/words.ts';
import type { ParsedDocument } from './document.ts';
import { looksLikeHeadline } from './headline.ts';
import { dateInFront } from './stated-date.ts';

/** `ST. IVES, `, `HARROW, Fenland, `. */
const PLACE = new RegExp(
  String.raw`^\p{Lu}{2}[\p{Lu}\p{M}'’. -]{0,40}(?:, ?(?!${ANY_WEEKDAY_NAME}\b)\p{Lu}[\p{L}. ]{1,30}(?=,))?,? `,
  'u',
);
/** `(Quill) - `, `/NewsWire/ -- `: without an agency it may be the scene of a story. */
const AGENCY = /^,? ?(?:\([^()\n]{2,40}\)|\/[^/\n]{2,40}\/) ?[-–—]{1,2}\s/u;
/** As much of a paragraph as is looked at. */
const MAX_LENGTH = 160;
/** As much of a paragraph as its first line is looked for in, which may be a headline. */
const MAX_HEADLINE = 160;

/**
 * Any dateline: its place, in capitals or not, its day with the year or without, and its agency. `LONDON, Jan. 5 - `,
 * `Kestrel, 3 May 2020 (Agency) - `, `(Agency) — `.
 */
const DATELINE = new RegExp(
  [
    String.raw`^(?:(?<place>\p{Lu}[\p{L}\p{M}'’.]*(?:[- ]\p{Lu}[\p{L}\p{M}'’.]*){0,4}(?:, (?!${ANY_WEEKDAY_NAME}\b|${ANY_MONTH})\p{Lu}[\p{L}. ]{1,30}?)?),? ?(?=[(/\p{L}\p{Nd}]))??`,
    String.raw`(?:(?:${ANY_WEEKDAY_NAME}\.?, )?(?:(?<month>${ANY_MONTH})\.? (?<day>${DAY_OF_MONTH})(?:st|nd|rd|th)?|(?<dayFirst>${DAY_OF_MONTH})\.? (?<monthBehind>${ANY_MONTH}))\.?(?:,? (?<year>\d{4}))?,? ?)?`,
    String.raw`(?:(?:\((?<agency>\p{Lu}[^()\n]{1,40})\)|\/(?<wire>\p{Lu}[^/\n]{1,40})\/) ?)?`,
    String.raw`[-–—]{1,2}\s+`,
  ].join(''),
  'u',
);

const IN_CAPITALS = /^\p{Lu}{2}/u;

/** What a dateline says of a report, each part folded for comparison. */
export interface Dateline {
  readonly place?: string;
  /** `5-3` for the third of May. */
  readonly day?: string;
  readonly year?: string;
  readonly agency?: string;
  /** How much of the paragraph it is, in UTF-16 code units. */
  readonly length: number;
}

/**
 * The dateline that a paragraph begins with, also one without an agency or a year. It has two of a place, a day and an
 * agency, or the agency alone; what has no day may be something else where no report begins: `(Optional) - `.
 */
export function datelineOf(paragraph: string): Dateline | undefined {
  const found = DATELINE.exec(paragraph.slice(0, MAX_LENGTH));
  if (!found) return undefined;
  const { place, month, monthBehind, day, dayFirst, year, agency, wire } = found.groups!;
  const name = month ?? monthBehind;
  const by = agency ?? wire;
  if (by === undefined && (name === undefined || !IN_CAPITALS.test(place ?? ''))) return undefined;
  return {
    ...(place === undefined ? {} : { place: folded(place) }),
    ...(name === undefined
      ? {}
      : { day: `${MONTH_NUMBERS.get(name.replace('.', '').toLowerCase())!}-${Number(day ?? dayFirst)}` }),
    ...(year === undefined ? {} : { year }),
    ...(by === undefined ? {} : { agency: folded(by) }),
    length: found[0].length,
  };
}

function folded(name: string): string {
  return name
    .split(/[\s,]+/)
    .map(fold)
    .join(' ')
    .trim();
}

/** The day that a dateline states a report was filed on, as in `HARROW, March 15, 2023 (Quill) - The …`. */
export function datelineDate(paragraph: string): string | undefined {
  const front = paragraph.slice(0, MAX_LENGTH);
  const place = PLACE.exec(front);
  if (!place) return undefined;
  const rest = front.slice(place[0].length);
  const found = dateInFront(rest);
  return found && AGENCY.test(rest.slice(found.length)) ? found.date : undefined;
}

/**
 * The document with the date of its first paragraph's dateline, where it states none otherwise; a headline may stand
 * right above that, without an empty line. The line stays quoted.
 */
export function withDateline(document: ParsedDocument): ParsedDocument {
  if (document.metadata.date !== undefined) return document;
  const first = document.blocks.find(({ kind }) => kind === 'paragraph');
  const date = first && dateAtTop(document.text.slice(first.start, first.end));
  return date === undefined ? document : { ...document, metadata: { ...document.metadata, date } };
}

function dateAtTop(paragraph: string): string | undefined {
  const date = datelineDate(paragraph);
  if (date !== undefined) return date;
  const [headline] = paragraph.slice(0, MAX_HEADLINE).split(/\r\n|[\n\r]/, 1);
  if (headline === undefined || headline.length >= MAX_HEADLINE || !looksLikeHeadline(headline))
    return undefined;
  return datelineDate(paragraph.slice(headline.length, headline.length + MAX_LENGTH + 2).trimStart());
}
