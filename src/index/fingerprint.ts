import { hash } from 'node:crypto';
import { words } from '../language/words.ts';

/**
 * Signs that say something: currencies, emoji, comparisons, `+`, `%`, the `#` of `C#`, and a minus. Not what only marks
 * text up, as Markdown's `|`, `~` and the `>` before a quotation.
 */
const SIGN =
  /\p{Sc}|(?![©®™])\p{So}|(?![|~>])\p{Sm}|(?<=[^\s>][ \t]?)>|[%‰]|(?<=\p{L})#|(?<![\p{L}\p{N}])[-–](?=\p{Sc}?\p{Nd})/gu;

/** Of a command, where the same letter in lower case is another option: "-D". With what stands before it. */
const CAPITAL_OPTION = /(?:^|[^\p{L}\p{N}-])-\p{Lu}$/u;
/** In UTF-16 code units: the hyphen and what stands before it. */
const BEFORE_OPTION = 2;

/** A word or a sign of a text, where it stands. */
export interface Said {
  readonly form: string;
  /** Half-open UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
  /** Signs are written without spaces around them too. */
  readonly unspaced: boolean;
}

/** All that a text says, in order: its words, and the signs that change what is said. */
export function saidIn(text: string): Said[] {
  const forms: readonly Said[] = words(text).map((word) =>
    CAPITAL_OPTION.test(text.slice(Math.max(0, word.start - BEFORE_OPTION), word.end))
      ? { ...word, form: text.slice(word.start, word.end) }
      : word,
  );
  const signs = Array.from(text.matchAll(SIGN), ({ 0: sign, index }) => ({
    form: sign.replace(/[–−]/, '-'),
    start: index,
    end: index + sign.length,
    unspaced: true,
  }));
  return signs.length === 0 ? [...forms] : [...forms, ...signs].sort((a, b) => a.start - b.start);
}

/**
 * The same for texts that differ only in white space, punctuation, quotation marks, capitals and accents. A sign that
 * changes what is said tells texts apart: ✅ and ❌, `$15` and `€15`, `-5` and `5`; so does a capital in an option, `-D`.
 */
export function fingerprint(text: string): bigint {
  const said = saidIn(text)
    .map(({ form }) => form)
    .join(' ');
  return hash('sha256', said === '' ? text : said, 'buffer').readBigUInt64LE();
}
