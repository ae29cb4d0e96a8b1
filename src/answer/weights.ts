import type { SignalName } from './signals.ts';

export type Weights = Readonly<Record<SignalName, number>>;

/**
 * What each signal counts for, learned by `npm run learn` (see src/cli/learn.ts): a linear listwise softmax over
 * the candidates of question sets, those for evaluation and those in test/evaluation. xquad_en's questions counted
 * four times and those of sets of less than 200 twice. Learned without a set, the weights still rank it nearly as
 * well (hit@1, in brackets with it): seeds 0.91 (0.91), xquad_en 0.97 (0.98), clapnq_dev 0.96 (0.96), canard as
 * rewritten 0.95 (0.95), sample 0.78 (0.80), chat as rewritten 0.71 (0.73), community 0.78 (0.80); xquad_de 0.93
 * (0.93), xquad_zh 0.93 (0.94).
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
  whole: 1.91,
  sentence: 0.98,
  sentenceScaled: 1.49,
  bm25OfBest: 4.58,
  coverage: 0.73,
  pair: 1.97,
  complete: 0.55,
  rarest: 0.66,
  context: 2.54,
  coverageWithTitle: 6.45,
  title: 0.33,
  titleCosine: 1.88,
  kind: 1.03,
  holdsKind: 0.75,
  sentenceTimesCoverage: 1.71,
  missingNames: 0.15,
  missingNamesBefore: -2.13,
  numbers: 2.98,
  phrases: 0.26,
  document: 1.9,
};
