import type { Line } from './pdf-lines.ts';

/** Fewer repetitions may be chance; a chapter's title need not stand on more. */
const MIN_PAGES = 3;
/** In UTF-16 code units: a longer line is no header or footer. */
const MAX_LENGTH = 150;
/** More lines than this at a page's top or bottom are no header or footer. */
const MAX_LINES = 3;
/** They stand apart from the text by more than this many times their size. */
const MIN_GAP = 1.6;
/** Alone, or at the end of the line that has the chapter's title at the other. */
const PAGE_NUMBER =
  /^(?:page\s+|seite\s+|p\.\s*)?[-–—|\s]*(?:\d{1,5}|[ivxlc]{1,7})[-–—|\s]*(?:(?:of|von|\/)\s*\d{1,5})?$|^\d{1,5} \| | \| \d{1,5}$/i;

/** The lines at the top and bottom of pages that are the same on many of them but for numbers, and page numbers. */
export function runningLines(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const byText = new Map<string, { lines: Line[]; pages: Set<number> }>();
  const running = new Set<Line>();
  const filled = pages.filter((lines) => lines.length > 0).length;
  for (const [page, lines] of pages.entries()) {
    for (const line of edges(lines)) {
      if (line.text.length > MAX_LENGTH) continue;
      if (PAGE_NUMBER.test(line.text) && filled > 1) running.add(line);
      const key = line.text.replace(/\d+/g, '#').toLowerCase();
      const found = byText.get(key) ?? { lines: [], pages: new Set() };
      found.lines.push(line);
      found.pages.add(page);
      byText.set(key, found);
    }
  }
  for (const { lines, pages: on } of byText.values()) {
    if (on.size < MIN_PAGES) continue;
    for (const line of lines) running.add(line);
  }
  return running;
}

/** The lines above the first wide gap and below the last, by place: some programs draw the footer first. */
function edges(lines: readonly Line[]): readonly Line[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return [...setApart(byHeight), ...setApart(byHeight.reverse())];
}

function setApart(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line, i) => {
    const next = lines[i + 1];
    return next !== undefined && Math.abs(line.y - next.y) > Math.max(line.size, next.size) * MIN_GAP;
  });
  return end < MAX_LINES ? lines.slice(0, end + 1) : [];
}
