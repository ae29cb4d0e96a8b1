import type { Answer } from '../answer/answer.ts';

/** An answer as `ask --json` prints it: the fields are a contract. */
export function answerJson({ question, verdict, confidence, quotes, timings }: Answer): object {
  return {
    question,
    verdict,
    confidence: rounded(confidence),
    quotes: quotes.map(({ score, ...quote }) => ({ ...quote, score: rounded(score) })),
    timings: Object.fromEntries(Object.entries(timings).map(([name, ms]) => [name, rounded(ms as number)])),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
