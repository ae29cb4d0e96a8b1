import { expect, test } from 'vitest';
import { fitListwise, order, type Listing } from '../../src/evaluation/listwise.ts';

/** The second signal tells what is relevant, the first misleads half of the time. */
const LISTINGS: Listing[] = Array.from({ length: 40 }, (_, i) => ({
  rows: [Float64Array.of(i % 2, 0), Float64Array.of(1 - (i % 2), 1), Float64Array.of(0.5, 0)],
  relevant: [false, true, false],
  weight: 1,
}));

test('learns the signal that tells', () => {
  const weights = fitListwise(LISTINGS, 2);
  expect(weights[1]!).toBeGreaterThan(Math.abs(weights[0]!));
  expect(LISTINGS.map((listing) => order(listing, weights)[0])).toEqual(LISTINGS.map(() => 1));
});

test('is deterministic', () => {
  expect(fitListwise(LISTINGS, 2)).toEqual(fitListwise(LISTINGS, 2));
});

test('skips questions that teach nothing', () => {
  const hopeless: Listing = { rows: [Float64Array.of(9, 9)], relevant: [false], weight: 1 };
  expect(fitListwise([hopeless], 2)).toEqual(new Float64Array(2));
});
