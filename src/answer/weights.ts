import type { SignalName } from './signals.ts';

export type Weights = Readonly<Record<SignalName, number>>;

/**
 * What each signal counts for, learned by `npm run learn` (see src/cli/learn.ts): a linear listwise softmax over
 * the candidates of the evaluation sets' questions. Learned without a set, they still rank it nearly as well
 * (hit@1): seeds 0.95, xquad_en 0.97, clapnq_dev 0.95, canard as rewritten 0.95; xquad_de 0.93, xquad_zh 0.94.
 *
 * For questions in a language that the embedding model knows.
 */
export const UNDERSTOOD: Weights = {
  whole: 4.32,
  sentence: 3.96,
  sentenceScaled: 1.39,
  bm25OfBest: 0.96,
  coverage: -1.64,
  pair: 0.49,
  complete: 0.11,
  rarest: 0,
  context: 3.65,
  coverageWithTitle: 7.56,
  title: 0.56,
  titleCosine: 3.21,
  kind: 1.77,
  holdsKind: 1.25,
  sentenceTimesCoverage: 3.05,
  missingNames: 0.14,
  missingNamesBefore: -5.99,
  numbers: 1.04,
  phrases: 1.97,
  document: 5.17,
};

/** For questions in other languages: the words tell more than the cosines. */
export const NOT_UNDERSTOOD: Weights = {
  whole: 2.53,
  sentence: 0.89,
  sentenceScaled: 1.71,
  bm25OfBest: 4.67,
  coverage: 0.79,
  pair: 2.11,
  complete: 0.57,
  rarest: 0.6,
  context: 2.95,
  coverageWithTitle: 6.38,
  title: 0.5,
  titleCosine: 1.71,
  kind: 1.69,
  holdsKind: 0,
  sentenceTimesCoverage: 1.49,
  missingNames: -1,
  missingNamesBefore: 0,
  numbers: 2.87,
  phrases: 0,
  document: 0,
};
