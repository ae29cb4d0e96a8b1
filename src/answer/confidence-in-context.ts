/** What tells how sure an answer to a follow-up is. */
export const CONTEXT_CONFIDENCE_FEATURES = [
  /** Log-odds of the confidence of the question by itself; where it says next to nothing, of the joined ones if those have more. */
  'confidence',
  /** Log-odds of the share that both rankings together give to the first passage, see mix-rankings.ts. */
  'share',
] as const;

/**
 * A logistic regression, fitted by `npm run learn` on the examples of topic.ts that rather go on, with and without an
 * answer: whether the first passage answers. How confident the joined questions are tells little else, for they hold
 * what was answered before. Fitted on chat, sample, community, seeds, xquad_en, clapnq_dev and the conversations that
 * WHEN_JOINED was learned on; of those of canard that it calls answered, 81 % have the right passage first, and by
 * the surer of the two confidences 78 %.
 */
const WEIGHTS: Readonly<Record<(typeof CONTEXT_CONFIDENCE_FEATURES)[number] | 'constant', number>> = {
  constant: 0.69,
  confidence: 0.33,
  share: 0.59,
};

/** Nothing is surer than this, or than 1 less it. {@link WEIGHTS} was fitted with it. */
const LEAST = 1e-4;

/**
 * A value for each of {@link CONTEXT_CONFIDENCE_FEATURES}.
 *
 * @param confidence 0 to 1, of the question
 * @param share 0 to 1, see {@link shareOfFirst}
 */
export function contextConfidenceFeatures(confidence: number, share: number): number[] {
  return [logOdds(confidence), logOdds(share)];
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
