import { MAX_COPIES, type Answer, type DateNote, type Quote } from './answer.ts';

/** The words that the bot adds; shared by the terminal and Discord. */

export function verdictText({ verdict, quotes }: Pick<Answer, 'verdict' | 'quotes'>): string {
  if (verdict === 'answered')
    return quotes.length === 1 ? 'Found in the documents:' : 'Found in the documents, best first:';
  if (verdict === 'unsure') return 'I am not sure that these passages answer the question:';
  return quotes.length === 0
    ? 'I found no answer in the documents.'
    : 'I found no answer in the documents. The nearest passages, which may have nothing to do with it:';
}

/** E.g. `minsk-group.md ¶3 · How the group began · 28 Oct 2020`. */
export function locationText({ source, paragraph, page, title, section, date }: Quote): string {
  const parts = [`${source} ¶${paragraph}${page === undefined ? '' : `, page ${page}`}`];
  if (title !== undefined) parts.push(title);
  if (section !== undefined) parts.push(section);
  if (date !== undefined) parts.push(dayText(date));
  return parts.join(' · ');
}

/** E.g. `Sunday = 11 Oct 2020, counted from the article's date, 14 Oct 2020`. */
export function dateNoteText({ expression, date, until, reference }: DateNote): string {
  const days = until === undefined ? dayText(date) : `${dayText(date)} to ${dayText(until)}`;
  return `${expression.replace(/\s+/g, ' ')} = ${days}, counted from the article's date, ${dayText(reference)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2020-10-11` as `11 Oct 2020`. */
function dayText(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]!} ${year}`;
}

/** What follows the first `shown` places where a quote's text stands again; empty when they are all. */
export function otherPlacesText({ alsoIn }: Pick<Quote, 'alsoIn'>, shown: number): string {
  if (alsoIn.length <= shown) return '';
  return alsoIn.length < MAX_COPIES ? ` and ${alsoIn.length - shown} more` : ' and many more';
}
