import type { Span } from '../../corpus/document.ts';
import { words } from '../../language/words.ts';
import type { Asked } from './asked.ts';

/**
 * Of what a table's row holds, what stands in the column whose heading has most of the question's words: beside one
 * another, the nearest to a word says nothing. All, where no more than one cell holds any or where the sentence is no row; nothing, where no
 * heading tells.
 */
export function inColumn<T extends Span>(
  { sentence, passage, asks }: Asked,
  candidates: readonly T[],
): readonly T[] {
  if (!sentence.includes('|')) return candidates;
  const cells = cellsOf(sentence);
  let column = 0;
  const columns = [...candidates]
    .sort((a, b) => a.start - b.start)
    .map((candidate) => {
      while (column + 1 < cells.length && candidate.start >= cells[column]!.end) column++;
      return { candidate, column };
    });
  if (new Set(columns.map((at) => at.column)).size < 2) return candidates;
  const line = passage.slice(0, /\n|$/u.exec(passage)!.index);
  const headings = line.includes('|') && !sentence.includes(line) ? cellsOf(line) : [];
  if (headings.length !== cells.length) return [];
  const named = headings.map(({ start, end }) => words(line.slice(start, end)).filter(asks).length);
  const most = columns.reduce((highest, at) => Math.max(highest, named[at.column]!), 0);
  const answering = columns.filter((at) => most > 0 && named[at.column] === most);
  const isOneColumn = new Set(answering.map((at) => at.column)).size === 1;
  return isOneColumn ? answering.map(({ candidate }) => candidate) : [];
}

/** The cells of a row, with or without lines at its ends. */
function cellsOf(row: string): Span[] {
  const cells: Span[] = [];
  let start = /^\s*\|?/u.exec(row)![0].length;
  for (let at = start; at <= row.length; at++) {
    if (at < row.length && row[at] !== '|') continue;
    if (at < row.length || row.slice(start).trim() !== '') cells.push({ start, end: at });
    start = at + 1;
  }
  return cells;
}
