import type { OpenIndex } from '../index/open-index.ts';
import { findCandidates, type Candidate, type Where } from './candidates.ts';
import { confidenceOf } from './confidence.ts';
import { distinctTexts } from './duplicates.ts';
import { rankHeadlinesDown, withoutHeadlines } from './headlines.ts';
import { rankHoldersFirst } from './one-word.ts';
import type { Question } from './question.ts';
import { rank, type Ranked } from './rank.ts';
import { rankRepeatedDown } from './repeated.ts';
import type { Weights } from './weights.ts';

/** What one search over the index found. */
export interface Found {
  readonly question: Question;
  /** What the sentences that answer are chosen by, where it is more than the question. */
  readonly saying?: Question;
  /** Of the question, of unit length. */
  readonly vector: Float32Array;
  /** All candidates, best first; of one text there may be several. */
  readonly ranked: readonly Ranked[];
  /** 0 to 1, see {@link confidenceOf}. */
  readonly confidence: number;
}

/**
 * Searches the index for one question, and tells how likely it is that the best of what it found answers.
 *
 * @param vector of the question, of unit length
 */
export function searchIndex(index: OpenIndex, question: Question, vector: Float32Array, where: Where): Found {
  const candidates = findCandidates(index, question, vector, where);
  const ranked = rankHoldersFirst(index, question, rankCandidates(index, question, vector, candidates));
  // Copies say nothing of how far the best is ahead of others.
  return {
    question,
    vector,
    ranked,
    confidence: confidenceOf(question, withoutHeadlines(index, distinctTexts(index, ranked))),
  };
}

/**
 * Candidates for one question, best first.
 *
 * @param weights those for the question's language, unless others are tried
 */
export function rankCandidates(
  index: OpenIndex,
  question: Question,
  vector: Float32Array,
  candidates: readonly Candidate[],
  weights?: Weights,
): readonly Ranked[] {
  const ranked = rank(index, question, vector, candidates, weights);
  return rankHeadlinesDown(index, question, rankRepeatedDown(index, question, ranked));
}
