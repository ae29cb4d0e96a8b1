import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeCopies, resemble } from '../../src/answer/near-copies.ts';
import { PassageTerms } from '../../src/answer/passage-terms.ts';
import { SECTION_END, SENTENCE_END } from '../../src/index/term-sequences.ts';
import { runs } from '../support/property-runs.ts';

const id = fc.nat({ max: 2000 });
const sentences = fc.array(fc.array(id, { maxLength: 30 }), { maxLength: 4 });

/** Two passages that share much or little. */
const pairs = fc
  .tuple(sentences, sentences, fc.nat({ max: 4 }))
  .map(([one, other, kept]) => [one, [...one.slice(0, kept), ...other]] as const);

function sequenceOf(said: readonly (readonly number[])[], section?: readonly number[]): Uint32Array {
  return Uint32Array.from([
    ...(section ? [...section, SECTION_END] : []),
    ...said.flatMap((terms) => [...terms, SENTENCE_END + 1]),
  ]);
}

const termsOf = (said: readonly (readonly number[])[]) => new PassageTerms(sequenceOf(said));

it("the distinct terms are those of the text, not those of its section's title", () => {
  const terms = new PassageTerms(sequenceOf([[3, 5, 3], [7]], [11, 5]));
  expect([...terms.distinct]).toEqual([3, 5, 7]);
  expect([...new PassageTerms(sequenceOf([])).distinct]).toEqual([]);
});

describe('what the sketch says', () => {
  it('is never wrong', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0, max: 1, noNaN: true }), ([one, other], share) => {
        const [a, b] = [new Set(one.flat()), new Set(other.flat())];
        const lacking = [...a].filter((term) => !b.has(term)).length;
        if (termsOf(one).surelyLacks(termsOf(other), share)) expect(lacking).toBeGreaterThan(share * a.size);
      }),
      { numRuns: runs(300) },
    );
  });

  it('rules out most of what has little in common', () => {
    const words = Array.from({ length: 120 }, (_, i) => i * 17);
    const one = termsOf([words.slice(0, 65)]);
    expect(one.surelyLacks(termsOf([words.slice(55)]), 0.4)).toBe(true);
    expect(one.surelyLacks(termsOf([words.slice(5)]), 0.4)).toBe(false);
  });
});

it('passages are compared as if all their terms were', () => {
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const [a, b] = [new Set(one.flat()), new Set(other.flat())];
      const shared = [...a].filter((term) => b.has(term)).length;
      const [first, second] = [termsOf(one), termsOf(other)];
      expect(mayBeCopies(first, second)).toBe(shared >= 0.6 * Math.min(a.size, b.size));
      const all = a.size + b.size;
      expect(resemble(first, second)).toBe(all > 0 && shared >= (0.75 * all) / 1.75);
    }),
    { numRuns: runs(300) },
  );
});
