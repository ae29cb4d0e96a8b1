import { findCandidates, type Candidate } from '../answer/candidates.ts';
import { confidenceFeatures } from '../answer/confidence.ts';
import { distinctTexts } from '../answer/duplicates.ts';
import { withoutHeadlines } from '../answer/headlines.ts';
import { analyseQuestion, type Question } from '../answer/question.ts';
import { rankCandidates } from '../answer/search.ts';
import type { Weights } from '../answer/weights.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { LearningSet } from './learning-set.ts';
import type { Example } from './logistic.ts';

/** A set counts in full from so many answerable questions on. */
const FULL_SET = 200;
/**
 * What a set's answerable questions, which count 1 together, are weighed against: those marked impossible, its own
 * without the passages that answer, and other sets'.
 */
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
 * Each question is ranked as an answer to it would be, but for the weights.
 *
 * @param weights of the ranking
 * @param others sets about other matters
 * @throws what the embedder throws
 */
export async function confidenceExamples(
  set: LearningSet,
  weights: Weights,
  others: readonly LearningSet[],
  embedder: Embedder,
): Promise<ConfidenceExamples> {
  const { index, questions } = set;
  const answerable = questions.filter(({ gold }) => !gold.impossible);
  const impossible = questions.filter(({ gold }) => gold.impossible);
  const share = Math.min(1, answerable.length / FULL_SET);
  const weighed = (features: readonly number[][], positive: boolean, weight: number): Example[] =>
    features.map((of) => ({ features: of, positive, weight: (share * weight) / features.length }));
  const look = (question: Question, vector: Float32Array, candidates: readonly Candidate[]) =>
    confidenceFeatures(
      question,
      withoutHeadlines(
        index,
        distinctTexts(index, rankCandidates(index, question, vector, candidates, weights)),
      ),
    );
  const featuresOf = (part: typeof questions, kept: (relevant: boolean) => boolean) =>
    part.flatMap(({ question, vector, candidates, relevant }) => {
      const left = candidates.filter((_, i) => kept(relevant[i]!));
      return left.length > 0 ? [look(question, vector, left)] : [];
    });
  const foreign: number[][] = [];
  for (const there of others.flatMap((other) => other.questions)) {
    const question = analyseQuestion(there.question.text, index);
    // A word that is unknown here may be taken for another one.
    const vector =
      question.meant === there.question.meant ? there.vector : await embedder.embed(question.meant, 'query');
    foreign.push(look(question, vector, findCandidates(index, question, vector)));
  }
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
