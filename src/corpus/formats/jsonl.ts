import type { ParsedDocument } from '../document.ts';
import { RefusedFileError } from '../refused-file.ts';
import { ExtractedText } from './extracted-text.ts';
import { type NamedValue, recordText } from './record.ts';

/** Objects nested deeper are shown as JSON. */
const MAX_DEPTH = 8;
/** Stands before a number's digits; no character by Unicode's own rules, so texts that hold it have no use for it. */
const NUMBER_MARK = '\ufdd0';
/** Of JSON: a line separator of Unicode may stand in a string. */
const LINE_END = /\r\n|\n|\r/;
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * JSON Lines: every line is a passage of lines `name: value`. Names of nested values are joined by a dot
 * (`author.name`), lists of plain values by a comma. A value that stands alone is shown without a name.
 *
 * A line that is no JSON is a passage as it stands; where most lines are none, the file is refused, unless it
 * is one JSON value as a whole: then a list's elements are the rows.
 *
 * @throws RefusedFileError
 */
export function parseJsonl(text: string): ParsedDocument {
  const rows: string[] = [];
  let broken = 0;
  for (const written of text.split(LINE_END)) {
    const line = written.trim();
    if (line === '') continue;
    const value = parseJson(line);
    if (value === undefined) broken += 1;
    rows.push(value === undefined ? line : valueText(value));
  }
  if (broken * 2 > rows.length) return document(wholeValue(text));
  return document(rows);
}

function wholeValue(text: string): string[] {
  const whole = parseJson(text);
  if (whole === undefined) throw new RefusedFileError('not-json-lines');
  return (Array.isArray(whole) ? whole : [whole]).map(valueText);
}

function document(rows: readonly string[]): ParsedDocument {
  const text = new ExtractedText();
  for (const row of rows) text.add('paragraph', row);
  return text.finish();
}

/**
 * `undefined` for what is no JSON, which no JSON stands for. Numbers are strings, of {@link NUMBER_MARK} and what
 * stands in the file: as numbers, `5.50` would lose its zero and an id its last digits.
 */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (text.includes(NUMBER_MARK) || /\\ufdd0/i.test(text)) return value;
    return JSON.parse(
      text.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"${NUMBER_MARK}${token}"`)),
    );
  } catch {
    return undefined;
  }
}

function valueText(value: unknown): string {
  const fields: NamedValue[] = [];
  collect('', value, 0, fields);
  const only = fields.length === 1 ? fields[0] : undefined;
  return only ? only.value : recordText(fields);
}

function collect(name: string, value: unknown, depth: number, fields: NamedValue[]): void {
  if (value === null) return;
  if (typeof value !== 'object') fields.push({ name, value: plain(value) });
  else if (
    Array.isArray(value) &&
    value.every((element) => typeof element !== 'object' || element === null)
  ) {
    const elements = value.filter((element) => element !== null).map(plain);
    fields.push({ name, value: elements.join(', ') });
  } else if (depth >= MAX_DEPTH) fields.push({ name, value: asJson(value) });
  else {
    const counted = Array.isArray(value);
    for (const [key, inner] of Object.entries(value)) {
      const part = counted ? String(Number(key) + 1) : key;
      collect(name === '' ? part : `${name}.${part}`, inner, depth + 1, fields);
    }
  }
}

function plain(value: unknown): string {
  return String(value).replace(NUMBER_MARK, '');
}

function asJson(value: object): string {
  try {
    return JSON.stringify(value).replace(new RegExp(`"${NUMBER_MARK}([^"]*)"`, 'g'), '$1');
  } catch {
    // Nested by the hundred thousand; JSON.parse copes with that, JSON.stringify does not.
    throw new RefusedFileError('nested-too-deeply');
  }
}
