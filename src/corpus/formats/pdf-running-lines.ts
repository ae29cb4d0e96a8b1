import type { Line, Page } from './pdf-lines.ts';
import { lineNumber, mayBePage, withoutNumber } from './pdf-page-numbers.ts';

/** What two pages must have in common for it to be the same running line. */
interface Reading {
  readonly key: string;
  /** Of fewer pages, it may be chance. */
  readonly minPages: number;
  /** It stands on so much of all pages. */
  readonly minShare?: number;
  readonly isPageNumber?: boolean;
}

/** Whether it is the same on its pages, or but for their numbers. */
type RunningLine = 'same' | 'numbered';

type Side = 'top' | 'bottom';

/** A line that stands apart from the text, in the margin. */
interface Edge {
  readonly line: Line;
  /** Of its page among those that have text, from 0. */
  readonly at: number;
  /** From the page's edge, in points. */
  readonly distance: number;
  /** Whether no text would be set so near the page's edge. */
  readonly isOutside: boolean;
  /** What its number is more than the page's, if it has one that may be. */
  readonly ahead?: number;
  /** Whether it is a page's number, on whatever other pages there is none. */
  readonly isSure: boolean;
  readonly readings: readonly Reading[];
}

/** What is around a line. */
interface Around {
  readonly at: number;
  /** Of its page, from 1. */
  readonly number: number;
  readonly bodySize: number;
  readonly areFull: boolean;
  /** Whether it, or what it stands together with, ends as a sentence does. */
  readonly isSentence: boolean;
}

/** Fewer repetitions may be chance; a chapter's title need not stand on more. */
const MIN_PAGES = 3;
/** Numbers that count with the pages are no chance on fewer. */
const MIN_NUMBERED = 2;
/**
 * Of the pages from its first to its last, a running line stands on so many; and on so many of all pages stands one or
 * another, for a chapter has its own. Half of them where it is that of the left pages, less those on which chapters begin.
 */
