import pc from 'picocolors';
import type { Span } from '../corpus/document.ts';
import type { Answer, Quote } from '../answer/answer.ts';
import { dayText, meaningText, otherPlacesText, sectionText, titleText } from '../answer/wording.ts';
import { visible, visibleOnOneLine } from '../language/visible.ts';

/** Longer lists of where a text stands again are cut. */
const MAX_ALSO_IN = 10;

/**
 * An answer for a terminal. Where there is colour it marks the answering sentence, and a line below the date, number
 * or name that is asked for; elsewhere the sentence stands again on a line of its own.
 */
export function renderAnswer(answer: Answer): string {
  const parts = [verdictText(answer)];
  for (const [i, quote] of answer.quotes.entries()) parts.push(renderQuote(quote, i + 1));
  return `${parts.join('\n\n')}\n`;
}

function renderQuote(quote: Quote, number: number): string {
  const lines = [`${pc.bold(`${number}.`)} ${pc.cyan(visibleOnOneLine(locationText(quote)))}`];
  for (const line of highlighted(quote).split(/\r\n|[\n\r]/)) lines.push(`   ${pc.dim('│')} ${line}`);
  const isWhole = ({ start, end }: Span) => start === quote.start && end === quote.end;
  if (!pc.isColorSupported && !quote.highlights.every(isWhole)) {
    for (const { start, end } of quote.highlights) {
      lines.push(
        `   → ${visible(quote.text.slice(start - quote.start, end - quote.start)).replace(/\s+/g, ' ')}`,
      );
    }
  }
  for (const note of quote.dateNotes)
    lines.push(pc.dim(`   ${note.expression.replace(/\s+/g, ' ')} ${meaningText(note)}`));
  if (quote.alsoIn.length > 0) lines.push(pc.dim(`   also in ${placesText(quote.alsoIn)}`));
  if (quote.alsoInPart) lines.push(pc.dim(`   in part also in ${placesText(quote.alsoInPart)}`));
  return lines.join('\n');
}

function placesText(places: Quote['alsoIn']): string {
  const named = places
    .slice(0, MAX_ALSO_IN)
    .map(({ source, paragraph }) => visibleOnOneLine(`${source} ¶${paragraph}`));
  return `${named.join(', ')}${otherPlacesText(places, named.length)}`;
}

function highlighted({ text, start, highlights, focus }: Quote): string {
  let out = '';
  let at = start;
  const plain = (end: number): void => {
    out += visible(text.slice(at - start, end - start));
    at = end;
  };
  const marked = (end: number, mark: (line: string) => string): void => {
    const part = visible(text.slice(at - start, end - start));
    out += part.replace(/[^\n\r]+/g, (line) => mark(pc.bold(pc.yellow(line))));
    at = end;
  };
  for (const span of highlights) {
    plain(span.start);
    for (const answer of focus) {
      if (answer.start < at || answer.end > span.end) continue;
      marked(answer.start, (line) => line);
      marked(answer.end, pc.underline);
    }
    marked(span.end, (line) => line);
  }
  plain(start + text.length);
  return out;
}

function verdictText({ verdict, quotes }: Pick<Answer, 'verdict' | 'quotes'>): string {
  if (verdict === 'answered')
    return quotes.length === 1 ? 'Found in the documents:' : 'Found in the documents, best first:';
  if (verdict === 'unsure') return 'I am not sure that these passages answer the question:';
  return quotes.length === 0
    ? 'I found no answer in the documents.'
    : 'I found no answer in the documents. The nearest passages, which may have nothing to do with it:';
}

/** E.g. `minsk-group.md ¶3 · How the group began · 28 Oct 2020`. */
function locationText(quote: Quote): string {
  const { source, paragraph, page, date } = quote;
  const title = titleText(quote);
  const section = sectionText(quote);
  const parts = [`${source} ¶${paragraph}${page === undefined ? '' : `, page ${page}`}`];
  if (title !== undefined) parts.push(title);
  if (section !== undefined) parts.push(section);
  if (date !== undefined) parts.push(dayText(date));
  return parts.join(' · ');
}
