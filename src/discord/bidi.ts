/** Characters that order the text after them until they are closed. */
const OPENERS: ReadonlyMap<string, string> = new Map([
  ['\u202a', '\u202c'], // left-to-right embedding
  ['\u202b', '\u202c'], // right-to-left embedding
  ['\u202d', '\u202c'], // left-to-right override
  ['\u202e', '\u202c'], // right-to-left override
  ['\u2066', '\u2069'], // left-to-right isolate
  ['\u2067', '\u2069'], // right-to-left isolate
  ['\u2068', '\u2069'], // first strong isolate
]);

const POP_ISOLATE = '\u2069';

/** Whether a character is one that {@link bidiClosers} would close. */
export function isBidiOpener(character: string): boolean {
  return OPENERS.has(character);
}

/**
 * What must follow a line so that its direction controls end with it. Never longer than the number of openers
 * in the line.
 */
export function bidiClosers(line: string): string {
  const open: string[] = [];
  for (const character of line) {
    const closer = OPENERS.get(character);
    if (closer !== undefined) open.push(closer);
    else if (character === POP_ISOLATE) {
      // An isolate's end also ends every embedding that was opened inside it.
      const isolate = open.lastIndexOf(POP_ISOLATE);
      if (isolate !== -1) open.length = isolate;
    } else if (character === '\u202c' && open.at(-1) === '\u202c') open.pop();
  }
  return open.reverse().join('');
}
