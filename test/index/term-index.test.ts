import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { random } from '../../src/bench/synthetic.ts';
import { inverseDocumentFrequency } from '../../src/index/bm25.ts';
import { TermIndexBuilder } from '../../src/index/term-index-builder.ts';
import { TermIndex } from '../../src/index/term-index.ts';
import { SECTION_END, SENTENCE_END } from '../../src/index/term-sequences.ts';

function indexOf(passages: readonly (readonly string[])[]): TermIndex {
  const builder = new TermIndexBuilder();
  for (const sentences of passages)
    builder.add(sentences.map((text) => ({ terms: text.split(' '), holds: 2 })));
  const folder = mkdtempSync(join(tmpdir(), 'terms-'));
  builder.write(folder);
  return new TermIndex(folder);
}

describe('TermIndex', () => {
  const index = indexOf([['bridge open', 'bridge bridge'], ['harbour open'], ['mill']]);
  const id = (term: string) => index.idOf(term)!;

  test('gives back terms in order, with the end and the content of each sentence', () => {
    const end = SENTENCE_END + 2;
    expect([...index.sequence(0)]).toEqual([id('bridge'), id('open'), end, id('bridge'), id('bridge'), end]);
    expect(index.sentences(0)).toEqual([
      { terms: Uint32Array.of(id('bridge'), id('open')), holds: 2 },
      { terms: Uint32Array.of(id('bridge'), id('bridge')), holds: 2 },
    ]);
    expect(index.idOf('weir')).toBeUndefined();
  });

  test('finds a passage by the title of its section, and tells it from its text', () => {
    const builder = new TermIndexBuilder();
    builder.add([{ terms: ['step'], holds: 0 }], ['install']);
    builder.add([{ terms: ['install'], holds: 0 }]);
    const folder = mkdtempSync(join(tmpdir(), 'terms-'));
    builder.write(folder);
    const headed = new TermIndex(folder);
    const install = headed.idOf('install')!;
    expect([...headed.sequence(0)]).toEqual([install, SECTION_END, headed.idOf('step'), SENTENCE_END]);
    expect(headed.sentences(0)).toEqual([{ terms: Uint32Array.of(headed.idOf('step')!), holds: 0 }]);
    expect([...headed.passagesWith(install)]).toEqual([0, 1]);
    expect([0, 1].map((passage) => headed.isInText(install, passage))).toEqual([false, true]);
  });

  test('counts passages, not occurrences', () => {
    expect(index.frequency(id('bridge'))).toBe(1);
    expect([...index.passagesWith(id('open'))]).toEqual([0, 1]);
    expect(index.idf(id('mill'))).toBeGreaterThan(index.idf(id('open')));
    expect(index.idfOfUnseen).toBeGreaterThan(index.idf(id('mill')));
  });

  const all = (query: ReadonlyMap<number, number>) => index.scores(query, 0, [0, 1, 2]);

  test('scores as BM25 does', () => {
    const scores = all(new Map([[id('bridge'), 1]]));
    const length = 4;
    const average = 7 / 3;
    const expected =
      (inverseDocumentFrequency(3, 1) * 3 * 2.2) / (3 + 1.2 * (0.25 + (0.75 * length) / average));
    expect(scores.get(0)).toBeCloseTo(expected, 5);
    expect(scores.get(1)).toBe(0);
  });

  test('scores a weighted bag of terms as the weighted sum', () => {
    const open = all(new Map([[id('open'), 1]]));
    const both = all(
      new Map([
        [id('open'), 0.5],
        [id('mill'), 1],
      ]),
    );
    expect(both.get(1)).toBeCloseTo(open.get(1)! / 2, 5);
    expect(both.get(2)).toBeGreaterThan(0);
  });

  describe('finds the passages that score highest, as if it scored them all', () => {
    /** Words as frequent as Zipf has it, so that some lists are long and say little. */
    const wordOf = (x: number, vocabulary: number) => `w${Math.floor(vocabulary ** x)}`;
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const weight = fc.constantFrom(1, 0.5, 0.1);

    function expectBest(index: TermIndex, words: readonly [string, number][], k: number): void {
      const known = words.filter(([found]) => index.idOf(found) !== undefined);
      const query = new Map(known.map(([found, counts]) => [index.idOf(found)!, counts]));
      const scores = [...index.scores(query, 0, Array(index.passages).keys())];
      const plain = scores
        .filter(([, score]) => score > 0)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, k);
      expect([...index.scores(query, k)]).toEqual(plain);
    }

    test('among few', () => {
      const word = share.map((x) => wordOf(x, 60));
      const passage = fc.array(word, { minLength: 1, maxLength: 12 }).map((found) => [found.join(' ')]);
      fc.assert(
        fc.property(
          fc.array(passage, { minLength: 1, maxLength: 120 }),
          fc.array(fc.array(fc.tuple(word, weight), { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
          fc.integer({ min: 1, max: 8 }),
          (passages, queries, k) => {
            const few = indexOf(passages);
            // Several in turn: what one leaves behind, the next would find.
            for (const words of queries) expectBest(few, words, k);
          },
        ),
      );
    });

    test('among many, where most are never looked at', () => {
      const next = random(3);
      const many = indexOf(
        Array.from({ length: 4000 }, () => [
          Array.from({ length: 3 + Math.floor(next() * 20) }, () => wordOf(next(), 3000)).join(' '),
        ]),
      );
      // A rare word settles what the best are, common ones only order them.
      const word = fc
        .oneof(
          share,
          share.map((x) => 0.8 + x / 5),
          share.map((x) => x / 4),
        )
        .map((x) => wordOf(x, 3000));
      fc.assert(
        fc.property(
          fc.array(fc.tuple(word, weight), { minLength: 2, maxLength: 8 }),
          fc.integer({ min: 1, max: 20 }),
          (words, k) => expectBest(many, words, k),
        ),
      );
    });
  });

  test('an index without passages or words opens', () => {
    expect(indexOf([]).passages).toBe(0);
    const empty = indexOf([[]]);
    expect(empty.passages).toBe(1);
    expect([...empty.sequence(0)]).toEqual([]);
    expect(empty.sentences(0)).toEqual([]);
  });
});
