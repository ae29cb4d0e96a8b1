import { ANY_WEEKDAY_NAME } from '../language/calendar-names.ts';
import type { ParsedDocument } from './document.ts';
import { isDatedAgain } from './header-fields.ts';
import { dateInFront, wholeDate } from './stated-date.ts';

/** In UTF-16 code units: a longer title is not looked at. */
const MAX_TITLE_LENGTH = 200;
/** What such a text is written after, on the day or soon after it ... */
const WRITTEN_ON =
  /(?<![\p{L}\p{M}])(?:minutes|meetings?|newsletter|releases?|changelog|protokoll|niederschrift|sitzung|versammlung|\p{L}{3,30}(?:sitzung|versammlung|protokoll)|rundbrief)(?![\p{L}\p{M}])/iu;
/** ... unless it is written for it, or long after. */
const WRITTEN_APART =
  /(?<![\p{L}\p{M}])(?:agenda|invitation|invite|announcement|announcing|upcoming|next|since|before|after|until|till|by|plan(?:s|ned)?|due|schedul\p{L}*|reschedul\p{L}*|cancel\p{L}*|postponed|moved|through|ahead|in force|save the date|prepar\p{L}*|draft|proposals?|questions|call|request|submissions?|candidate|tagesordnung|einladung|ankündigung|seit|vor|nach|bis|geplant|vorlage|antrag|anträge|vorbereitung|verschoben|abgesagt)(?![\p{L}\p{M}])/iu;
/** A record of what was said, whatever it is for; ... */
const RECORD = /(?<![\p{L}\p{M}])(?:minutes|\p{L}{0,30}protokoll|niederschrift)(?![\p{L}\p{M}])/iu;
/** ... anything else with one of these is written for the day, or is about one of history. */
const FOR_OR_OF_HISTORY =
  /^(?:the|an?|der|die|das)\s|(?<![\p{L}\p{M}])(?:for|für|zur|zum|of the)(?![\p{L}\p{M}])/iu;
/** Behind these a date is the last of several, or its weekday contradicts it. */
const NO_DATE_BEFORE = new RegExp(
  String.raw`(?:(?<![\d.])\d{1,2}\.?\s*[-–—/,&]|(?<!\p{L})(?:and|or|to|und|oder|bis|${ANY_WEEKDAY_NAME}),?)\s*$`,
  'iu',
);
const WORD = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

/**
 * The one full date that the title of minutes, a newsletter, notes of a release or the like ends with, as in
 * `Minutes of the board meeting of 6 February 2024`.
 */
export function titleDate(title: string): string | undefined {
  if (title.length > MAX_TITLE_LENGTH || !WRITTEN_ON.test(title) || WRITTEN_APART.test(title))
    return undefined;
  if (!RECORD.test(title) && FOR_OR_OF_HISTORY.test(title)) return undefined;
  const words = title.replace(/[)\]\s]+$/, '');
  for (const { index } of words.matchAll(WORD)) {
    const rest = words.slice(index);
    const date = wholeDate(rest);
    if (date !== undefined) return NO_DATE_BEFORE.test(words.slice(0, index)) ? undefined : date;
    if (dateInFront(rest)) return undefined;
  }
  return undefined;
}

/** The document with the date of its title, where it states none otherwise and is no list of dated entries. */
export function withTitleDate(document: ParsedDocument): ParsedDocument {
  const { text, blocks, metadata } = document;
  if (metadata.date !== undefined || metadata.title === undefined) return document;
  const date = titleDate(metadata.title);
  const first = blocks.find(({ kind }) => kind === 'paragraph');
  if (date === undefined || (first && isDatedAgain(text, first.start))) return document;
  return { ...document, metadata: { ...metadata, date } };
}
