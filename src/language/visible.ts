const HARMFUL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Control characters as symbols, so that no text can drive a terminal; line ends and tabs stay. */
export function visible(text: string): string {
  return text.replace(HARMFUL, (character) => {
    if (character === '\n' || character === '\r' || character === '\t') return character;
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421';
  });
}

/** As {@link visible}, on one line: no text can pass for a line of its own. */
export function visibleOnOneLine(text: string): string {
  return visible(text).replace(/[\n\r\u2028\u2029]/g, '␊');
}
