import type { OpenIndex } from '../index/open-index.ts';
import type { Ranked } from './rank.ts';

/** A passage and where its text stands again. */
export interface Folded {
  readonly best: Ranked;
  readonly alsoIn: readonly { readonly source: string; readonly paragraph: number }[];
}

/** More places than this say no more than "many". */
const MAX_PLACES = 20;

/**
 * The first `top` candidates whose words differ. Passages with the same words, whatever their punctuation, are
 * one: two accounts of one event are not.
 */
export function foldDuplicates(index: OpenIndex, ranked: readonly Ranked[], top: number): Folded[] {
  const folded = new Map<bigint, { best: Ranked; alsoIn: { source: string; paragraph: number }[] }>();
  for (const candidate of ranked) {
    const key = index.fingerprint(candidate.passage);
    if (folded.size === top && !folded.has(key)) continue;
    if (!folded.has(key)) folded.set(key, { best: candidate, alsoIn: [] });
  }
  for (const { best, alsoIn } of folded.values()) {
    for (const passage of index.copies(best.passage)) {
      if (passage === best.passage || alsoIn.length >= MAX_PLACES) continue;
      const { source, paragraph } = index.passage(passage);
      alsoIn.push({ source, paragraph });
    }
  }
  return [...folded.values()];
}
