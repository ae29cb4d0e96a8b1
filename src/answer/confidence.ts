import type { Verdict } from './answer.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { SIGNALS } from './signals.ts';

const SENTENCE = SIGNALS.indexOf('sentence');
const COVERAGE = SIGNALS.indexOf('coverage');

/** How likely the best candidate answers the question, 0 to 1. */
export function confidenceOf(question: Question, ranked: readonly Ranked[]): number {
  const best = ranked[0];
  if (!best) return 0;
  const x = 8 * (best.signals[SENTENCE]! - 0.5) + 3 * (best.signals[COVERAGE]! - 0.5);
  return question.terms.length === 0 && best.sentence < 0.5 ? 0 : 1 / (1 + Math.exp(-x));
}

export function verdictFor(confidence: number): Verdict {
  if (confidence >= 0.5) return 'answered';
  return confidence >= 0.2 ? 'unsure' : 'not-found';
}
