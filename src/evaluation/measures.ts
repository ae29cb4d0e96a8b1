/** One question's outcome. */
export interface Outcome {
  readonly impossible: boolean;
  /** Whether each quote, best first, overlaps a gold span; ten at most. */
  readonly relevant: readonly boolean[];
  /** How many gold passages could be found at all, at least 1 for answerable questions. */
  readonly goldPassages: number;
  /** Whether the first quote highlights an answer; `undefined` where the question has none to compare. */
  readonly answerInHighlight: boolean | undefined;
  readonly verdict: string;
  readonly confidence: number;
  /** Milliseconds. */
  readonly latency: number;
}

/** What `evaluate --json` prints, but for the build. */
export interface Measures {
  readonly questions: number;
  readonly answerable: number;
  readonly hitAt1: number;
  readonly hitAt3: number;
  readonly hitAt5: number;
  readonly mrrAt10: number;
  readonly ndcgAt10: number;
  /** Of all answerable questions with answers, and of those whose first quote is relevant. */
  readonly answerInHighlight: number | null;
  readonly answerInHighlightGivenHit: number | null;
  readonly abstention: {
    readonly auc: number | null;
    readonly falseAbstain: number | null;
    readonly falseAnswer: number | null;
  };
  readonly latencyMs: { readonly p50: number; readonly p95: number };
}

/**
 * Hits, MRR and nDCG are means over the answerable questions, 0 to 1. They and the latencies are 0 where there is
 * nothing to measure; the answers in highlights and the abstention are `null`.
 */
export function measure(outcomes: readonly Outcome[]): Measures {
  const answerable = outcomes.filter(({ impossible }) => !impossible);
  const impossible = outcomes.filter((outcome) => outcome.impossible);
  const hitAt = (k: number) => share(answerable, ({ relevant }) => relevant.slice(0, k).includes(true)) ?? 0;
  const withAnswers = answerable.filter(({ answerInHighlight }) => answerInHighlight !== undefined);
  const highlighted = ({ answerInHighlight }: Outcome) => answerInHighlight === true;
  return {
    questions: outcomes.length,
    answerable: answerable.length,
    hitAt1: hitAt(1),
    hitAt3: hitAt(3),
    hitAt5: hitAt(5),
    mrrAt10: mean(answerable.map(({ relevant }) => reciprocalRank(relevant))),
    ndcgAt10: mean(answerable.map(({ relevant, goldPassages }) => ndcg(relevant, goldPassages))),
    answerInHighlight: share(withAnswers, highlighted),
    answerInHighlightGivenHit: share(
      withAnswers.filter(({ relevant }) => relevant[0]),
      highlighted,
    ),
    abstention: {
      auc: rocAuc(
        answerable.map(({ confidence }) => confidence),
        impossible.map(({ confidence }) => confidence),
      ),
      falseAbstain: share(answerable, ({ verdict }) => verdict === 'not-found'),
      falseAnswer: share(impossible, ({ verdict }) => verdict === 'answered'),
    },
    latencyMs: {
      p50: percentile(
        outcomes.map(({ latency }) => latency),
        0.5,
      ),
      p95: percentile(
        outcomes.map(({ latency }) => latency),
        0.95,
      ),
    },
  };
}

function reciprocalRank(relevant: readonly boolean[]): number {
  const first = relevant.slice(0, 10).indexOf(true);
  return first < 0 ? 0 : 1 / (first + 1);
}

/**
 * Normalised discounted cumulative gain over ten (Järvelin and Kekäläinen 2002), with gains of 0 and 1.
 *
 * @param gold how many relevant ones there are
 */
export function ndcg(relevant: readonly boolean[], gold: number): number {
  const discount = (rank: number) => 1 / Math.log2(rank + 2);
  let gain = 0;
  let ideal = 0;
  for (const [rank, hit] of relevant.slice(0, 10).entries()) if (hit) gain += discount(rank);
  for (let rank = 0; rank < Math.min(10, gold); rank++) ideal += discount(rank);
  return ideal === 0 ? 0 : gain / ideal;
}

/** The chance that a positive scores above a negative, ties counting half; `null` without both. */
export function rocAuc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  let wins = 0;
  for (const p of positives) for (const n of negatives) wins += p > n ? 1 : p === n ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

/**
 * The value below which a share of the values lies, one of them and nothing between two; 0 when there are none.
 *
 * @param share 0 to 1
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function share<T>(items: readonly T[], test: (item: T) => boolean | undefined): number | null {
  return items.length === 0 ? null : items.filter(test).length / items.length;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
