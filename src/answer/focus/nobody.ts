import type { Span } from '../../corpus/document.ts';
import type { Asked } from './asked.ts';

const NOBODY = /(?<!\p{L})(?:nobody|no[ -]one|none|niemand|keiner)(?!\p{L})/giu;
/** Between nobody and what nobody did or suffered: "nobody was hurt". */
const BETWEEN = /^(?:\s(?:of\sthem|is|are|was|were|has|have|had|been|wurden?|ist|hat))*\s$/iu;
/** Of these, the verb may stand before: "dort starb niemand". */
const GERMAN = /^(?:niemand|keiner)$/iu;
/** In UTF-16 code units: the longest that is looked at between them. */
const MAX_BETWEEN = 24;

/** Whether a text may say of how many nobody is the count. */
export function mayHoldNobody(sentence: string): boolean {
  return sentence.search(NOBODY) >= 0;
}

/**
 * Where a sentence says that nobody does what the question asks about, which answers how many do: the word behind it, or
 * in German right before it, is one of the question's. That is sure where the sentence says nothing more of it.
 */
export function nobodyIn({
  sentence,
  anchors,
}: Asked): (Span & { readonly reach: number; readonly isSure: boolean })[] {
  return Array.from(sentence.matchAll(NOBODY)).flatMap(({ index, 0: nobody }) => {
    const end = index + nobody.length;
    const behind = anchors.find(({ start }) => start > end);
    const isBehind =
      behind && behind.start - end <= MAX_BETWEEN && BETWEEN.test(sentence.slice(end, behind.start));
    const verb = isBehind
      ? behind
      : anchors.find((anchor) => anchor.end === index - 1 && GERMAN.test(nobody));
    if (!verb) return [];
    const isSure = anchors.every(({ form, start }) => form !== verb.form || start === verb.start);
    return [{ start: index, end, reach: Math.max(end, verb.start - 1), isSure }];
  });
}
