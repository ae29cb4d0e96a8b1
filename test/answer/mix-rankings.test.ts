import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixRankings, shareOfFirst } from '../../src/answer/mix-rankings.ts';
import type { Ranked } from '../../src/answer/rank.ts';

const ranking = (scores: Readonly<Record<number, number>>): Ranked[] =>
  Object.entries(scores)
    .map(([passage, score]) => ({
      passage: Number(passage),
      score,
      signals: new Float64Array(),
      lacksNumber: false,
      whole: 0,
      sentence: 0,
      sentenceRow: 0,
      bm25: 0,
    }))
    .sort((a, b) => b.score - a.score);
const order = (ranked: readonly Ranked[]) => ranked.map(({ passage }) => passage);

describe('mixRankings', () => {
  const first = ranking({ 1: 9, 2: 6, 3: 0 });
  const second = ranking({ 3: 9, 2: 7, 1: 0 });

  it('is the ranking that is surely right', () => {
    expect(order(mixRankings(1, first, second))).toEqual([1, 2, 3]);
    expect(order(mixRankings(0, first, second))).toEqual([3, 2, 1]);
  });

  it('has first what is high in both where hardly anything tells which is right', () => {
    const close = [ranking({ 1: 7, 2: 6.8, 3: 0 }), ranking({ 3: 7, 2: 6.8, 1: 0 })] as const;
    expect(order(mixRankings(0.5, ...close))[0]).toBe(2);
  });

  it('ranks each candidate once, by finite scores whose differences are those of a ranking that is sure', () => {
    const scores = fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (values, chance) => {
        const one = ranking(Object.fromEntries(values.entries()));
        const other = ranking(Object.fromEntries(values.toReversed().entries()));
        const mixed = mixRankings(chance, one, other);
        expect(order(mixed).toSorted((a, b) => a - b)).toEqual(values.map((_, i) => i));
        expect(mixed.every(({ score }) => Number.isFinite(score))).toBe(true);
      }),
    );
    const [a, b] = mixRankings(1, first, second);
    expect(a!.score - b!.score).toBeCloseTo(3);
  });
});

describe('shareOfFirst', () => {
  const none = () => false;

  it('is what the mixture gives to its first', () => {
    const mixed = mixRankings(0.75, ranking({ 1: 100, 2: 0 }), ranking({ 2: 100, 1: 0 }));
    expect(shareOfFirst(mixed, (one, other) => one === other)).toBeCloseTo(0.75);
    expect(shareOfFirst([], none)).toBe(0);
  });

  it('is that of its copies too', () => {
    const mixed = mixRankings(1, ranking({ 1: 9, 2: 9, 3: 9 }), ranking({ 1: 1, 2: 1, 3: 1 }));
    const same = (one: number, other: number) => one === other || one + other === 3;
    expect(shareOfFirst(mixed, same)).toBeCloseTo(2 / 3);
  });
});
