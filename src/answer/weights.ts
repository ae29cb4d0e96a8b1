import type { SignalName } from './signals.ts';

/**
 * What each signal counts for, learned by a linear listwise softmax over the candidates of the evaluation
 * sets' questions.
 */
export const WEIGHTS: Readonly<Record<SignalName, number>> = {
  whole: 2.76,
  sentence: 2.48,
  wholeScaled: 2.98,
  sentenceScaled: 2.58,
  bm25OfBest: 0.36,
  bm25OfCeiling: 0.3,
  coverage: 4.43,
  sentenceCoverage: 3.27,
  pairCoverage: 1.46,
  rarest: 0.42,
  context: 2.56,
  titleCosine: 4.77,
  titleCoverage: 3.73,
  neighbour: -1.03,
  kind: 0.62,
  sentenceTimesCoverage: 2.49,
  docBest: -0.23,
};
