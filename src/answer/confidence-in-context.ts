/** What tells how sure an answer to a follow-up is. */
export const CONTEXT_CONFIDENCE_FEATURES = [
  /** Log-odds of the confidence of the question by itself. */
  'alone',
  /** Log-odds of the share that both rankings together give to the first passage, see mix-rankings.ts. */
  'share',
] as const;

/**
 * A logistic regression, fitted by `npm run learn` on the examples of topic.ts that rather go on, with and without an
 * answer: whether the first passage answers. How confident the joined questions are tells little, for they hold what
 * was answered before.
 */
const WEIGHTS: Readonly<Record<(typeof CONTEXT_CONFIDENCE_FEATURES)[number] | 'constant', number>> = {
  constant: 0.67,
  alone: 0.32,
  share: 0.55,
};

/** Nothing is surer than this, or than 1 less it. {@link WEIGHTS} was fitted with it. */
const LEAST = 1e-4;

/**
 * A value for each of {@link CONTEXT_CONFIDENCE_FEATURES}.
 *
 * @param alone 0 to 1, confidence of the question by itself
 * @param share 0 to 1, see {@link shareOfFirst}
 */
export function contextConfidenceFeatures(alone: number, share: number): number[] {
  return [logOdds(alone), logOdds(share)];
}

/** How likely it is that the first passage answers a question that goes on with a conversation, 0 to 1. */
export function confidenceInContext(features: readonly number[]): number {
  const x = CONTEXT_CONFIDENCE_FEATURES.reduce(
    (sum, name, i) => sum + WEIGHTS[name] * features[i]!,
    WEIGHTS.constant,
  );
  return 1 / (1 + Math.exp(-x));
}

function logOdds(chance: number): number {
  const bounded = Math.min(1 - LEAST, Math.max(LEAST, chance));
  return Math.log(bounded / (1 - bounded));
}
