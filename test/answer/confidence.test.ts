import { describe, expect, test } from 'vitest';
import { confidenceOf, verdictFor } from '../../src/answer/confidence.ts';
import type { Question } from '../../src/answer/question.ts';
import type { Ranked } from '../../src/answer/rank.ts';
import { AT, SIGNALS, type SignalName } from '../../src/answer/signals.ts';

const QUESTION: Question = {
  text: 'when did the ferry sink',
  meant: 'when did the ferry sink',
  kind: 'time',
  understood: true,
  terms: [{ term: 'ferry', id: 1, weight: 1, alike: [], isName: false, isNumber: false }],
};

function ranked(cosine: number, score: number, values: Partial<Record<SignalName, number>> = {}): Ranked {
  const signals = new Float64Array(SIGNALS.length);
  for (const [name, value] of Object.entries(values)) signals[AT[name as SignalName]] = value;
  return {
    passage: 0,
    whole: cosine,
    sentence: cosine,
    sentenceRow: 0,
    bm25: 0,
    score,
    signals,
    lacksNumber: false,
  };
}

const MATCH = { coverage: 1, coverageWithTitle: 1, pair: 1 };

describe('confidenceOf', () => {
  test('an empty ranking has none', () => expect(confidenceOf(QUESTION, [])).toBe(0));

  test('a near passage that holds the words is an answer, a far one without them is not', () => {
    expect(verdictFor(confidenceOf(QUESTION, [ranked(0.75, 20, MATCH), ranked(0.3, 12)]))).toBe('answered');
    expect(verdictFor(confidenceOf(QUESTION, [ranked(0.1, 4), ranked(0.1, 3.9)]))).toBe('not-found');
  });

  test('grows with the cosine, the words matched and the lead', () => {
    const base = confidenceOf(QUESTION, [ranked(0.5, 10, { ...MATCH, pair: 0.5 })]);
    expect(confidenceOf(QUESTION, [ranked(0.6, 10, { ...MATCH, pair: 0.5 })])).toBeGreaterThan(base);
    expect(confidenceOf(QUESTION, [ranked(0.5, 10, MATCH)])).toBeGreaterThan(base);
    const crowd = [10, 9.9, 9.9, 9.9, 9.9, 9.9].map((score) => ranked(0.5, score, { ...MATCH, pair: 0.5 }));
    expect(confidenceOf(QUESTION, crowd)).toBeLessThan(base);
  });

  test('a question without a word of its own is never answered', () => {
    const confidence = confidenceOf({ ...QUESTION, terms: [] }, [ranked(0.9, 30, MATCH)]);
    expect(verdictFor(confidence)).not.toBe('answered');
  });

  test('another number of the same kind is never the answer', () => {
    const found = ranked(0.9, 30, MATCH);
    expect(verdictFor(confidenceOf(QUESTION, [found]))).toBe('answered');
    expect(verdictFor(confidenceOf(QUESTION, [{ ...found, lacksNumber: true }]))).toBe('unsure');
  });

  test('stays between 0 and 1', () => {
    for (const cosine of [-1, 0, 1]) {
      const confidence = confidenceOf(QUESTION, [ranked(cosine, 100, MATCH), ranked(-1, -100)]);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

test('verdicts go from not-found over unsure to answered', () => {
  expect([0, 0.09, 0.1, 0.3, 0.5, 1].map(verdictFor)).toEqual([
    'not-found',
    'not-found',
    'unsure',
    'unsure',
    'answered',
    'answered',
  ]);
});
