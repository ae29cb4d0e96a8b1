import { hash } from 'node:crypto';
import { words } from '../language/words.ts';

/**
 * Signs that say something: currencies, emoji, comparisons, `+`, `%`, the `#` of `C#`, and a minus. Not what only marks
 * text up, as Markdown's `|`, `~` and the `>` before a quotation.
 */
const SIGN =
  /\p{Sc}|(?![©®™])\p{So}|(?![|~>])\p{Sm}|(?<=[^\s>][ \t]?)>|[%‰]|(?<=\p{L})#|(?<![\p{L}\p{N}])[-–](?=\p{Sc}?\p{Nd})/gu;

/**
 * The same for texts that differ only in white space, punctuation, quotation marks, capitals and accents. A sign that
 * changes what is said tells texts apart: ✅ and ❌, `$15` and `€15`, `-5` and `5`.
 */
export function fingerprint(text: string): bigint {
  const forms = words(text).map(({ form, start }) => ({ form, start }));
  const signs = Array.from(text.matchAll(SIGN), ({ 0: sign, index }) => ({
    form: sign.replace(/[–−]/, '-'),
    start: index,
  }));
  const said = (signs.length === 0 ? forms : [...forms, ...signs].sort((a, b) => a.start - b.start))
    .map(({ form }) => form)
    .join(' ');
  return hash('sha256', said === '' ? text : said, 'buffer').readBigUInt64LE();
}
