/**
 * Discord's own markdown takes a backslash before any ASCII punctuation as "this character, literally". Every
 * character that can begin markup is escaped that way, so that what a reader sees is the text, character by
 * character, and no URL, mention, emoji, time stamp or heading of a document comes alive.
 */
const ALWAYS = new Set('\\*_~`|<>[]@:');
// Controls, direction controls and characters without width: in a name they can only deceive.
const DECEPTIVE = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * What each UTF-16 code unit of a text becomes. The second half of a surrogate pair, and the carriage return
 * of a Windows line end, become nothing; a line end becomes `\n`, whatever it was, because Discord takes all
 * of them for one and only a line that is known to be one can be kept inside a quote.
 */
export function escapeUnits(text: string): string[] {
  const units: string[] = new Array<string>(text.length);
  let lineStart = true;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    units[i] = escapeUnit(text, i, character, lineStart);
    if (units[i] === '\n') lineStart = true;
    else if (lineStart && !/[\s\p{Nd}]/u.test(character)) lineStart = false;
    if (isPair(text, i)) units[++i] = '';
  }
  return units;
}

function escapeUnit(text: string, i: number, character: string, lineStart: boolean): string {
  switch (character) {
    case '\r':
      return text[i + 1] === '\n' ? '' : '\n';
    case '\0': // Not allowed in a message.
      return '␀';
    case '#':
    case '-':
    case '+':
      return lineStart ? `\\${character}` : character;
    case '.': // The dot of a numbered list.
      return lineStart ? '\\.' : '.';
  }
  if (ALWAYS.has(character)) return `\\${character}`;
  if (isPair(text, i)) return text.slice(i, i + 2);
  return /[\ud800-\udfff]/.test(character) ? '\ufffd' : character;
}

function isPair(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}

/**
 * A name, title or question on one line of a message, at most `max` units after escaping, cut with `…`. Unlike
 * a quote it is not word for word: white space is folded and what cannot be seen is shown as `\ufffd`.
 */
export function inline(raw: string, max: number): string {
  const text = plainInline(raw);
  const units = escapeUnits(text);
  let length = 0;
  for (const unit of units) length += unit.length;
  if (length <= max) return units.join('');
  let cut = '';
  for (const unit of units) {
    if (cut.length + unit.length > max - 1) break;
    cut += unit;
  }
  return `${cut.trimEnd()}…`;
}

/** The same without escaping, for places that show plain text: choices, thread names, file names. */
export function plainInline(raw: string): string {
  return raw.replace(/\s+/gu, ' ').replace(DECEPTIVE, '\ufffd').trim();
}

/** Plain text of at most `max` UTF-16 code units, cut with `…` and never inside a character. */
export function cutPlain(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = (text.charCodeAt(max - 1) & 0xfc00) === 0xdc00 ? max - 2 : max - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
