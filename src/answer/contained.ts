import { sentences } from '../language/sentences.ts';
import { agree, type Wording } from './near-copies.ts';

/** A shorter text is no report of its own: "Nobody was hurt." */
const MIN_PART = 8;
/** Share of a text's words that a part must have: of a longer text, the part is the shorter answer. */
const MIN_SHARE = 0.5;
const ENDS_SENTENCE = /[.!?…。！？][”’"')\]»]*\s*$/u;
/** A line of a list or of a table, where what is left out says that it is not there. */
const LISTED = /^[^\S\n]*(?:[-*+•|>]|\p{Nd}{1,3}[.)])\s/mu;

/**
 * Whether a text is whole sentences of another, one after the other and at least half of it, word for word as near
 * copies are: a paragraph to which the other adds a sentence. Only of prose, and never of the same text.
 */
export function isPartOf(part: Wording, whole: Wording): boolean {
  const length = part.words.length;
  if (length < MIN_PART || length >= whole.words.length || length < MIN_SHARE * whole.words.length)
    return false;
  if (!agree(part.dateline, whole.dateline) || !isProse(part) || !isProse(whole)) return false;
  const ranges = sentences(whole.text);
  const begins = new Set(ranges.map(({ start }) => wordAt(whole, start)));
  const ends = new Set([...begins, whole.words.length]);
  for (const at of begins) {
    if (!ends.has(at + length)) continue;
    if (part.words.every(({ form }, i) => form === whole.words[at + i]!.form)) return true;
  }
  return false;
}

function isProse({ text }: Wording): boolean {
  return ENDS_SENTENCE.test(text) && !LISTED.test(text);
}

/** Position of the first word from an offset on. */
function wordAt({ words }: Wording, offset: number): number {
  const at = words.findIndex(({ start }) => start >= offset);
  return at < 0 ? words.length : at;
}
