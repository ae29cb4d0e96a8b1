import { ANY_WEEKDAY_NAME } from '../language/calendar-names.ts';
import type { ParsedDocument } from './document.ts';
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
 * The document with the date of its first paragraph's dateline, where it states none otherwise. The line stays quoted.
 */
export function withDateline(document: ParsedDocument): ParsedDocument {
  if (document.metadata.date !== undefined) return document;
  const first = document.blocks.find(({ kind }) => kind === 'paragraph');
  const date = first && datelineDate(document.text.slice(first.start, first.end));
  return date === undefined ? document : { ...document, metadata: { ...document.metadata, date } };
}
