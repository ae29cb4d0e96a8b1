import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BestPassages, type PostingList, type ScoredPassage } from '../../src/index/best-passages.ts';

/** Of passages and what a term adds to their scores, in any order. */
function list(scores: Readonly<Record<number, number>>, weight = 1): PostingList {
  const entries = Object.entries(scores).sort(([a], [b]) => Number(a) - Number(b));
  return {
    passages: Uint32Array.from(entries, ([passage]) => Number(passage)),
    scores: Float32Array.from(entries, ([, score]) => score),
    weight,
    highest: Math.max(0, ...Float32Array.from(Object.values(scores))),
  };
}

/** The sum over the lists, for each passage that is in any. */
function sums(lists: readonly PostingList[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { passages, scores, weight } of lists)
    for (const [i, passage] of passages.entries())
      found.set(passage, (found.get(passage) ?? 0) + weight * scores[i]!);
  return found;
}

function best(lists: readonly PostingList[], k: number, finder = new BestPassages()): ScoredPassage[] {
  const exact = sums(lists);
  return finder.find(lists, k, (passage) => exact.get(passage)!);
}

/** By adding up everything. */
function bestOfAll(lists: readonly PostingList[], k: number): ScoredPassage[] {
  return Array.from(sums(lists), ([passage, score]) => ({ passage, score }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, k);
}

describe('the best passages', () => {
  it('are those with the highest sums, highest first', () => {
    expect(best([list({ 0: 1, 2: 3, 7: 2 }), list({ 0: 4, 5: 1 }, 0.5)], 3)).toEqual([
      { passage: 0, score: 3 },
      { passage: 2, score: 3 },
      { passage: 7, score: 2 },
    ]);
  });

  it('are in order of passage where they score the same', () => {
    expect(best([list({ 9: 1, 4: 1, 6: 1 })], 2).map(({ passage }) => passage)).toEqual([4, 6]);
  });

  it('are none of nothing, and as many as there are', () => {
    expect(best([], 3)).toEqual([]);
    expect(best([list({})], 3)).toEqual([]);
    expect(best([list({ 1: 1 })], 0)).toEqual([]);
    expect(best([list({ 1: 1 })], 3)).toHaveLength(1);
  });

  it('are found among more than there was room for, and of few after', () => {
    const finder = new BestPassages();
    const many = list(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [i, 1 + (i % 97) / 97])));
    const few = list({ 12: 5, 9999: 1 });
    for (const lists of [[many, few], [few], [many]]) {
      expect(best(lists, 5, finder)).toEqual(bestOfAll(lists, 5));
    }
  });

  it('are those of adding up everything, whatever the lists', () => {
    // A rare word adds much to few passages, a common one little to many: what it adds is only looked up then.
    const passage = fc.nat(400);
    const rare = fc.dictionary(passage.map(String), fc.double({ min: 2, max: 9, noNaN: true }), {
      maxKeys: 12,
    });
    const common = fc.dictionary(passage.map(String), fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minKeys: 50,
      maxKeys: 300,
    });
    const anyList = fc
      .tuple(fc.oneof(rare, common), fc.constantFrom(1, 0.5, 0.1))
      .map(([scores, weight]) => list(scores, weight));
    const finder = new BestPassages();
    fc.assert(
      fc.property(fc.array(anyList, { maxLength: 6 }), fc.integer({ min: 1, max: 12 }), (lists, k) => {
        expect(best(lists, k, finder)).toEqual(bestOfAll(lists, k));
      }),
    );
  });
});
