import type { DocumentMetadata } from './document.ts';
import { looksLikeHeadline } from './headline.ts';
import { metadataFrom } from './metadata.ts';
import { lines } from './paragraphs.ts';
import { dateInFront, wholeDate } from './stated-date.ts';

/** A field as a line states it. */
export type HeaderField = readonly [name: string, value: string];

/** In UTF-16 code units: a longer line is text, whatever it begins with. */
export const MAX_HEADER_LENGTH = 500;
const ANY_FIELD = /^(title|date|url|author)\s*:\s+(\S.*)$/i;
/** Lines that are a field only if a date is all they state. */
const DATE_FIELD =
  /^(datum|published(?: (?:on|at|date))?|publication date|date (?:published|posted)|pub(?:lish)?[ _-]?date|posted(?: on)?|veröffentlicht(?: am)?)\s*:?\s+(\S.*)$/i;
/** States nothing, see {@link metadataFrom}, but belongs to what does. */
const CHANGED_FIELD =
  /^((?:last )?(?:updated|modified|changed|edited)(?: on)?|aktualisiert(?: am)?)\s*:?\s+(\S.*)$/i;
/** Nor does this, which says who published what, ... */
const PUBLISHED_BY = 'source|agency|publisher|byline';
/** ... and how it was filed, which only belongs to a header behind another field: records have such lines too. */
const FILED = `${PUBLISHED_BY}|editors?|tags|keywords|language`;
const FILED_FIELD = new RegExp(String.raw`^(${FILED})\s*:\s+(\S.*)$`, 'i');
const FILED_NAME = new RegExp(`^(?:${FILED})$`, 'i');
const PUBLISHED_BY_NAME = new RegExp(`^(?:${PUBLISHED_BY})$`, 'i');
/** In UTF-16 code units: what is longer is text. */
const MAX_FILED_LENGTH = 60;
const MAX_TAG_WORDS = 3;
const BEGINS_NAME = /^[^\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{N}]/u;
/** What may be small within a name or between names. */
const IN_NAME = /^(?:and|und|et|y|e|of|the|for|in|by|de|del|la|da|di|du|van|von|der|den|al|[^\p{L}\p{N}]+)$/u;
const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?$/i;
const NAME_PART = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
/** Who wrote it, two words or more, and what for, a name too: "By Ann Weiss, Quill Press". */
const BYLINE = new RegExp(
  String.raw`^(?:By|BY|Von|VON)\s+(${NAME_PART}(?:\s(?:${NAME_PART}|and|und|de|la|da|van|von|der|al)){1,8}(?<!\.))(?:\s?[,|/–—]\s?\p{Lu}[^.!?,|/–—]{0,60}){0,3}$`,
  'u',
);
/** An agency or a place in capitals before the day of its report: "QUILL, 7 May 2024". */
const AGENCY_BEFORE =
  /^(?!(?:UPDATED|MODIFIED|CHANGED|EDITED|AKTUALISIERT)\b)\p{Lu}[\p{Lu}\p{M}&.’' ]{1,30}?(?:,|\s[-–—|/])\s+/u;
/** In UTF-16 code units: a date in no form that is known is not longer; what is longer is text. */
const MAX_UNKNOWN_DATE_LENGTH = 40;
/** As much of a line as is looked at for a date. */
const MAX_DATE_LENGTH = 80;
/** Before the date of an entry. */
const ENTRY_MARK = /^(?:[#*>=\s-]{1,8}|\[)?(?:date|datum|published|posted)?\s*:?\s*/i;

/** The field that a line is, with an empty name for a date alone or behind an agency; `undefined` for text. */
export function fieldOf(words: string, before: readonly HeaderField[]): HeaderField | undefined {
  const any = ANY_FIELD.exec(words);
  if (any && (any[1]!.toLowerCase() !== 'date' || isDateValue(any[2]!))) return [any[1]!, any[2]!];
  const date = DATE_FIELD.exec(words) ?? (before.length > 0 ? CHANGED_FIELD.exec(words) : null);
  if (date && wholeDate(date[2]!) !== undefined) return [date[1]!, date[2]!];
  const filed = FILED_FIELD.exec(words);
  if (filed && saysHowFiled(filed[1]!, filed[2]!, before)) return [filed[1]!, filed[2]!];
  const byline = before.length > 0 ? bylineOf(words) : undefined;
  if (byline) return byline;
  const alone = words.replace(AGENCY_BEFORE, '');
  return before.every(([name]) => name !== '') && wholeDate(alone) !== undefined ? ['', alone] : undefined;
}

/** Whether a field of these names is one of a header, and what it says no text: "Source: the river rises here." */
function saysHowFiled(name: string, value: string, before: readonly HeaderField[]): boolean {
  if (ADDRESS.test(value)) return PUBLISHED_BY_NAME.test(name) || before.length > 0;
  if (value.length > MAX_FILED_LENGTH || !looksLikeHeadline(value)) return false;
  const words = value.split(/\s+/);
  const isNames =
    BEGINS_NAME.test(value) && words.every((word) => BEGINS_NAME.test(word) || IN_NAME.test(word));
  if (PUBLISHED_BY_NAME.test(name)) return isNames;
  const tags = value.split(/[,;]/).map((tag) => tag.trim());
  return before.length > 0 && (isNames || tags.every((tag) => tag.split(/\s+/).length <= MAX_TAG_WORDS));
}

/** Whether a line begins as one that says how a text was filed, whatever it says. */
export function isNamedAsFiled(words: string): boolean {
  return FILED_FIELD.test(words);
}

/** The author that a line names, and nothing else: a title may be of the same form. */
export function bylineOf(words: string): HeaderField | undefined {
  const [, author] = BYLINE.exec(words) ?? [];
  return author === undefined ? undefined : ['author', author];
}

/** Whether the value of `Date:` is not a date and the text behind it. */
function isDateValue(value: string): boolean {
  if (wholeDate(value) !== undefined) return true;
  return !dateInFront(value) && value.length <= MAX_UNKNOWN_DATE_LENGTH;
}

/** Whether lines say no more than who published what: the text may begin with them. */
export function onlySayWho(fields: readonly HeaderField[]): boolean {
  return fields.every(([name]) => FILED_NAME.test(name));
}

/** A date alone is the document's where no field says it. */
export function metadataOfHeader(fields: readonly HeaderField[]): DocumentMetadata {
  const named = metadataFrom(fields.filter(([name]) => name !== ''));
  const alone = fields.find(([name]) => name === '');
  const date = named.date ?? (alone && wholeDate(alone[1]));
  return { ...named, ...(date === undefined ? {} : { date }) };
}

/** Whether other lines begin with dates: a diary, a log or a list of news has as many as it has entries. */
export function isDatedAgain(text: string, from: number, plain = (words: string) => words): boolean {
  for (const { start, end } of lines(text, from)) {
    const words = plain(text.slice(start, Math.min(end, start + MAX_DATE_LENGTH)).trim());
    if (dateInFront(words.replace(ENTRY_MARK, '').replace(AGENCY_BEFORE, ''))) return true;
  }
  return false;
}
