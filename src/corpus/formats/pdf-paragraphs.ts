import { isCopyrightLine } from '../copyright-line.ts';
import type { Block, DocumentMetadata, ParsedDocument } from '../document.ts';
import { Sections } from '../sections.ts';
import { ExtractedText } from './extracted-text.ts';
import { contentsLines } from './pdf-contents-lines.ts';
import { runningLines } from './pdf-running-lines.ts';
import type { Line, Page } from './pdf-lines.ts';

/** Sizes and gaps are in multiples of the size of most of the document's text. */
const HEADING_SIZE = 1.15;
/** Where a line's size differs by more from the one before, another paragraph begins. */
const OTHER_SIZE = 0.12;
/** Where the text tells neither of itself. The size is in points. */
const USUAL_SIZE = 10;
const USUAL_GAP = 1.2;
/** In UTF-16 code units. */
const MAX_HEADING_LENGTH = 200;
/** Lines of one paragraph have about the gap of most lines. */
const PARAGRAPH_GAP = 1.3;
/** A gap of less parts no paragraphs, however near each other most lines are. */
const MIN_PARAGRAPH_GAP = 0.9;
/** In multiples of the gap of most lines: what is farther down stands elsewhere on the page. */
const ELSEWHERE = 12;
/** Of the line's own size: the lines of a heading are no farther apart ... */
const HEADING_GAP = 1.8;
/** ... and what is farther apart tells nothing of the gap of most lines. */
const MAX_GAP = 3;
/** In points: between lines whose sizes differ by more, neither does the gap. */
const SAME_SIZE = 0.5;
/** How far in a paragraph's first line stands; what is further in is centred, or a column of its own. */
const MIN_INDENT = 0.6;
const MAX_INDENT = 6;
/** The line before stands at the left edge, or no farther in than this. */
const MAX_FLUSH = 0.5;
/** So many of a paragraph's last lines tell where its edges are ... */
const EDGE_LINES = 20;
/** ... and so many of its first ones how far to the right it goes, once it is whole. */
const FIRST_LINES = 200;
/** A line that ends this share of the way to the right margin is a paragraph's last, or was never filled. */
const SHORT = 0.75;
/** A line that ends less of the way was never filled: the next one stays a line of its own. */
const FILLED = 0.6;
const TERMINAL = /[.!?:…。！？：]["'”’»)\]]*$/u;
const LIST_ITEM = /^(?:[•‣◦▪·●○■–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/u;
const BULLET = /^[•‣◦▪·●○■]\s/u;
/** What can be quoted at once; a page without any sign of paragraphs is cut at the end of a sentence. */
const MAX_LENGTH = 3000;
/** And one without any end of a sentence wherever a line ends, from here on. */
const MOST_LENGTH = 2 * MAX_LENGTH;
/** In UTF-16 code units: as much of a line's end is looked at for the first half of a divided word. */
const MAX_HALF_WORD = 60;
/** A word that may stand divided elsewhere. */
const WHOLE_WORD = /(?<![\p{L}-])\p{L}{4,40}(?![\p{L}-])/gu;

interface Paragraph {
  readonly page: number;
  readonly kind: Block['kind'];
  readonly lines: Line[];
}

/** What a title seldom has: a running line with it may be the only place that tells an account's number, or a price. */
const TELLS = /[\p{Nd}@:]/u;

/**
 * Makes a document of pages of lines.
 *
 * - A paragraph ends at a wider gap than most, at a change of size, at an indented line after the end of a
 *   sentence, at a line that ends a sentence short of the margin, below a list that is farther in, and where a
 *   page or column begins, unless the sentence goes on there; its page is then the first.
 * - Lines of a paragraph are joined by a space; items of a list, and lines that were never filled, stay lines.
 *   A word divided at a line's end loses its hyphen when the document has it whole elsewhere, else keeps it:
 *   nothing tells `exam-ple` from `well-known` then, and both are found in search.
 * - Larger lines are headings, and name the section below, which is a part of those with larger ones above. Running
 *   headers and footers, and page numbers, are kept in the text but are neither quoted nor counted, but for the first
 *   of those that tell more than a title, as a telephone number; tables of contents are not quoted.
 */
export function documentFromPages(laidOut: readonly Page[], stated: DocumentMetadata): ParsedDocument {
  const pages = laidOut.map(({ lines }) => lines);
  const body = bodyMeasures(pages);
  const running = runningLines(laidOut, body.size);
  const contents = contentsLines(pages);
  const wholeWords = knownWords(pages);
  const text = new ExtractedText();
  let open: Paragraph | undefined;
  let title = stated.title;
  let titleSize = 0;
  const sections = new Sections();
  const waiting: { line: Line; page: number }[] = [];
  const told = new Set<string>();

  const close = (): void => {
    if (open) {
      const words = joinLines(open.lines, wholeWords);
      const { page, kind } = open;
      if (kind === 'heading') {
        const size = open.lines[0]!.size;
        const heading = words.replaceAll('\n', ' ');
        // The largest heading of the first page is the title where none is stated.
        if (stated.title === undefined && page === 1 && size > titleSize) {
          title = heading;
          titleSize = size;
        }
        // The larger, the further out; headings of one level may be set a little differently.
        sections.enter(-toHalfPoint(size), heading === title ? '' : heading);
        text.add(kind, words, { page });
      } else if (isCopyrightLine(words)) text.add('boilerplate', words, { page });
      else text.add(kind, words, { section: sections.path, page });
    }
    open = undefined;
    // A running line between two pages' halves of a paragraph is put after it.
    for (const { line, page } of waiting.splice(0)) {
      const isNew = running.get(line) === 'same' && TELLS.test(line.text) && !told.has(line.text);
      told.add(line.text);
      text.add(isNew ? 'paragraph' : 'metadata', line.text, { page });
    }
  };

  for (const [i, lines] of pages.entries()) {
    const page = i + 1;
    for (const line of lines) {
      if (running.has(line)) {
        waiting.push({ line, page });
        continue;
      }
      const words = isHeading(line, body.size) ? 'heading' : 'paragraph';
      const kind = contents.has(line) ? 'boilerplate' : words;
      if (open && (open.kind !== kind || startsParagraph(open, line, page, body))) close();
      if (!open) {
        if (waiting.length > 0) close();
        open = { page, kind, lines: [] };
      }
      open.lines.push(line);
    }
  }
  close();
  return text.finish({ ...stated, ...(title === undefined ? {} : { title }) });
}

interface Measures {
  /** Of most characters. */
  readonly size: number;
  /** Between most lines. */
  readonly gap: number;
  /** Where the line that goes farthest ends. */
  readonly right: number;
}

function bodyMeasures(pages: readonly (readonly Line[])[]): Measures {
  const sizes = new Map<number, number>();
  const gaps = new Map<number, number>();
  for (const lines of pages) {
    for (const [i, line] of lines.entries()) {
      const size = toHalfPoint(line.size);
      sizes.set(size, (sizes.get(size) ?? 0) + line.text.length);
      const before = lines[i - 1];
      if (!before || Math.abs(before.size - line.size) > SAME_SIZE || before.y <= line.y) continue;
      const gap = toHalfPoint(before.y - line.y);
      if (gap < line.size * MAX_GAP) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
    }
  }
  const size = mostFrequent(sizes) ?? USUAL_SIZE;
  const right = pages.flat().reduce((most, line) => Math.max(most, line.right), 0);
  return { size, gap: mostFrequent(gaps) ?? size * USUAL_GAP, right };
}

/** Of lengths in points; those of one kind may differ a little. */
function toHalfPoint(length: number): number {
  return Math.round(length * 2) / 2;
}

/** The smaller one where two are as frequent. */
function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  const [best] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  return best?.[0];
}

function isHeading({ text, size }: Line, bodySize: number): boolean {
  return size >= bodySize * HEADING_SIZE && text.length <= MAX_HEADING_LENGTH && /\p{L}/u.test(text);
}

function startsParagraph(open: Paragraph, line: Line, page: number, body: Measures): boolean {
  const before = open.lines.at(-1)!;
  if (Math.abs(before.size - line.size) > body.size * OTHER_SIZE) {
    // A smaller line may be a note or a caption; one line of a list may be set in another size.
    return true;
  }
  const gap = before.y - line.y;
  const samePage = page === open.page || gap > 0;
  const ended = TERMINAL.test(before.text);
  if (open.kind === 'heading') return gap <= 0 || gap > line.size * HEADING_GAP;
  if (!samePage || gap < -body.size || gap > body.gap * ELSEWHERE)
    return ended || !/^[\p{Ll}\p{N}(]/u.test(line.text);
  if (gap > Math.max(body.gap * PARAGRAPH_GAP, body.size * MIN_PARAGRAPH_GAP)) return true;
  const length = open.lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (length > MAX_LENGTH) return ended || length > MOST_LENGTH;
  if (endsList(open, line, body)) return true;
  if (!ended || LIST_ITEM.test(line.text)) return false;
  const left = Math.min(...open.lines.slice(-EDGE_LINES).map(({ x }) => x));
  const indent = line.x - left;
  if (
    indent > body.size * MIN_INDENT &&
    indent < body.size * MAX_INDENT &&
    before.x - left < body.size * MAX_FLUSH
  )
    return true;
  return open.lines.length > 1 && before.right < left + (margin(open.lines) - left) * SHORT;
}

/** Whether a line stands farther out than the bullets above it, and is nothing that did not fit into the last item. */
function endsList(open: Paragraph, line: Line, body: Measures): boolean {
  if (LIST_ITEM.test(line.text) || /^\p{Ll}/u.test(line.text)) return false;
  const item = open.lines.slice(-EDGE_LINES).findLast(({ text }) => BULLET.test(text));
  if (!item || line.x > item.x - body.size * MIN_INDENT) return false;
  return open.lines.at(-1)!.right < line.x + (body.right - line.x) * SHORT;
}

/** How far to the right a paragraph's lines go. */
function margin(lines: readonly Line[]): number {
  return Math.max(...lines.slice(-EDGE_LINES).map(({ right }) => right));
}

function joinLines(lines: readonly Line[], wholeWords: ReadonlySet<string>): string {
  const right = Math.max(...lines.slice(0, FIRST_LINES).map((line) => line.right));
  let joined = '';
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (!before) joined = line.text;
    else if (/[\p{L}\u00ad]$/u.test(joined.slice(0, -1)) && /[-\u00ad‐]$/u.test(joined)) {
      joined = joinDivided(joined, line.text, wholeWords);
    } else {
      const filled = before.right - before.x > (right - before.x) * FILLED;
      const ownLine = LIST_ITEM.test(line.text) || (!filled && !/^\p{Ll}/u.test(line.text));
      joined += (ownLine ? '\n' : ' ') + line.text;
    }
  }
  return joined;
}

function joinDivided(before: string, after: string, wholeWords: ReadonlySet<string>): string {
  const first = /\p{L}+[-\u00ad‐]$/u.exec(before.slice(-MAX_HALF_WORD))?.[0] ?? '';
  const second = /^\p{L}+/u.exec(after)?.[0] ?? '';
  const soft = first.endsWith('\u00ad');
  const isWhole = second !== '' && wholeWords.has((first.slice(0, -1) + second).toLowerCase());
  return (soft || isWhole ? before.slice(0, -1) : before) + after;
}

/** The words that stand whole in the text. */
function knownWords(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const lines of pages) {
    for (const { text } of lines) {
      for (const [word] of text.matchAll(WHOLE_WORD)) known.add(word.toLowerCase());
    }
  }
  return known;
}
