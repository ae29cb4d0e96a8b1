import type { Span } from '../corpus/document.ts';
import { bidiClosers, isBidiOpener } from './bidi.ts';
import { escapeUnits } from './escape.ts';

/** A rendered quote; `start` and `end` are the offsets in its text between which it is shown. */
export interface BlockQuote extends Span {
  readonly markdown: string;
  /** Whether words were left out at either end. */
  readonly cut: boolean;
}

/** For `> `, for `… ` and ` …` where the text was cut, and for a bold run that the cut divides. */
const FRAME = 10;
/** A cut moves at most this far to fall between two words. */
const SNAP = 40;

let segmenter: Intl.Segmenter | undefined;

/**
 * A text as a Discord block quote, word for word, with some of it in bold, in at most `budget` UTF-16 code
 * units. A text that is too long is cut around its first bold run; `…` marks the cut, outside the quoted words.
 *
 * @param bold offsets in `text`, in any order
 * @param budget at least 40
 * @param anchor where to cut around when nothing is in bold
 * @param underlined offsets in `text`; what is not in bold, or is cut, is not underlined
 */
export function blockQuote(
  text: string,
  bold: readonly Span[],
  budget: number,
  anchor = 0,
  underlined: readonly Span[] = [],
): BlockQuote {
  const runs = mergeRuns(text, bold);
  const escaped = escapeUnits(text);
  const lines = linesBelow(escaped, runs, underlined);
  const units = underline(escaped, lines);
  const window = chooseWindow(
    text,
    runs[0] ?? { start: anchor, end: anchor },
    costs(units, runs),
    budget - FRAME,
  );
  const whole = lines.filter(({ start, end }) => start >= window.start && end <= window.end);
  const shown = whole.length === lines.length ? units : underline(escaped, whole);
  const rendered: string[] = [];
  for (const [start, end] of linesOf(shown, window)) rendered.push(renderLine(shown, start, end, runs));
  if (window.start > 0) rendered[0] = `… ${rendered[0]!}`;
  if (window.end < text.length) rendered.push(`${rendered.pop()!} …`);
  return {
    markdown: rendered.map((line) => `> ${line}`).join('\n'),
    ...window,
    cut: window.start > 0 || window.end < text.length,
  };
}

/** Bold runs that touch would put four asterisks in a row, which Discord does not read as two ends. */
function mergeRuns(text: string, bold: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const run of [...bold].sort((a, b) => a.start - b.start)) {
    const start = Math.max(0, run.start);
    const end = Math.min(text.length, run.end);
    if (start >= end) continue;
    const last = merged.at(-1);
    if (last && text.slice(last.end, start).trim() === '') {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else merged.push({ start, end });
  }
  return merged;
}

/** What gets a line below: the parts of the spans that are in bold, each on one line, without white space around. */
function linesBelow(units: readonly string[], runs: readonly Span[], spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const run of runs) {
    for (const span of spans) {
      const inside = { start: Math.max(run.start, span.start), end: Math.min(run.end, span.end) };
      for (let [start, end] of linesOf(units, inside)) {
        start = Math.max(start, found.at(-1)?.end ?? 0);
        while (start < end && isSpace(units[start]!)) start++;
        while (end > start && isSpace(units[end - 1]!)) end--;
        const last = found.at(-1);
        // Two that touch would put four underscores in a row.
        const touches = last && units.slice(last.end, start).join('') === '';
        if (start < end && touches) found[found.length - 1] = { start: last.start, end };
        else if (start < end) found.push({ start, end });
      }
    }
  }
  return found;
}

function underline(units: readonly string[], spans: readonly Span[]): string[] {
  const marked = [...units];
  for (const { start, end } of spans) {
    marked[start] = `__${marked[start]!}`;
    marked[end - 1] = `${marked[end - 1]!}__`;
  }
  return marked;
}

