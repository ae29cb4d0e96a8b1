import type { Span } from './document.ts';

/**
 * Splits text at blank lines. The spans are in order, start and end with a character that is not white space,
 * and together hold every such character of `text` from `from` on.
 */
export function paragraphs(text: string, from = 0): Span[] {
  const spans: Span[] = [];
  let start = -1;
  let end = -1;
  const close = () => {
    if (start >= 0) spans.push({ start, end });
    start = -1;
  };
  for (const line of lines(text, from)) {
    const content = trimSpan(text, line);
    if (!content) close();
    else {
      if (start < 0) start = content.start;
      end = content.end;
    }
  }
  close();
  return spans;
}

/** The lines of a text without their line ends (LF, CRLF, CR, and Unicode's line and paragraph separators). */
export function* lines(text: string, from = 0): Generator<Span> {
  const lineEnd = /\r\n|[\n\r\u2028\u2029]/g;
  lineEnd.lastIndex = from;
  let start = from;
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    yield { start, end: match.index };
    start = lineEnd.lastIndex;
  }
  if (start < text.length) yield { start, end: text.length };
}

/** The span without white space at its ends, or `undefined` when nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | undefined {
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return start < end ? { start, end } : undefined;
}

function isSpace(text: string, at: number): boolean {
  return text[at]!.trim() === '';
}
