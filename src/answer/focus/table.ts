import type { Span } from '../../corpus/document.ts';
import type { QuestionKind } from '../../language/question-kind.ts';
import { words } from '../../language/words.ts';
import type { Asked } from './asked.ts';

/** What columns are called that hold what is asked for, where the question does not say their name. */
const HEADINGS_OF: Readonly<Partial<Record<QuestionKind, RegExp>>> = {
  time: /^(?:dates?|days?|when|times?|hours?|datum|tag|zeit|wann)$/iu,
  amount: /^(?:\p{L}+ )?(?:prices?|costs?|fees?|fares?|rents?|preis|kosten|gebühr)(?:\s*[(/].*)?$/iu,
};

/** So many lines tell whether the first has the headings. */
const MAX_ROWS = 100;

/** Columns that tell who each row is of. */
export const NAMES_PERSONS =
  /^(?:(?:full|user|player|nick)?[ -]?names?|nicks?|players?|persons?|people|members?|users?|who|staff|winners?|contacts?)$/iu;
/** What may be a person's name in a column of names ... */
export const ANY_NAME = /^@?\p{L}[\p{L}\p{M}\p{N}_.'’ -]{1,39}$/u;
/** ... and where no heading says that they are names. */
const CAPITALISED =
  /^@?(?!\p{Lu}{2,5}$)\p{Lu}[\p{L}\p{M}\p{N}_.'’-]*(?:\s\p{Lu}[\p{L}\p{M}\p{N}_.'’-]*){0,3}$/u;

/**
 * Of what a table's row holds, what stands in the column whose heading has most of the question's words: beside one
 * another, the nearest to a word says nothing. All, where no more than one cell holds any or where the sentence is no
 * row; nothing, where no heading tells.
 */
export function inColumn<T extends Span>(
  { sentence, passage, asks }: Asked,
  candidates: readonly T[],
  kind?: QuestionKind,
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
  const headings = headingsOf(sentence, passage);
  if (headings.length !== cells.length) return [];
  const named = headings.map((heading) => words(heading).filter(asks).length);
  const most = columns.reduce((highest, at) => Math.max(highest, named[at.column]!), 0);
  const ofKind = kind && HEADINGS_OF[kind];
  const usual =
    most > 0 || !ofKind ? undefined : columns.find((at) => ofKind.test(headings[at.column]!.trim()))?.column;
  const answering = columns.filter((at) => (most > 0 ? named[at.column] === most : at.column === usual));
  const isOneColumn = new Set(answering.map((at) => at.column)).size === 1;
  return isOneColumn ? answering.map(({ candidate }) => candidate) : [];
}

/**
 * Who a table's row says it is: what stands in the column that the question names or in the one of names, else in the
 * first, which a row is mostly of; of two cells, the one beside what is asked about.
 *
 * @returns offsets into the sentence; `undefined` where it is no row, or nothing tells
 */
export function personInRow({ sentence, passage, asks }: Asked): Span | undefined {
  if (!sentence.includes('|')) return undefined;
  const cells = cellsOf(sentence).map((cell) => trimmed(sentence, cell));
  if (cells.length < 2) return undefined;
  const telling = cells.map(({ start, end }) => words(sentence.slice(start, end)).some(asks));
  if (!telling.includes(true)) return undefined;
  const may = (column: number, name: RegExp) => {
    const cell = cells[column];
    return cell && !telling[column] && name.test(sentence.slice(cell.start, cell.end)) ? cell : undefined;
  };
  const headings = headingsOf(sentence, passage);
  if (headings.length === cells.length) {
    const asked = headings.findIndex(
      (heading, column) => !telling[column] && (words(heading).some(asks) || isDoer(heading, asks)),
    );
    const named = asked < 0 ? headings.findIndex((heading) => NAMES_PERSONS.test(heading.trim())) : asked;
    if (named >= 0) return may(named, ANY_NAME);
  }
  if (cells.length === 2 && telling[0]) return may(1, CAPITALISED);
  return may(0, CAPITALISED);
}

/** "Teacher", where the question asks who teaches. */
function isDoer(heading: string, asks: Asked['asks']): boolean {
  return words(heading.trim().replace(/(?:er|or)$/iu, '')).some(asks);
}

/**
 * The first line of a table that is written without a line below its headings, where it surely is the headings: it has
 * no figures, while a column below it has them in every row.
 */
export function headingRow(passage: string): string | undefined {
  const [first, ...rows] = passage.split('\n', MAX_ROWS);
  if (!first?.includes(' | ') || rows.length === 0 || /^\s*\||\p{Nd}/u.test(first)) return undefined;
  const cells = rows.map((row) => cellsOf(row).map(({ start, end }) => row.slice(start, end)));
  const hasFigures = (_: Span, column: number) => cells.every((row) => /\p{Nd}/u.test(row[column] ?? ''));
  return cellsOf(first).some(hasFigures) ? first.trim() : undefined;
}

/** What stands above the columns of a table; nothing, where the sentence itself does or where no line says. */
function headingsOf(sentence: string, passage: string): string[] {
  const line = passage.slice(0, /\n|$/u.exec(passage)!.index);
  if (!line.includes('|') || sentence.includes(line)) return [];
  return cellsOf(line).map(({ start, end }) => line.slice(start, end));
}

/** A cell without what makes its text bold or code. */
function trimmed(row: string, { start, end }: Span): Span {
  const text = row.slice(start, end);
  const lead = /^[\s*`]*/u.exec(text)![0].length;
  let last = text.length;
  while (last > lead && /[\s*`]/u.test(text.charAt(last - 1))) last--;
  return { start: start + lead, end: start + last };
}

/** The cells of a row, with or without lines at its ends. */
export function cellsOf(row: string): Span[] {
  const cells: Span[] = [];
  let start = /^\s*\|?/u.exec(row)![0].length;
  for (let at = start; at <= row.length; at++) {
    if (at < row.length && row[at] !== '|') continue;
    if (at < row.length || row.slice(start).trim() !== '') cells.push({ start, end: at });
    start = at + 1;
  }
  return cells;
}
