import type { SignalName } from './signals.ts';

export type Weights = Readonly<Record<SignalName, number>>;

/**
 * What each signal counts for, learned by `npm run learn` (see src/cli/learn.ts): a linear listwise softmax over
 * the candidates of the evaluation sets' questions.
 *
 * For questions in a language that the embedding model knows.
 */
export const UNDERSTOOD: Weights = {
  whole: 5.57,
  sentence: 2.77,
  sentenceScaled: 3.46,
  bm25OfBest: 1.44,
  coverage: 0.27,
  pair: 1.95,
  complete: 0.82,
  rarest: 0.36,
  context: 1.78,
  coverageWithTitle: 3.9,
  title: 2.27,
  titleCosine: 3.42,
  kind: 1,
  sentenceTimesCoverage: 1.68,
  missingNames: -5.08,
  numbers: 1.26,
};

/** For questions in other languages: the words tell more than the cosines. */
export const NOT_UNDERSTOOD: Weights = {
  whole: 2.91,
  sentence: 1.04,
  sentenceScaled: 1.31,
  bm25OfBest: 4.54,
  coverage: 1.74,
  pair: 2.33,
  complete: 0.78,
  rarest: 0.54,
  context: 3.97,
  coverageWithTitle: 5.59,
  title: 0.78,
  titleCosine: 2.36,
  kind: 1.77,
  sentenceTimesCoverage: 2.12,
  missingNames: -1.79,
  numbers: 3.07,
};
