import type { Span } from '../document.ts';
import { linesOf } from './indented-lines.ts';

/**
 * A block of more lines than this holds is a log or a list, not a paragraph that anybody would quote; UTF-16 code
 * units.
 */
const MAX_LENGTH = 4000;
/** Further in than the lines around it, a line begins a paragraph. */
const MIN_INDENT = 2;
/**
 * In UTF-16 code units: as much of a line's end and beginning is looked at for the end or the beginning of a sentence.
 */
const LOOK = 8;
const ENDS_SENTENCE = /[.!?…]["'”’»)\]]*$/u;
const BEGINS_SENTENCE = /^["'“‘«(]*[\p{Lu}\p{Lo}\p{N}]/u;

/**
 * The paragraphs of a block of lines without a blank one among them: in old books each begins with an indented
 * line, and what goes on for pages is cut at the ends of lines. Together they are the block.
 */
export function unspacedParagraphs(text: string, block: Span): Span[] {
  const found = linesOf(text, block);
  const base = found.reduce((least, { indent }) => Math.min(least, indent), Infinity);
  const paragraphs: Span[] = [];
  let start = block.start;
  let cut = -1;
  for (const [i, line] of found.entries()) {
    const previous = found[i - 1];
    if (!previous) continue;
    const endsSentence = ENDS_SENTENCE.test(text.slice(previous.start, previous.end).slice(-LOOK));
    const begins =
      line.indent >= base + MIN_INDENT &&
      endsSentence &&
      BEGINS_SENTENCE.test(text.slice(line.start, line.start + LOOK));
    if (begins) {
      paragraphs.push({ start, end: previous.end });
      start = line.start;
      cut = -1;
      continue;
    }
    if (line.end - start > MAX_LENGTH) {
      // The last sentence's end, if there was one in the second half.
      const at = cut >= 0 && found[cut]!.end - start > MAX_LENGTH / 2 ? cut : i - 1;
      paragraphs.push({ start, end: found[at]!.end });
      start = found[at + 1]!.start;
      cut = -1;
    }
    if (ENDS_SENTENCE.test(text.slice(line.start, line.end).slice(-LOOK))) cut = i;
  }
  paragraphs.push({ start, end: block.end });
  return paragraphs;
}
