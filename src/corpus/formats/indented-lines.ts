import type { Span } from '../document.ts';
import { lines, trimSpan } from '../paragraphs.ts';

/** A line without the white space around it. */
export interface IndentedLine extends Span {
  /** How far in it stands, in columns. */
  readonly indent: number;
}

const TAB = 4;
const LINE_END = /[\n\r\u2028\u2029]/;

/** The lines of a block that are not empty, in a time that grows with the block. */
export function linesOf(text: string, { start, end }: Span): IndentedLine[] {
  const found: IndentedLine[] = [];
  for (const line of lines(text, lineStart(text, start))) {
    if (line.start >= end) break;
    const content = trimSpan(text, { start: line.start, end: Math.min(line.end, end) });
    if (!content) continue;
    const space = text.slice(line.start, content.start);
    found.push({ ...content, indent: space.length + (TAB - 1) * (space.split('\t').length - 1) });
  }
  return found;
}

/**
 * Where the white space begins that a block's first line is indented by. A block may also begin within a line, where
 * what the text states of itself ends.
 */
function lineStart(text: string, blockStart: number): number {
  let at = blockStart;
  while (at > 0 && !LINE_END.test(text[at - 1]!)) {
    if (text[at - 1]!.trim() !== '') return blockStart;
    at -= 1;
  }
  return at;
}