const MIN_SHARE = 0.4;
/** What a card has in common with only some of the others is text of its own: "Kitchen". */
const MIN_SHARE_OF_CARDS = 0.75;
/** On as many it is none of the pages' own, however long the rest of the document is. */
const MANY_PAGES = 10;
/** In UTF-16 code units: a longer line is no header or footer. */
const MAX_LENGTH = 150;
/** More lines than this at a page's top or bottom are no header or footer. */
const MAX_LINES = 3;
/** They stand apart from the text by more than this many times their size. */
const MIN_GAP = 1.6;
/** Of the page's height: LaTeX sets a header's second line at 15 %. */
const MARGIN = 1 / 6;
/** Of the page's height: Chrome and LibreOffice set the text of an HTML page from 4.7 % on. */
const OUTSIDE = 0.04;
/** Pages of fewer lines are slides and cards: what counts with them, as "Ticket 3", may be their name. */
const MIN_FULL = 15;
/** In multiples of the line's size: what stands farther from its place on most pages is something else. */
const SAME_PLACE = 1.5;
/** In multiples of the size of most text: larger lines are headings, smaller ones a page's furniture. */
const LARGE = 1.15;
const SMALL = 0.95;
const ENDS_SENTENCE = /[.!?。！？]["'”’)\]]*$/u;

/**
 * The lines in the margins of pages that are the same at the same place of many of them, but for a number that counts
 * with the pages, and page numbers. Nothing but running lines is between them and the page's edge. Where most pages
 * would be left without text, there are none: their lines are the text.
 *
 * @param bodySize of most text, in points
 */
export function runningLines(pages: readonly Page[], bodySize: number): ReadonlyMap<Line, RunningLine> {
  const filled = [...pages.entries()].filter(([, { lines }]) => lines.length > 0);
  const running = new Map<Line, RunningLine>();
  if (filled.length < MIN_NUMBERED) return running;
  const lengths = filled.map(([, { lines }]) => lines.length).sort((a, b) => a - b);
  const measures = { bodySize, areFull: lengths[lengths.length >> 1]! >= MIN_FULL };
  const edges = (['top', 'bottom'] as const).map((side) =>
    filled.map(([i, page], at) => {
      const lines = setApart(page.lines, side);
      const isSentence = lines.some(({ text }) => ENDS_SENTENCE.test(text));
      return lines.map((line) => edge(line, side, page, { at, number: i + 1, isSentence, ...measures }));
    }),
  );
  const ahead = frequent(edges.flat(2).flatMap((line) => line.ahead ?? []));
  for (const ofSide of edges) {
    for (let round = 0; round < MAX_LINES; round++) {
      const outermost = ofSide.flatMap((lines) => lines.find(({ line }) => !running.has(line)) ?? []);
      const inMargin = outermost.filter(({ readings }) => readings.length > 0);
      for (const [{ line }, kind] of recurring(inMargin, filled.length, ahead)) running.set(line, kind);
    }
  }
  const withText = filled.filter(([, { lines }]) => lines.some((line) => !running.has(line)));
  return withText.length * 2 < filled.length ? new Map() : running;
}

/** The lines above the first wide gap, or below the last, from the edge inwards: some programs draw the footer first. */
function setApart(lines: readonly Line[], side: Side): readonly Line[] {
  const inwards = [...lines].sort((a, b) => (side === 'top' ? b.y - a.y : a.y - b.y));
  const end = inwards.findIndex((line, i) => {
    const next = inwards[i + 1];
    return next !== undefined && Math.abs(line.y - next.y) > Math.max(line.size, next.size) * MIN_GAP;
  });
  return end < MAX_LINES ? inwards.slice(0, end + 1) : [];
}

function edge(
  line: Line,
  side: Side,
  { top, bottom }: Page,
  { at, number, bodySize, areFull, isSentence }: Around,
): Edge {
  const { text, size } = line;
  const distance = Math.abs(line.y - (side === 'top' ? top : bottom));
  const isOutside = distance <= (top - bottom) * OUTSIDE;
  const found = { line, at, distance, isOutside };
  // Not `>`: a page may have no edges in finite numbers.
  if (!(distance <= (top - bottom) * MARGIN) || text.length > MAX_LENGTH)
    return { ...found, isSure: false, readings: [] };
  const isFurniture = areFull || isOutside || size < bodySize * SMALL;
  const minShare = isFurniture ? 0 : MIN_SHARE_OF_CARDS;
  const readings: Reading[] = [];
  // What every card says is text too, and the only place of it.
  if (isFurniture || !isSentence) readings.push({ key: text.toLowerCase(), minPages: MIN_PAGES, minShare });
  const own = lineNumber(text);
  if (own && mayBePage(own.value, number)) {
    const ahead = own.value - number;
    const minPages = own.isAlone ? MIN_NUMBERED : MIN_PAGES;
    readings.push({ key: `\0${own.isAlone} ${ahead}`, minPages, isPageNumber: true });
    return { ...found, ahead, isSure: own.isAlone && (own.isNamed || ahead === 0), readings };
  }
  if (size < bodySize * LARGE) {
    for (const key of withoutNumber(text.toLowerCase(), number, isOutside))
      readings.push({ key, minPages: MIN_PAGES });
  }
  return { ...found, isSure: false, readings };
}

/** The numbers of at least three pages that are ahead of the pages by as much. */
function frequent(ahead: readonly number[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const by of ahead) counts.set(by, (counts.get(by) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= MIN_PAGES).map(([by]) => by));
}

function recurring(
  candidates: readonly Edge[],
  pages: number,
  usualAhead: ReadonlySet<number>,
): ReadonlyMap<Edge, RunningLine> {
  const groups = new Map<string, Reading & { members: Edge[] }>();
  for (const member of candidates) {
    for (const reading of member.readings) {
      const group = groups.get(reading.key);
      if (group) group.members.push(member);
      else groups.set(reading.key, { ...reading, members: [member] });
    }
  }
  const byPage = new Map(candidates.map((candidate) => [candidate.at, candidate]));
  const dense = [...groups.values()]
    .map((group) => ({ ...group, members: atSamePlace(group.members) }))
    .filter(
      ({ members, minPages, minShare = 0, isPageNumber = false }) =>
        members.length >= Math.max(minPages, pages * minShare) &&
        members.length >= (members.at(-1)!.at - members[0]!.at + 1) * MIN_SHARE &&
        (isPageNumber || !haveOtherBetween(members, byPage)),
    );
  const covered = new Set(dense.flatMap(({ members }) => members));
  const found = new Map<Edge, RunningLine>();
  for (const candidate of candidates) {
    const { isSure, ahead } = candidate;
    if (isSure || (ahead !== undefined && usualAhead.has(ahead))) found.set(candidate, 'numbered');
  }
  for (const { key, members, isPageNumber } of dense) {
    if (!isPageNumber && members.length < MANY_PAGES && covered.size < pages * MIN_SHARE) continue;
    for (const member of members) {
      if (key === member.line.text.toLowerCase()) found.set(member, 'same');
      else if (!found.has(member)) found.set(member, 'numbered');
    }
  }
  // The only one of its kind has none to count with; of several, each would say something else.
  const numbered = candidates.filter(({ ahead }) => ahead !== undefined);
  if (numbered.length === 1 && numbered[0]!.isOutside) found.set(numbered[0]!, 'numbered');
  return found;
}

/**
 * Whether on pages between them something else stands at their place: then it is a field, as "Allergic: yes" and
 * "Allergic: no". Of left pages only the left ones count.
 *
 * @param byPage the outermost of each page
 */
function haveOtherBetween(members: readonly Edge[], byPage: ReadonlyMap<number, Edge>): boolean {
  const first = members[0]!;
  const own = new Set(members.map(({ at }) => at));
  const step = members.every(({ at }) => at % 2 === first.at % 2) ? 2 : 1;
  for (let at = first.at + step; at < members.at(-1)!.at; at += step) {
    const other = own.has(at) ? undefined : byPage.get(at);
    if (other && Math.abs(other.distance - first.distance) <= other.line.size * SAME_PLACE) return true;
  }
  return false;
}

function atSamePlace(members: readonly Edge[]): Edge[] {
  const distances = members.map(({ distance }) => distance).sort((a, b) => a - b);
  const usual = distances[distances.length >> 1]!;
  return members.filter(({ line, distance }) => Math.abs(distance - usual) <= line.size * SAME_PLACE);
}
