import type { Span } from '../document.ts';

/** A named value of a row; without a name where the row has more values than there are names. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** Where a named value stands in a text; UTF-16 offsets. */
export interface Field {
  readonly name: Span;
  /** Without white space around it. */
  readonly value: Span;
}

/** What a line of {@link recordText} begins with. What says something as a sentence does is no name. */
const FIELD = /^([^\S\n]*)([^\n:.!?]{1,60}):[^\S\n]+(?=\S)/u;

/** A row as it is quoted: a line `name: value` for each value that is not empty. */
export function recordText(values: readonly NamedValue[]): string {
  return values
    .map(({ name, value }) => ({ name: oneLine(name), value: value.trim() }))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => (name === '' ? value : `${name}: ${value}`))
    .join('\n');
}

/**
 * The fields of a text that {@link recordText} may have written, in order: a line that begins with no name goes on with the
 * value before it. Whether the text is a record nothing here tells: lines of talk begin with names too.
 */
export function recordFields(text: string): Field[] {
  const fields: Field[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const [lead, space, name] = FIELD.exec(line) ?? [];
    const end = at + line.trimEnd().length;
    if (lead !== undefined) {
      const start = at + space!.length;
      fields.push({ name: { start, end: start + name!.length }, value: { start: at + lead.length, end } });
    } else if (fields.length > 0 && line.trim() !== '') {
      const { name: before, value } = fields.pop()!;
      fields.push({ name: before, value: { start: value.start, end } });
    }
    at += line.length + 1;
  }
  return fields;
}

/** White space of any kind and length is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
