import pc from 'picocolors';
import type { Span } from '../corpus/document.ts';
import type { Answer, Quote } from '../answer/answer.ts';
import { dateNoteText, locationText, verdictText } from '../answer/wording.ts';

/** Longer lists of where a text stands again are cut; `--json` has them all. */
const MAX_ALSO_IN = 10;

/** An answer for a terminal. Colour marks the answering sentence where there is colour; a line does elsewhere. */
export function renderAnswer(answer: Answer): string {
  const parts = [verdictText(answer)];
  for (const [i, quote] of answer.quotes.entries()) parts.push(renderQuote(quote, i + 1));
  return `${parts.join('\n\n')}\n`;
}

function renderQuote(quote: Quote, number: number): string {
  const lines = [`${pc.bold(`${number}.`)} ${pc.cyan(visibleLine(locationText(quote)))}`];
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
      .map(({ source, paragraph }) => visibleLine(`${source} ¶${paragraph}`));
    const more = quote.alsoIn.length - places.length;
    lines.push(pc.dim(`   also in ${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}`));
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

const HARMFUL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Control characters as symbols, so that no document can drive the terminal; line ends and tabs stay. */
export function visible(text: string): string {
  return text.replace(HARMFUL, (character) => {
    if (character === '\n' || character === '\r' || character === '\t') return character;
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421';
  });
}

/** The same for what must stay on its line, as the name of a file may hold a line end. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\r]/g, '␊');
}
