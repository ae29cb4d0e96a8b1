import type { OpenIndex } from '../index/open-index.ts';
import type { Candidate } from './candidates.ts';
import { NumberMatcher } from './numbers-named.ts';
import type { Question } from './question.ts';
import { SIGNALS, signalsOf, type Signals } from './signals.ts';
import { NOT_UNDERSTOOD, UNDERSTOOD, type Weights } from './weights.ts';

/** What changes a score beside the signals: see repeated.ts, headlines.ts and one-word.ts. */
export const CHANGES = ['repeated', 'headline', 'lacksWord'] as const;
export type Change = (typeof CHANGES)[number];

/** A candidate and how well it answers. */
export interface Ranked extends Candidate {
  /**
   * The weighted sum of the signals and the changes; only comparable within one question. In a context it is that of
   * rank-in-context.ts, while the signals are of one of its searches.
   */
  readonly score: number;
  readonly signals: Signals;
  /** In scores; what is left out changed nothing. */
  readonly changes?: Readonly<Partial<Record<Change, number>>>;
  /** See {@link NumberMatcher.lacks}. */
  readonly lacksNumber: boolean;
}

/** Candidates by score, best first; equal scores in the order of the corpus. */
export function rank(
  index: OpenIndex,
  question: Question,
  vector: Float32Array,
  candidates: readonly Candidate[],
  weights = weightsFor(question),
): Ranked[] {
  const numbered = new NumberMatcher(index, question);
  const signals = signalsOf(index, question, vector, candidates, numbered);
  const inOrder = Float64Array.from(SIGNALS, (name) => weights[name]);
  return candidates
    .map(({ passage, whole, sentence, sentenceRow, bm25 }, i) => {
      const score = weightedSum(signals[i]!, inOrder);
      const lacksNumber = numbered.lacks(passage);
      return { passage, whole, sentence, sentenceRow, bm25, score, signals: signals[i]!, lacksNumber };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** A candidate with another score, and what it is that changed it. */
export function rescored(candidate: Ranked, score: number, change: Change): Ranked {
  const by = score - candidate.score;
  if (by === 0) return candidate;
  return {
    ...candidate,
    score,
    changes: { ...candidate.changes, [change]: (candidate.changes?.[change] ?? 0) + by },
  };
}

/** With what the signals count for more or less, best first. */
export function reweighed(ranked: readonly Ranked[], more: Weights): Ranked[] {
  const inOrder = Float64Array.from(SIGNALS, (name) => more[name]);
  return ranked
    .map((candidate) => ({ ...candidate, score: candidate.score + weightedSum(candidate.signals, inOrder) }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** What the signals count for when this question is ranked. */
export function weightsFor({ understood }: Question): Weights {
  return understood ? UNDERSTOOD : NOT_UNDERSTOOD;
}

function weightedSum(signals: Signals, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < signals.length; i++) sum += weights[i]! * signals[i]!;
  return sum;
}
