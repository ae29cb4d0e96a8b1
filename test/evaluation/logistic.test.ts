import { expect, test } from 'vitest';
import { fitLogistic, predict, type Example } from '../../src/evaluation/logistic.ts';

/** The first feature tells, in units of thousands; the second does not. */
const EXAMPLES: Example[] = Array.from({ length: 60 }, (_, i) => ({
  features: [1000 * (i % 3), i % 2],
  positive: i % 3 === 2,
  weight: 1,
}));

test('learns the feature that tells, whatever its unit', () => {
  const fit = fitLogistic(EXAMPLES, 2);
  for (const { features, positive } of EXAMPLES) expect(predict(fit, features) > 0.5).toBe(positive);
  expect(Math.abs(fit.weights[0]! * 1000)).toBeGreaterThan(Math.abs(fit.weights[1]!));
});

test('predicts the share where nothing tells', () => {
  const examples = EXAMPLES.map((example) => ({ ...example, features: [1] }));
  expect(predict(fitLogistic(examples, 1), [1])).toBeCloseTo(1 / 3, 2);
});

test('lets an example count for its weight', () => {
  const examples = EXAMPLES.map(({ positive }) => ({ features: [1], positive, weight: positive ? 4 : 1 }));
  expect(predict(fitLogistic(examples, 1), [1])).toBeCloseTo(2 / 3, 2);
});

test('is deterministic', () => {
  expect(fitLogistic(EXAMPLES, 2)).toEqual(fitLogistic(EXAMPLES, 2));
});
