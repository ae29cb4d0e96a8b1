import { looksLikeHeadline } from '../headline.ts';
import type { Span } from '../document.ts';
import { linesOf, type IndentedLine } from './indented-lines.ts';
import { oneLine } from './record.ts';

/** A heading as plain text writes it, with the lines above and below that mark it. */
export interface TextHeading extends Span {
  /** In one line, without the marks. */
  readonly words: string;
  /** How it is marked: headings of one level look alike. */
  readonly style: string;
}

/** A piece of a block of lines: a heading, or what is none. */
export type TextPart = Span | TextHeading;

/** In UTF-16 code units: what is longer is no heading. */
const MAX_LENGTH = 150;
/** Characters that an underline may be longer or shorter than its heading and be drawn for it alone. */
const SLACK = 2;
const UNDERLINE = /^(?:([=-])\1{2,}|([~^"'`*+#])\2{3,})$/;
/** Also drawn across the page, whatever is above. */
const RULE = /^[=~-]/;
/** AsciiDoc, Markdown and wikis. */
const MARKED = /^(?<mark>={1,6}|#{1,6})[ \t]+(?<words>\S.*?)(?:[ \t]+\k<mark>)?$/;
/** The cells of a table's head. */
const CELLS = /\S(?: {2,}|\t)\S|\|/;
const BULLET = /^[-*+•–]\s/;
const LIST_ITEM = /^(?:[-*+•–]|\d{1,3}[.)])\s/u;
const ENDS_SENTENCE = /[.!?:…]["'”’»)\]]*$/u;
const BEGINS_HEADING = /^["'“‘«([]*[\p{Lu}\p{Lo}\p{N}]/u;
/** They fill two columns. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Whether a part is a heading, and not a paragraph. */
export function isTextHeading(part: TextPart): part is TextHeading {
  return 'words' in part;
}

interface Line extends IndentedLine {
  readonly text: string;
}

/**
 * The headings in blocks of lines, and what is between them: lines underlined, or lined above as well, by one
 * punctuation character at their length or longer, and lines marked by `=` or `#` in front. Together they are the
 * blocks.
 *
 * A way of marking that mostly has nothing below it parts entries, and makes no headings.
 */
export function textParts(text: string, blocks: readonly Span[]): readonly TextPart[] {
  const parts = blocks.flatMap((block) => partsOf(text, block, new Set()));
  const drawn = separators(parts);
  return drawn.size === 0 ? parts : blocks.flatMap((block) => partsOf(text, block, drawn));
}

function separators(parts: readonly TextPart[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; empty: number }>();
  for (const [i, part] of parts.entries()) {
    if (!isTextHeading(part)) continue;
    const next = parts[i + 1];
    const count = counts.get(part.style) ?? { all: 0, empty: 0 };
    count.all += 1;
    if (!next || (isTextHeading(next) && next.style === part.style)) count.empty += 1;
    counts.set(part.style, count);
  }
  return new Set([...counts].filter(([, { all, empty }]) => empty * 2 > all).map(([style]) => style));
}

function partsOf(text: string, block: Span, except: ReadonlySet<string>): TextPart[] {
  const all = linesOf(text, block).map((line) => ({ ...line, text: text.slice(line.start, line.end) }));
  const parts: TextPart[] = [];
  let from = 0;
  const pass = (to: number): void => {
    if (to > from) parts.push({ start: all[from]!.start, end: all[to - 1]!.end });
  };
  for (let i = 0; i < all.length;) {
    const found = headingAt(all, i, from === i);
    if (!found || except.has(found.style)) {
      i += 1;
      continue;
    }
    pass(i);
    const { lineCount, words, style } = found;
    parts.push({ start: all[i]!.start, end: all[i + lineCount - 1]!.end, words: oneLine(words), style });
    i += lineCount;
    from = i;
  }
  pass(all.length);
  return parts;
}

interface Found {
  readonly words: string;
  readonly style: string;
  /** Lines that it is made of. */
  readonly lineCount: number;
}

/** @param isFirst whether nothing but headings stands above it in its block */
function headingAt(all: readonly Line[], i: number, isFirst: boolean): Found | undefined {
  const [line, second, third] = [all[i]!, all[i + 1], all[i + 2]];
  if (UNDERLINE.test(line.text)) {
    // With a line above as well it may stand a little further in.
    const isBoxed =
      isFirst &&
      second &&
      third?.text === line.text &&
      canBeHeading(second) &&
      !second.text.startsWith(line.text[0]!);
    if (!isBoxed || second.text.length > line.text.length) return undefined;
    return { words: second.text, style: `above ${line.text[0]!}`, lineCount: 3 };
  }
  const marked = line.text.length <= MAX_LENGTH ? MARKED.exec(line.text)?.groups : undefined;
  if (marked) {
    const { mark, words } = marked as { mark: string; words: string };
    const isAlone = !second?.text.startsWith(mark[0]!) && (mark.length > 1 || all.length === 1);
    if (!isFirst || !isAlone || line.indent > 0 || !looksLikeHeadline(words.replace(/[?!:]$/, '')))
      return undefined;
    return { words, style: `${mark} `, lineCount: 1 };
  }
  if (!second || !UNDERLINE.test(second.text) || second.indent !== line.indent || !canBeHeading(line))
    return undefined;
  const longer = second.text.length - width(line.text);
  const isFitted = second.text.length >= line.text.length - SLACK && longer <= SLACK;
  const isRuled = longer > SLACK && isFirst && RULE.test(second.text) && looksLikeHeadline(line.text);
  if (!isRuled && !(isFitted && (isFirst || isApart(line, all[i - 1]!)))) return undefined;
  return { words: line.text, style: second.text[0]!, lineCount: 2 };
}

function canBeHeading({ text }: Line): boolean {
  return text.length <= MAX_LENGTH && /[\p{L}\p{N}]/u.test(text) && !CELLS.test(text) && !BULLET.test(text);
}

/** Whether a line is no continuation of the one above it. */
function isApart(line: Line, above: Line): boolean {
  return (
    looksLikeHeadline(line.text) &&
    BEGINS_HEADING.test(line.text) &&
    (ENDS_SENTENCE.test(above.text) || LIST_ITEM.test(above.text))
  );
}

/** In columns. */
function width(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/**
 * How deep each style of heading is. Those that are marked in front say so; others are deeper the later they first
 * appear, as in reStructuredText, but `=` is never below `-`: not everybody knows the rule.
 */
export function depths(parts: readonly TextPart[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const drawn: string[] = [];
  for (const part of parts) {
    if (!isTextHeading(part)) continue;
    const { style } = part;
    if (style.endsWith(' ')) found.set(style, style.length - 1);
    else if (!drawn.includes(style)) {
      const below = style.endsWith('=') ? drawn.indexOf(style.replace('=', '-')) : -1;
      drawn.splice(below < 0 ? drawn.length : below, 0, style);
    }
  }
  for (const [i, style] of drawn.entries()) found.set(style, i + 1);
  return found;
}
