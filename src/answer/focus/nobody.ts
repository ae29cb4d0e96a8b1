import type { Span } from '../../corpus/document.ts';
import type { Asked } from './asked.ts';

const NOBODY = /(?<!\p{L})(?:nobody|no[ -]one|none)(?!\p{L})/giu;
/** Between nobody and what nobody did or suffered: "nobody was hurt". */
const BETWEEN = /^(?:\s(?:of\sthem|is|are|was|were|has|have|had|been))*\s$/iu;
/** In UTF-16 code units: the longest that is looked at between them. */
const MAX_BETWEEN = 24;

/** Whether a text may say of how many nobody is the count. */
export function mayHoldNobody(sentence: string): boolean {
  return sentence.search(NOBODY) >= 0;
}

/**
 * Where a sentence says that nobody does what the question asks about, which answers how many do: the word behind it is
 * one of the question's.
 */
export function nobodyIn({ sentence, anchors }: Asked): (Span & { readonly reach: number })[] {
  return Array.from(sentence.matchAll(NOBODY)).flatMap(({ index, 0: nobody }) => {
    const end = index + nobody.length;
    const verb = anchors.find(({ start }) => start > end);
    if (!verb || verb.start - end > MAX_BETWEEN) return [];
    return BETWEEN.test(sentence.slice(end, verb.start))
      ? [{ start: index, end, reach: verb.start - 1 }]
      : [];
  });
}
