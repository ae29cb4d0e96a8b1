/** A named value of a row; without a name where the row has more values than there are names. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** A row as it is quoted: a line `name: value` for each value that is not empty. */
export function recordText(values: readonly NamedValue[]): string {
  return values
    .map(({ name, value }) => ({ name: oneLine(name), value: value.trim() }))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => (name === '' ? value : `${name}: ${value}`))
    .join('\n');
}

/** White space of any kind and length is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
