import type { Piece } from './html-piece.ts';
import { type CellSpan, withSpanningCells } from './html-spans.ts';
import { oneLine, recordText } from './record.ts';

/** A list or table that is being read. Cells and items hold pieces, since they may hold anything. */
export type Container = List | Table;

interface List {
  readonly type: 'list';
  readonly marker: 'ul' | 'ol' | 'dl';
  /** Number of the first item. */
  readonly first: number;
  readonly items: Piece[][];
}

interface Table {
  readonly type: 'table';
  readonly rows: Piece[][][];
  /** Of the cells that take more than one row or column. */
  readonly spans: Map<readonly Piece[], CellSpan>;
  /** Whether the first row names the columns. */
  hasHeader: boolean;
}

/** A longer list or table is no passage: its items or rows are. In UTF-16 code units. */
const MAX_WHOLE = 2000;
/** An item or cell with several paragraphs and more text than this is a part of the page, not of a list. */
const MAX_ITEM = 600;

/** A bullet or number that the page writes itself. */
const DRAWN_MARK = /^(?:[-–—*•·‣◦▪]|\d{1,3}[.)])\s/u;

/** What a list is read as. */
export function listPieces({ marker, first, items }: List): readonly Piece[] {
  const filled = items.filter((pieces) => pieces.length > 0);
  const texts = filled.map((pieces, i) => {
    const mark = marker === 'ul' ? '- ' : marker === 'ol' ? `${first + i}. ` : '';
    const text = pieces.map((piece) => piece.text).join('\n');
    return (DRAWN_MARK.test(text) ? '' : mark) + text.replaceAll('\n', '\n  ');
  });
  if (!filled.some(isLayout) && length(texts) <= MAX_WHOLE) return whole(texts.join('\n'));
  return filled.flatMap((pieces, i) => (isLayout(pieces) ? pieces : whole(texts[i]!)));
}

/** What a table is read as. */
export function tablePieces({ rows, spans, hasHeader }: Table): readonly Piece[] {
  const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
  if (filled.every((row) => row.length < 2) || filled.some((row) => row.some(isLayout))) {
    return filled.flat(2);
  }
  const cells = withSpanningCells(rows, spans)
    .filter((row) => row.some((cell) => cell.length > 0))
    .map((row) => row.map((cell) => oneLine(cell.map(({ text }) => text).join(' '))));
  const lines = cells.map((row) => row.join(' | '));
  if (length(lines) <= MAX_WHOLE) return whole(lines.join('\n'));
  const [names] = cells;
  if (!hasHeader || !names) return lines.flatMap(whole);
  return cells
    .slice(1)
    .flatMap((row) => whole(recordText(row.map((value, i) => ({ name: names[i] ?? '', value })))));
}

function whole(text: string): readonly Piece[] {
  return text.trim() === '' ? [] : [{ text }];
}

function isLayout(pieces: readonly Piece[]): boolean {
  return pieces.length > 1 && length(pieces.map(({ text }) => text)) > MAX_ITEM;
}

function length(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
