import { SECTION_SEPARATOR } from '../corpus/sections.ts';
import { fingerprint } from '../index/fingerprint.ts';
import { MONTH_STARTS } from '../language/calendar-names.ts';
import { MOST_PLACES, type DateNote, type Quote } from './answer.ts';

// What the bot says of a quote in the same words on a terminal and in Discord.

/** `2020-10-11` as `11 Oct 2020`; anything else as it is. */
export function dayText(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = MONTH_STARTS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year!}`;
}

/** What an expression of time means, e.g. `= 11 Oct 2020, counted from the article's date, 14 Oct 2020`. */
export function meaningText({
  date,
  until,
  reference,
  statedBy,
}: Pick<DateNote, 'date' | 'until' | 'reference' | 'statedBy'>): string {
  const days = until === undefined ? dayText(date) : `${dayText(date)} to ${dayText(until)}`;
  const of = statedBy === 'dateline' ? 'the dateline' : `the ${statedBy ?? 'article'}'s date`;
  return `= ${days}, counted from ${of}, ${dayText(reference)}`;
}

/** What follows the first `shown` places where a quote's text stands again; empty when they are all. */
export function otherPlacesText(places: Quote['alsoIn'], shown: number): string {
  if (places.length <= shown) return '';
  return places.length < MOST_PLACES ? ` and ${places.length - shown} more` : ' and many more';
}

/** The title of a quote's document as it is shown below the quote: not where that is the title itself. */
export function titleText({ title, text }: Pick<Quote, 'title' | 'text'>): string | undefined {
  return title === undefined || fingerprint(title) === fingerprint(text) ? undefined : title;
}

/**
 * The title of a passage's section as it is shown behind its document's: without the document's title in front, which
 * a heading may repeat in other case, accents, punctuation or markup. To the search, what stands twice counts twice: left out
 * there, it cost a question of 65 and one of 74.
 */
export function sectionText({ title, section }: Pick<Quote, 'title' | 'section'>): string | undefined {
  if (title === undefined || section === undefined) return section;
  const [first, ...below] = section.split(SECTION_SEPARATOR);
  if (fingerprint(first!) !== fingerprint(title)) return section;
  return below.length === 0 ? undefined : below.join(SECTION_SEPARATOR);
}
