import type { RatedTally } from './store.ts';

/** A line of an evaluation file, as `npm run evaluate` reads it. */
export interface FeedbackQuestion {
  readonly id: string;
  readonly question: string;
  readonly relevant: readonly { readonly source: string; readonly start: number; readonly end: number }[];
  readonly answers: readonly string[];
  readonly impossible: false;
}

/**
 * The answers that more people found good than bad, as evaluation questions. All quotes that the voters saw
 * first count as relevant, since a vote does not tell which of them it meant.
 */
export function questionsFrom(rated: readonly RatedTally[]): FeedbackQuestion[] {
  return rated
    .filter(({ verdict, up, down, quotes }) => verdict !== 'not-found' && up > down && quotes.length > 0)
    .map(({ id, question, quotes }) => ({
      id: `feedback-${id}`,
      question,
      relevant: quotes.map(({ source, start, end }) => ({ source, start, end })),
      answers: [],
      impossible: false,
    }));
}
