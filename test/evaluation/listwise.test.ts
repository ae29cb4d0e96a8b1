import { expect, test } from 'vitest';
import { fitListwise, type RankingExample } from '../../src/evaluation/listwise.ts';

/** The second signal tells what is relevant, the first misleads half of the time. */
const EXAMPLES: RankingExample[] = Array.from({ length: 40 }, (_, i) => ({
  rows: [Float64Array.of(i % 2, 0), Float64Array.of(1 - (i % 2), 1), Float64Array.of(0.5, 0)],
  losses: [0, 0, 0],
  relevant: [false, true, false],
  weight: 1,
}));

function first({ rows }: RankingExample, weights: Float64Array): number {
  const scores = rows.map((row) => row.reduce((sum, signal, d) => sum + signal * weights[d]!, 0));
  return scores.indexOf(Math.max(...scores));
}

test('learns the signal that tells', () => {
  const weights = fitListwise(EXAMPLES, 2);
  expect(weights[1]!).toBeGreaterThan(Math.abs(weights[0]!));
  expect(EXAMPLES.map((example) => first(example, weights))).toEqual(EXAMPLES.map(() => 1));
});

test('learns nothing from what is behind anyway', () => {
  const behind = (loss: number) =>
    fitListwise(
      EXAMPLES.map((example) => ({ ...example, losses: [loss, 0, loss] })),
      2,
    )[1]!;
  expect(behind(0)).toBeGreaterThan(1);
  expect(behind(50)).toBeCloseTo(0);
});

test('is deterministic', () => {
  expect(fitListwise(EXAMPLES, 2)).toEqual(fitListwise(EXAMPLES, 2));
});

test('skips questions that teach nothing', () => {
  const hopeless: RankingExample = {
    rows: [Float64Array.of(9, 9)],
    losses: [0],
    relevant: [false],
    weight: 1,
  };
  expect(fitListwise([hopeless], 2)).toEqual(new Float64Array(2));
});
