import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  inverseDocumentFrequency,
  SENTENCE_END,
  TermIndex,
  TermIndexBuilder,
} from '../../src/index/term-index.ts';

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
    expect(index.idOf('weir')).toBeUndefined();
  });

  test('counts passages, not occurrences', () => {
    expect(index.frequency(id('bridge'))).toBe(1);
    expect([...index.passagesWith(id('open'))]).toEqual([0, 1]);
    expect(index.idf(id('mill'))).toBeGreaterThan(index.idf(id('open')));
    expect(index.idfOfUnseen).toBeGreaterThan(index.idf(id('mill')));
  });

  test('scores as BM25 does', () => {
    const scores = index.scores(new Map([[id('bridge'), 1]]));
    const length = 4;
    const average = 7 / 3;
    const expected =
      (inverseDocumentFrequency(3, 1) * 3 * 2.2) / (3 + 1.2 * (0.25 + (0.75 * length) / average));
    expect(scores[0]).toBeCloseTo(expected, 5);
    expect(scores[1]).toBe(0);
  });

  test('scores a weighted bag of terms as the weighted sum', () => {
    const open = index.scores(new Map([[id('open'), 1]])).slice();
    const both = index
      .scores(
        new Map([
          [id('open'), 0.5],
          [id('mill'), 1],
        ]),
      )
      .slice();
    expect(both[1]).toBeCloseTo(open[1]! / 2, 5);
    expect(both[2]).toBeGreaterThan(0);
  });

  test('an index without passages or words opens', () => {
    expect(indexOf([]).passages).toBe(0);
    const empty = indexOf([[]]);
    expect(empty.passages).toBe(1);
    expect([...empty.sequence(0)]).toEqual([]);
  });
});
