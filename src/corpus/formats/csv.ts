import type { Options } from 'csv-parse/sync';
import type { ParsedDocument } from '../document.ts';
import { ExtractedText } from './extracted-text.ts';
import { oneLine, recordText } from './record.ts';

/** Rows that are looked at to tell the delimiter and whether the first one names the columns. */
const SAMPLE_ROWS = 50;
/** In UTF-16 code units: as much is read for the delimiter. */
const SAMPLE_LENGTH = 20_000;
/** A line that agrees tells as much of the delimiter as so many of it in the first line. */
const AGREEING = 1000;
const MAX_NAME_LENGTH = 60;
/** Of its columns a first row must name this share to be their names. */
const MIN_NAMED = 0.5;
/** Numbers, dates, times and addresses: what a value may be and a column's name is not. */
const VALUE =
  /^(?:[-+]?[$€£¥]?\s?\d[\d.,:/\s-]*(?:[%a-z]{0,3})|\d{4}-\d\d-\d\d.*|https?:\/\/.*|\S+@\S+\.\S+|true|false)$/i;

/** A quote elsewhere than where a value begins is none of the two around it. */
const QUOTED = /(?<=^|[,;\t|\r\n] *)"(?:[^"]|"")*"/g;

/**
 * Comma-separated values: every row is a passage of lines `column: value`; empty values are left out.
 *
 * - The delimiter is told from the first lines (comma, semicolon, tab, bar) unless it is given or stated in a
 *   first line `sep=;`.
 * - The first row names the columns unless it holds numbers, dates or addresses, or values that stand below it
 *   again. Where that is likely but not sure it can be quoted as well, so that no row is lost. Without names a
 *   row is its values, with ` | ` between.
 * - Rows may differ in length. A quote that stands within a value, as an inch mark does, is a character of it. A file
 *   whose quotes do not balance even so is read again with all quotes taken as characters, every line a row, so that
 *   nothing is swallowed.
 */
export async function parseCsv(text: string, delimiter?: string): Promise<ParsedDocument> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const stated = /^sep=([^\r\n])\r?\n/i.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const options: Options = {
    delimiter: stated?.[1] ?? delimiter ?? guessDelimiter(body),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  };
  const read = (more: Options): RowReader | undefined => {
    const rows = new RowReader();
    const add = (row: string[]) => {
      rows.add(row);
      return null;
    };
    try {
      parse(body, { ...options, ...more, on_record: add });
    } catch (error) {
      if (error instanceof CsvError) return undefined;
      throw error;
    }
    return rows;
  };
  const strict = read({ trim: true });
  if (strict) return strict.finish();
  // Space cut off behind a closing quote would have it end the value, and what follows be an error.
  const relaxed = read({ relax_quotes: true, ltrim: true });
  if (relaxed && !relaxed.hasOpenQuote) return relaxed.finish();
  return read({ quote: false, trim: true })!.finish();
}

/** The delimiter that the first lines hold as often as each other, and most often. */
function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, SAMPLE_LENGTH)
    .replace(QUOTED, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_ROWS);
  let best = ',';
  let bestScore = 0;
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    const agreeing = counts.filter((count) => count === first).length;
    const score = first === 0 ? 0 : agreeing + first / AGREEING;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Holds the first rows back until they tell whether there is a header; passes the others on. */
class RowReader {
  readonly #text = new ExtractedText();
  #sample: string[][] | undefined = [];
  #names: readonly string[] | undefined;
  #hasOpenQuote = false;

  /** Whether a value goes over lines and still begins with a quote: one that was not closed where it should. */
  get hasOpenQuote(): boolean {
    return this.#hasOpenQuote;
  }

  add(row: string[]): void {
    this.#hasOpenQuote ||= row.some((value) => /^"[^\n\r]*[\n\r]/.test(value));
    if (!this.#sample) this.#write(row);
    else {
      this.#sample.push(row);
      if (this.#sample.length >= SAMPLE_ROWS) this.#decide();
    }
  }

  finish(): ParsedDocument {
    this.#decide();
    return this.#text.finish();
  }

  #decide(): void {
    const sample = this.#sample ?? [];
    this.#sample = undefined;
    const header = headerKind(sample);
    const rows = header === 'none' ? sample : sample.slice(1);
    if (header !== 'none') {
      this.#names = sample[0]!;
      this.#text.add(header === 'sure' ? 'heading' : 'paragraph', rowText(sample[0]!));
    }
    for (const row of rows) this.#write(row);
  }

  #write(row: readonly string[]): void {
    const names = this.#names;
    const text =
      names && names.length > 1
        ? recordText(row.map((value, i) => ({ name: columnName(names[i], i), value })))
        : rowText(row);
    this.#text.add('paragraph', text);
  }
}

function columnName(name: string | undefined, column: number): string {
  const stated = oneLine(name ?? '');
  return stated === '' ? `column ${column + 1}` : stated;
}

/** Values without names; empty ones at the end are left out, others hold their place. */
function rowText(row: readonly string[]): string {
  const last = row.findLastIndex((value) => value.trim() !== '');
  return row
    .slice(0, last + 1)
    .map((value) => value.trim())
    .join(' | ');
}

function headerKind(sample: readonly (readonly string[])[]): 'sure' | 'likely' | 'none' {
  const [first, ...rows] = sample;
  if (!first || rows.length === 0) return 'none';
  const columns = first.map((name, i) => ({
    name: name.trim(),
    values: rows.map((row) => (row[i] ?? '').trim()).filter((value) => value !== ''),
  }));
  const named = columns.filter(({ name }) => name !== '');
  if (named.length < columns.length * MIN_NAMED || named.length === 0) return 'none';
  if (named.some(({ name }) => name.length > MAX_NAME_LENGTH || VALUE.test(name))) return 'none';
  if (named.some(({ name, values }) => values.includes(name))) return 'none';
  const typed = named.some(({ values }) => values.length > 0 && values.every((value) => VALUE.test(value)));
  return typed ? 'sure' : 'likely';
}
