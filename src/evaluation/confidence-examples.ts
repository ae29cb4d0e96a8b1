import { findCandidates } from '../answer/candidates.ts';
import { confidenceFeatures } from '../answer/confidence.ts';
import { analyseQuestion } from '../answer/question.ts';
import { rank } from '../answer/rank.ts';
import type { Weights } from '../answer/weights.ts';
import type { LearningSet } from './learning-set.ts';
import type { Example } from './logistic.ts';

/** A set counts in full from so many answerable questions on. */
const FULL_SET = 200;
/** What a set's answerable questions, which count 1 together, are weighed against. */
const IMPOSSIBLE = 0.3;
const TAKEN_AWAY = 1;
const FOREIGN = 0.5;

/** What the confidence is fitted to: what one set's corpus says to questions that it answers, and to others. */
export interface ConfidenceExamples {
  readonly answerable: readonly Example[];
  readonly impossible: readonly Example[];
  /** Its own answerable questions, with the passages that answer them taken away. */
  readonly takenAway: readonly Example[];
  /** Questions of other sets. */
  readonly foreign: readonly Example[];
}

/**
 * @param weights of the ranking
 * @param others sets about other matters
 */
export function confidenceExamples(
  set: LearningSet,
  weights: Weights,
  others: readonly LearningSet[],
): ConfidenceExamples {
  const { index, questions } = set;
  const answerable = questions.filter(({ gold }) => !gold.impossible);
  const impossible = questions.filter(({ gold }) => gold.impossible);
  const share = Math.min(1, answerable.length / FULL_SET);
  const weighed = (features: readonly number[][], positive: boolean, weight: number): Example[] =>
    features.map((of) => ({ features: of, positive, weight: (share * weight) / features.length }));
  const featuresOf = (part: typeof questions, kept: (relevant: boolean) => boolean) =>
    part
      .map(({ question, vector, candidates, relevant }) => {
        const left = candidates.filter((_, i) => kept(relevant[i]!));
        return { question, ranked: rank(index, question, vector, left, weights) };
      })
      .filter(({ ranked }) => ranked.length > 0)
      .map(({ question, ranked }) => confidenceFeatures(question, ranked));
  const foreign = others.flatMap((other) =>
    other.questions.map(({ text, vector }) => {
      const question = analyseQuestion(text, index);
      const candidates = findCandidates(index, question, vector);
      return confidenceFeatures(question, rank(index, question, vector, candidates, weights));
    }),
  );
  return {
    answerable: weighed(
      featuresOf(answerable, () => true),
      true,
      1,
    ),
    impossible: weighed(
      featuresOf(impossible, () => true),
      false,
      IMPOSSIBLE,
    ),
    takenAway: weighed(
      featuresOf(answerable, (relevant) => !relevant),
      false,
      TAKEN_AWAY,
    ),
    foreign: weighed(foreign, false, FOREIGN),
  };
}
