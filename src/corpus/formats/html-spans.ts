import type { Piece } from './html-piece.ts';

type Cell = readonly Piece[];

/** How many rows and columns a cell takes. */
export interface CellSpan {
  readonly rows: number;
  readonly columns: number;
}

interface Reaching extends CellSpan {
  readonly cell: Cell;
  readonly column: number;
  /** Rows that it still reaches down into. */
  left: number;
}

/** More rows or columns are not counted, ... */
const MAX_SPAN = 1000;
/** ... nor more cells repeated in a table, ... */
const MAX_REPEATED = 5000;
/** ... nor any with more text; in UTF-16 code units. */
const MAX_REPEATED_LENGTH = 200;

/** What a cell's attributes state; `undefined` where they state nothing. */
export function cellSpan(attributes: Readonly<Record<string, string>>): CellSpan | undefined {
  const [rows, columns] = [spanOf(attributes['rowspan']), spanOf(attributes['colspan'])];
  return rows > 1 || columns > 1 ? { rows, columns } : undefined;
}

function spanOf(stated: string | undefined): number {
  const span = Number.parseInt(stated ?? '1', 10);
  return span > 0 ? Math.min(span, MAX_SPAN) : 1;
}

/**
 * The rows of a table, with the cells from above that reach down into a row repeated in it: read alone, it would not
 * say what it is about. Rows with nothing of their own stay empty.
 */
export function withSpanningCells(
  rows: readonly (readonly Cell[])[],
  spans: ReadonlyMap<Cell, CellSpan>,
): readonly (readonly Cell[])[] {
  if (spans.size === 0) return rows;
  let above: Reaching[] = [];
  let repeated = 0;
  return rows.map((row) => {
    repeated += above.length;
    if (repeated > MAX_REPEATED) above = [];
    const waiting = above.toSorted((a, b) => b.column - a.column);
    const found: Cell[] = [];
    const begun: Reaching[] = [];
    let column = 0;
    const repeat = (isAt: (at: number) => boolean): void => {
      while (waiting.length > 0 && isAt(waiting.at(-1)!.column)) {
        const { cell, column: at, columns } = waiting.pop()!;
        found.push(cell);
        column = Math.max(column, at + columns);
      }
    };
    for (const cell of row) {
      repeat((at) => at <= column);
      const { rows: reach, columns } = spans.get(cell) ?? { rows: 1, columns: 1 };
      found.push(cell);
      if (reach > 1 && textLength(cell) <= MAX_REPEATED_LENGTH)
        begun.push({ cell, column, rows: reach, columns, left: reach });
      column += columns;
    }
    repeat(() => true);
    above = [...above, ...begun].filter((reaching) => --reaching.left > 0);
    return row.some((cell) => cell.length > 0) ? found : row;
  });
}

function textLength(cell: Cell): number {
  return cell.reduce((sum, { text }) => sum + text.length, 0);
}
