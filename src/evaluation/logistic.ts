/** What a logistic regression learns from. */
export interface Example {
  readonly features: ArrayLike<number>;
  readonly positive: boolean;
  /** What it counts for in training. */
  readonly weight: number;
}

/** A fit: the likelihood is the sigmoid of the constant and the weighted features. */
export interface Logistic {
  readonly constant: number;
  readonly weights: Float64Array;
}

/** Over all examples each; how far one goes, and what large weights cost. */
const STEPS = 400;
const RATE = 0.1;
const L2 = 1e-3;

/**
 * Weights and constant under which examples get the likeliest labels, by Adam (Kingma and Ba 2015,
 * arXiv:1412.6980) over standardised features, of which the weights are for the plain ones. Deterministic.
 */
export function fitLogistic(examples: readonly Example[], count: number): Logistic {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const average = (value: (example: Example) => number) =>
    examples.reduce((sum, example) => sum + example.weight * value(example), 0) / total;
  const means = Float64Array.from({ length: count }, (_, d) => average(({ features }) => features[d]!));
  const deviations = means.map(
    (mean, d) => Math.sqrt(average(({ features }) => (features[d]! - mean) ** 2)) || 1,
  );
  const standard = examples.map(({ features }) =>
    means.map((mean, d) => (features[d]! - mean) / deviations[d]!),
  );

  // The last is the constant.
  const weights = new Float64Array(count + 1);
  const mean = new Float64Array(count + 1);
  const square = new Float64Array(count + 1);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(count + 1);
    for (const [i, { positive, weight }] of examples.entries()) {
      const x = standard[i]!;
      const error = ((likelihood(weights, x) - (positive ? 1 : 0)) * weight) / total;
      for (let d = 0; d < count; d++) gradient[d]! += error * x[d]!;
      gradient[count]! += error;
    }
    for (let d = 0; d <= count; d++) {
      const g = gradient[d]! + (d < count ? L2 * weights[d]! : 0);
      mean[d] = 0.9 * mean[d]! + 0.1 * g;
      square[d] = 0.99 * square[d]! + 0.01 * g * g;
      const change = mean[d]! / (1 - 0.9 ** step) / (Math.sqrt(square[d]! / (1 - 0.99 ** step)) + 1e-9);
      weights[d]! -= RATE * (1 - step / STEPS) * change;
    }
  }
  const plain = means.map((_, d) => weights[d]! / deviations[d]!);
  const constant = weights[count]! - plain.reduce((sum, weight, d) => sum + weight * means[d]!, 0);
  return { constant, weights: plain };
}

/** How likely the label is under a fit, 0 to 1. */
export function predict({ constant, weights }: Logistic, features: ArrayLike<number>): number {
  return sigmoid(weights.reduce((sum, weight, d) => sum + weight * features[d]!, constant));
}

function likelihood(weights: Float64Array, x: Float64Array): number {
  return sigmoid(x.reduce((sum, value, d) => sum + weights[d]! * value, weights[x.length]!));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
