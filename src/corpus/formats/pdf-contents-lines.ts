import type { Line } from './pdf-lines.ts';

/** Fewer may be a price list's. */
const MIN_LINES = 3;
/** In UTF-16 code units: a longer line is of no table of contents. */
const MAX_LENGTH = 300;
/** Dots that lead to a page's number. */
const LEADER = /(?:[.·…] ?){3,}[ |]*(?:(?<number>\d{1,4})|[ivxlc]{1,6})$/i;

/** The lines of tables of contents: those in which dots lead to a number, where the numbers of a page never go down. */
export function contentsLines(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  for (const lines of pages) {
    const led: Line[] = [];
    let last = 0;
    let goesUp = true;
    for (const line of lines) {
      const match = line.text.length <= MAX_LENGTH ? LEADER.exec(line.text) : null;
      if (!match) continue;
      const number = Number(match.groups!['number'] ?? last);
      goesUp &&= number >= last;
      last = number;
      led.push(line);
    }
    if (goesUp && led.length >= MIN_LINES) for (const line of led) found.add(line);
  }
  return found;
}
