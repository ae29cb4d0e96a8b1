import {
  fieldOf,
  type HeaderField,
  isDatedAgain,
  MAX_HEADER_LENGTH,
  metadataOfHeader,
  onlySayWho,
} from './header-fields.ts';
import type { StatedMetadata } from './metadata.ts';
import { lines, trimSpan } from './paragraphs.ts';
import { dateInFront } from './stated-date.ts';

const DATE_PREFIX = /^date\s*(:?)\s+/i;
const BEGINS_SENTENCE = /^\s+["“„'‘«(]?\p{Lu}/u;

/**
 * Reads what the first lines of a plain text state: lines such as `Title: …` and `Author: …`, or a date alone, above
 * the first other line; or a date in front of the text as in `date 2020-10-13 The talks …`.
 */
export function headerLines(text: string): StatedMetadata {
  const fields: HeaderField[] = [];
  let end = 0;
  for (const line of lines(text)) {
    const content = trimSpan(text, line);
    if (!content) {
      if (fields.length > 0) break;
      continue;
    }
    const words = text.slice(content.start, Math.min(content.end, content.start + MAX_HEADER_LENGTH));
    const field = content.end - content.start > MAX_HEADER_LENGTH ? undefined : fieldOf(words, fields);
    const ofAnEntry =
      field?.[0] === '' && (isDatedAgain(text, content.end) || text.slice(content.end).trim() === '');
    if (field && !ofAnEntry) {
      fields.push(field);
      end = content.end;
      continue;
    }
    const prefix = datePrefix(words);
    if (prefix) {
      fields.push(['date', prefix.date]);
      end = content.start + prefix.length;
      if (end === content.end) continue;
    }
    break;
  }
  const span = onlySayWho(fields) ? undefined : trimSpan(text, { start: 0, end });
  return { metadata: metadataOfHeader(fields), span: span ?? { start: 0, end: 0 } };
}

/**
 * `date 2020-10-13 The talks …`: with the month in words only behind a colon and in front of a sentence, or alone in the
 * line.
 */
function datePrefix(words: string): { readonly date: string; readonly length: number } | undefined {
  const label = DATE_PREFIX.exec(words);
  if (!label) return undefined;
  const value = words.slice(label[0].length);
  const found = dateInFront(value);
  if (!found) return undefined;
  const behind = value.slice(found.length);
  if (behind.trim() === '') return { date: found.date, length: words.length };
  const isText = /^\d{4}/.test(value) ? /^(?:\s|$)/ : BEGINS_SENTENCE;
  if (!isText.test(behind) || (label[1] === '' && isText === BEGINS_SENTENCE)) return undefined;
  return { date: found.date, length: label[0].length + found.length };
}
