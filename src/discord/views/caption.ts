import type { DateNote, Quote } from '../../answer/answer.ts';
import { dayText, meaningText, otherPlacesText, sectionText } from '../../answer/wording.ts';
import { inline } from '../escape.ts';

const MAX_NAME = 120;
const MAX_DATE = 20;
const MAX_ALSO_IN = 3;
const MAX_ALSO_NAME = 60;
const MAX_NOTES = 2;
const MAX_EXPRESSION = 40;

/** The small print under a quote: where it stands, and the bot's own notes. At most 900 characters. */
export function caption(quote: Quote): string {
  const place = [`${inline(quote.source, MAX_NAME)}, paragraph ${quote.paragraph}`];
  if (quote.page !== undefined) place.push(`page ${quote.page}`);
  if (quote.title !== undefined) place.push(inline(quote.title, MAX_NAME));
  const section = sectionText(quote);
  if (section !== undefined) place.push(inline(section, MAX_ALSO_NAME));
  if (quote.date !== undefined) place.push(inline(dayText(quote.date), MAX_DATE));
  const lines = [place.filter((part) => part !== '').join(' · ')];
  for (const note of quote.dateNotes.slice(0, MAX_NOTES)) lines.push(dateNote(note));
  if (quote.alsoIn.length > 0) lines.push(alsoIn(quote));
  return lines.map((line) => `-# ${line}`).join('\n');
}

function dateNote(note: DateNote): string {
  return `${inline(note.expression, MAX_EXPRESSION)} ${meaningText(note)}`;
}

function alsoIn(quote: Pick<Quote, 'alsoIn'>): string {
  const named = quote.alsoIn
    .slice(0, MAX_ALSO_IN)
    .map(({ source, paragraph }) => `${inline(source, MAX_ALSO_NAME)}, paragraph ${paragraph}`);
  return `also in ${named.join('; ')}${otherPlacesText(quote, named.length)}`;
}
