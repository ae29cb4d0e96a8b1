import type { Verdict } from './answer.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { AT } from './signals.ts';

/**
 * A logistic regression. It was fitted on the evaluation sets' questions that their corpus answers against three
 * kinds that it does not answer: those marked so, other sets' questions, and its own with the passages that
 * answer them taken away. Scores enter as differences, so it must be fitted anew when the weights of the ranking
 * change.
 */
const WEIGHTS = {
  constant: -8.98,
  /** Cosine of the first passage. */
  whole: 2.98,
  /** The highest cosine among the first ten, of a passage or a sentence. */
  nearest: 5.2,
  /** Shares of the question's words that the first passage holds, alone and with its title. */
  coverage: -4.77,
  coverageWithTitle: 4.49,
  /** The same in the title alone: an article of that name may well not answer. */
  title: -2.03,
  /** Share of what the title lacks that the passage holds. */
  beyondTitle: 1.2,
  /** Share in two neighbouring sentences. */
  pair: 2.61,
  /** How far the first passage's score is ahead of the sixth's. */
  lead: 0.35,
} as const;

const NEAREST_OF = 10;
const LEAD_OVER = 5;
/** Assumed where there are too few passages to compare with. */
const USUAL_LEAD = 5;
const MAX_LEAD = 8;
/** A title this complete leaves nothing to ask of the passage. */
const COMPLETE_TITLE = 0.98;

/**
 * From here on a question is answered. Of clapnq_dev's questions asked of the corpus of xquad_en 2 % get here, of
 * those marked impossible in clapnq_dev, whose article is there, 20 %.
 */
const ANSWERED = 0.4;
/** Below, nothing was found: 2.5 % of xquad_en's questions, 6 % of clapnq_dev's; of foreign ones 95 %. */
const NOT_FOUND = 0.15;

/**
 * How likely it is that the corpus answers the question, 0 to 1. ROC AUC on clapnq_dev, whose impossible
 * questions have their article in the corpus: 0.89, fitted on one half and measured on the other.
 */
export function confidenceOf(question: Question, ranked: readonly Ranked[]): number {
  const best = ranked[0];
  if (!best) return 0;
  const { signals, whole, score } = best;
  const nearest = Math.max(
    ...ranked.slice(0, NEAREST_OF).map((other) => Math.max(other.whole, other.sentence)),
  );
  const title = signals[AT.title]!;
  const withTitle = signals[AT.coverageWithTitle]!;
  const behind = ranked[LEAD_OVER]?.score ?? score - USUAL_LEAD;
  const x =
    WEIGHTS.constant +
    WEIGHTS.whole * whole +
    WEIGHTS.nearest * nearest +
    WEIGHTS.coverage * signals[AT.coverage]! +
    WEIGHTS.coverageWithTitle * withTitle +
    WEIGHTS.title * title +
    WEIGHTS.beyondTitle * (title < COMPLETE_TITLE ? (withTitle - title) / (1 - title) : 1) +
    WEIGHTS.pair * signals[AT.pair]! +
    WEIGHTS.lead * Math.min(MAX_LEAD, score - behind);
  const confidence = 1 / (1 + Math.exp(-x));
  // Stop words alone say nothing that a passage could answer.
  return question.terms.length === 0 ? Math.min(confidence, ANSWERED - 0.01) : confidence;
}

export function verdictFor(confidence: number): Verdict {
  if (confidence >= ANSWERED) return 'answered';
  return confidence >= NOT_FOUND ? 'unsure' : 'not-found';
}