/** The part of a text to show: all of it, or else what fits around its core. */
function chooseWindow(text: string, core: Span, sums: Uint32Array, budget: number): Span {
  const between = (start: number, end: number): number => sums[end]! - sums[start]!;
  const length = text.length;
  if (between(0, length) <= budget) return { start: 0, end: length };
  if (between(core.start, core.end) > budget) {
    let end = core.start;
    while (end < length && between(core.start, end + 1) <= budget) end++;
    return { start: core.start, end: snapBack(text, end, core.start + 1) };
  }
  const spare = budget - between(core.start, core.end);
  const left = Math.max(spare / 2, spare - between(core.end, length));
  let { start, end } = core;
  while (start > 0 && between(start - 1, core.start) <= left) start--;
  while (end < length && between(core.end, end + 1) <= spare - between(start, core.start)) end++;
  return { start: snapForward(text, start, core.start), end: snapBack(text, end, core.end) };
}

/** Sums of what each unit costs once rendered; of a text of n units, n + 1 sums. */
function costs(units: readonly string[], runs: readonly Span[]): Uint32Array {
  const sums = new Uint32Array(units.length + 1);
  let run = 0;
  for (let i = 0; i < units.length; i++) {
    while (run < runs.length && runs[run]!.end <= i) run++;
    const inside = run < runs.length && runs[run]!.start <= i;
    const unit = units[i]!;
    let cost = unit.length;
    if (unit === '\n') cost += inside ? 6 : 2; // `> `, and bold ended and begun again
    if (isBidiOpener(unit)) cost += 1;
    if (inside && runs[run]!.start === i) cost += 4;
    sums[i + 1] = sums[i]! + cost;
  }
  return sums;
}

/** Moves the end of a cut back to a word's end, or at least to a whole character's, but not before `least`. */
function snapBack(text: string, end: number, least: number): number {
  if (end >= text.length) return text.length;
  for (let i = end; i > Math.max(least, end - SNAP); i--) {
    if (/\s/.test(text[i]!)) return trimEnd(text, i, least);
  }
  return Math.max(least, wholeCharacter(text, end, least));
}

function trimEnd(text: string, end: number, least: number): number {
  let at = end;
  while (at > least && /\s/.test(text[at - 1]!)) at--;
  return at;
}

function snapForward(text: string, start: number, most: number): number {
  if (start === 0) return 0;
  for (let i = start; i < Math.min(most, start + SNAP); i++) {
    if (/\s/.test(text[i - 1]!) && /\S/.test(text[i]!)) return i;
  }
  const from = Math.max(0, start - SNAP);
  const character = graphemes()
    .segment(text.slice(from, start + SNAP))
    .containing(start - from);
  if (!character || character.index === start - from) return start;
  return Math.min(most, from + character.index + character.segment.length);
}

/** The start of the character, as a reader counts characters, that a cut would fall into. */
function wholeCharacter(text: string, at: number, least: number): number {
  const from = Math.max(0, at - SNAP);
  const character = graphemes()
    .segment(text.slice(from, at + SNAP))
    .containing(at - from);
  const start = character ? from + character.index : at;
  if (start > least) return start;
  // One endless character: cut it, but not inside a surrogate pair.
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at;
}

function graphemes(): Intl.Segmenter {
  return (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));
}

function* linesOf(units: readonly string[], window: Span): Generator<[number, number]> {
  let start = window.start;
  for (let i = window.start; i < window.end; i++) {
    if (units[i] !== '\n') continue;
    yield [start, i];
    start = i + 1;
  }
  yield [start, window.end];
}

/** Bold ends and begins again with each line: not every Discord client carries it over a line end. */
function renderLine(units: readonly string[], start: number, end: number, runs: readonly Span[]): string {
  let line = '';
  let at = start;
  for (const run of runs) {
    let from = Math.max(run.start, start);
    let to = Math.min(run.end, end);
    while (from < to && isSpace(units[from]!)) from++;
    while (to > from && isSpace(units[to - 1]!)) to--;
    if (from >= to) continue;
    line += `${units.slice(at, from).join('')}**${units.slice(from, to).join('')}**`;
    at = to;
  }
  line += units.slice(at, end).join('');
  return line + bidiClosers(line);
}

function isSpace(unit: string): boolean {
  return unit.trim() === '';
}
