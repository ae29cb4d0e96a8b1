import type { DateNote, Quote } from '../../answer/answer.ts';
import { dayText, meaningText, otherPlacesText, sectionText, titleText } from '../../answer/wording.ts';
import { inline } from '../escape.ts';

const MAX_NAME = 120;
const MAX_DATE = 20;
const MAX_ALSO_IN = 3;
const MAX_ALSO_IN_PART = 1;
const MAX_ALSO_NAME = 60;
const MAX_NOTES = 2;
const MAX_EXPRESSION = 40;

/** The small print under a quote: where it stands, and the bot's own notes. At most 1,050 characters. */
export function caption(quote: Quote): string {
  const place = [`${inline(quote.source, MAX_NAME)}, paragraph ${quote.paragraph}`];
  if (quote.page !== undefined) place.push(`page ${quote.page}`);
  const title = titleText(quote);
  if (title !== undefined) place.push(inline(title, MAX_NAME));
  const section = sectionText(quote);
  if (section !== undefined) place.push(inline(section, MAX_ALSO_NAME));
  if (quote.date !== undefined) place.push(inline(dayText(quote.date), MAX_DATE));
  const lines = [place.filter((part) => part !== '').join(' · ')];
  for (const note of quote.dateNotes.slice(0, MAX_NOTES)) lines.push(dateNote(note));
  if (quote.alsoIn.length > 0) lines.push(`also in ${placesText(quote.alsoIn, MAX_ALSO_IN)}`);
  if (quote.alsoInPart) lines.push(`in part also in ${placesText(quote.alsoInPart, MAX_ALSO_IN_PART)}`);
  return lines.map((line) => `-# ${line}`).join('\n');
}

function dateNote(note: DateNote): string {
  return `${inline(note.expression, MAX_EXPRESSION)} ${meaningText(note)}`;
}

function placesText(places: Quote['alsoIn'], most: number): string {
  const named = places
    .slice(0, most)
    .map(({ source, paragraph }) => `${inline(source, MAX_ALSO_NAME)}, paragraph ${paragraph}`);
  return `${named.join('; ')}${otherPlacesText(places, named.length)}`;
}
