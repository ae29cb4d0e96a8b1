import pc from 'picocolors';
import type { Span } from '../corpus/document.ts';
import type { Answer, Quote } from '../answer/answer.ts';
import { dateNoteText, locationText, otherPlacesText, verdictText } from '../answer/wording.ts';
import { visible, visibleOnOneLine } from '../language/visible.ts';

/** Longer lists of where a text stands again are cut. */
const MAX_ALSO_IN = 10;

/** An answer for a terminal. Colour marks the answering sentence where there is colour; a line does elsewhere. */
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
  for (const note of quote.dateNotes) lines.push(pc.dim(`   ${dateNoteText(note)}`));
  if (quote.alsoIn.length > 0) {
    const places = quote.alsoIn
      .slice(0, MAX_ALSO_IN)
      .map(({ source, paragraph }) => visibleOnOneLine(`${source} ¶${paragraph}`));
    lines.push(pc.dim(`   also in ${places.join(', ')}${otherPlacesText(quote, places.length)}`));
  }
  return lines.join('\n');
}

function highlighted({ text, start, highlights }: Quote): string {
  let out = '';
  let at = 0;
  for (const span of highlights) {
    out += visible(text.slice(at, span.start - start));
    out += visible(text.slice(span.start - start, span.end - start)).replace(/[^\n\r]+/g, (line) =>
      pc.bold(pc.yellow(line)),
    );
    at = span.end - start;
  }
  return out + visible(text.slice(at));
}
