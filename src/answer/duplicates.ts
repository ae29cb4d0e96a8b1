import type { OpenIndex } from '../index/open-index.ts';
import { MOST_PLACES } from './answer.ts';
import type { Ranked } from './rank.ts';

/** A passage and where its text stands again. */
export interface Folded {
  readonly best: Ranked;
  readonly alsoIn: readonly { readonly source: string; readonly paragraph: number }[];
}

/** The candidates of one text each: the first of every group of passages with the same words. */
export function distinctTexts(index: Pick<OpenIndex, 'firstCopy'>, ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<number>();
  return ranked.filter(({ passage }) => {
    const text = index.firstCopy(passage);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/**
 * The first `top` candidates whose words differ. Passages with the same words, whatever their punctuation, are
 * one: two accounts of one event are not. Of dated candidates the earliest stands for them, for "Sunday" is the
 * original's, not the reprint's.
 */
export function foldDuplicates(index: OpenIndex, ranked: readonly Ranked[], top: number): Folded[] {
  const groups = new Map<number, Ranked[]>();
  for (const candidate of ranked) {
    const text = index.firstCopy(candidate.passage);
    const group = groups.get(text);
    if (group) group.push(candidate);
    else if (groups.size < top) groups.set(text, [candidate]);
  }
  return Array.from(groups.values(), (group) => {
    const best = earliest(index, group);
    const alsoIn: { source: string; paragraph: number }[] = [];
    for (const passage of index.copies(best.passage)) {
      if (passage === best.passage || alsoIn.length >= MOST_PLACES) continue;
      const { source, paragraph } = index.passage(passage);
      alsoIn.push({ source, paragraph });
    }
    return { best, alsoIn };
  });
}

function earliest(index: OpenIndex, group: readonly Ranked[]): Ranked {
  let best = group[0]!;
  let date = index.documentOf(best.passage).date;
  for (const other of group.slice(1)) {
    const otherDate = index.documentOf(other.passage).date;
    if (otherDate === undefined || (date !== undefined && otherDate >= date)) continue;
    best = other;
    date = otherDate;
  }
  return best;
}
