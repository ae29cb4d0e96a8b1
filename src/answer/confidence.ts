import type { Verdict } from './answer.ts';
import { holdsTheWord, isOneWord } from './one-word.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { AT } from './signals.ts';

/** What the confidence looks at. */
export const CONFIDENCE_FEATURES = [
  /** Cosine of the first passage. */
  'whole',
  /** The highest cosine among the first ten, of a passage or a sentence. */
  'nearest',
  /** Shares of the question's words that the first passage holds, alone and with its titles. */
  'coverage',
  'coverageWithTitle',
  /** The same in the title alone: an article of that name may well not answer. */
  'title',
  /** Share of what the title lacks that the passage holds. */
  'beyondTitle',
  /** Share in two neighbouring sentences. */
  'pair',
  /** Share that only the title or the paragraphs around hold. */
  'context',
  /** BM25 as a share of the most that the question's words can have. */
  'bm25Share',
  /** Share of the question that is names found neither in the first passage nor in its titles. */
  'missingNames',
  /**
   * Whether a time, a number or a name is asked for and the first passage holds none. One that fits
   * but perhaps counts (see language/holds.ts): told by the sure ones alone, clapnq_dev's AUC is 0.895.
   */
  'lacksKind',
  /** How far the first passage's score is ahead of the second's, and of the sixth's. */
  'leadOverNext',
  'lead',
] as const;

/**
 * A logistic regression, fitted by `npm run learn` on the questions that a set's corpus answers against three kinds
 * that it does not: those marked so, other sets' questions, and its own with the passages that answer them taken
 * away. Scores enter as differences, so it is fitted anew when the weights of the ranking change.
 */
type ConfidenceWeights = Readonly<Record<(typeof CONFIDENCE_FEATURES)[number] | 'constant', number>>;

const UNDERSTOOD: ConfidenceWeights = {
  constant: -6.91,
  whole: 2.51,
  nearest: 5.42,
  coverage: -4.16,
  coverageWithTitle: 5.22,
  title: -1.08,
  beyondTitle: 0.81,
  pair: 0.49,
  context: -2.4,
  bm25Share: 0.15,
  missingNames: -5.47,
  lacksKind: -0.99,
  leadOverNext: 0.15,
  lead: 0.12,
};

/**
 * For questions in a language that the model does not know, where the cosines of anything are high. Fitted on parts of
 * XQuAD in Arabic, Chinese, German, Greek, Hindi, Russian, Thai and Vietnamese and of KorQuAD, each cut in two by
 * document so that one half is foreign to the other. Fitted without the language itself, 0.6 to 4.6 % of foreign
 * questions are answered, and 1.6 to 6.2 % of its own not found; fitted on German and Chinese alone, 19 % of the
 * foreign ones in Greek and 14 % in Hindi. The constant is 0.15 lower than fitted since the ranking's
 * weights were learned on more languages, by which scores are further apart: so 47 of xquad_de's 1,190 questions and 63 of
 * xquad_zh's are not found, as with the weights before (46 and 62).
 */
const NOT_UNDERSTOOD: ConfidenceWeights = {
  constant: -5.75,
  whole: 0.05,
  nearest: 1.37,
  coverage: -1.96,
  coverageWithTitle: 0.46,
  title: 1.87,
  beyondTitle: 1.14,
  pair: 2.7,
  context: -5.51,
  bm25Share: 6.83,
  missingNames: -1.89,
  lacksKind: -0.41,
  leadOverNext: 0.28,
  lead: 0.22,
};

/**
 * How many of the first are looked at for the nearest, and at which place, from 0, stands the one that `lead` is over.
 */
const NEAREST_OF = 10;
const LEAD_OVER = 5;
/**
 * Of scores. Assumed where there are too few passages to compare with. The weights were fitted with these and the next.
 */
const USUAL_LEAD = 5;
const USUAL_LEAD_OVER_NEXT = 3;
/**
 * Of scores: who is further ahead is no surer for that. The weights were fitted with these. Of the questions of sample,
 * chat, community, wire, server, manual, moons and seeds, 427 are answered, 22 of which have no answer there. With half
 * of the first, 376 and 12, with twice, 444 and 24; with half of the second, 408 and 19, with twice, 429 and 22.
 * Their AUCs change by 0.012 at most.
 */
const MAX_LEAD = 8;
const MAX_LEAD_OVER_NEXT = 6;
/** What a term adds to BM25 comes near to this many times its rarity, and never reaches it. */
const MOST_OF_A_TERM = 2.2;
/**
 * A title this complete leaves nothing to ask of the passage. The weights were fitted with it. From 0.5 on, 66 of
 * sample's 120 questions are answered, not 62, and 8 that have no answer there, not 5; from 0.9 or 0.999 on, the sets
 * have the same.
 */
const COMPLETE_TITLE = 0.98;

/**
 * From here on a question is answered. Of clapnq_dev's questions asked of the corpus of xquad_en 1 % get
 * here, of those marked impossible in clapnq_dev, whose article is there, 22 %.
 */
const ANSWERED = 0.5;
/**
 * Below, nothing was found: 1 % of the questions that xquad_en, clapnq_dev and canard answer, 2 to 9 % of those in
 * test/evaluation, whose words are their askers' own; of foreign ones 80 to 99 %. Of those that are not understood: 4 %
 * of xquad_de's, 5 % of xquad_zh's and 3 % of XQuAD's in Greek; and of foreign ones, asked of half the articles, 82 %
 * in German, 79 % in Chinese, 69 % in Spanish and 62 % in Greek.
 */
const NOT_FOUND = 0.1;
/** So much below {@link ANSWERED} is what may not be answered. */
const JUST_BELOW = 0.01;

/** A value for each of {@link CONFIDENCE_FEATURES}, of a ranking that is not empty. */
export function confidenceFeatures({ kind, terms }: Question, ranked: readonly Ranked[]): number[] {
  const best = ranked[0]!;
  const { signals, whole, score, bm25 } = best;
  const nearest = Math.max(
    ...ranked.slice(0, NEAREST_OF).map((other) => Math.max(other.whole, other.sentence)),
  );
  const title = signals[AT.title]!;
  const withTitle = signals[AT.coverageWithTitle]!;
  const next = ranked[1]?.score ?? score - USUAL_LEAD_OVER_NEXT;
  const behind = ranked[LEAD_OVER]?.score ?? score - USUAL_LEAD;
  const rarity = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const features: Record<(typeof CONFIDENCE_FEATURES)[number], number> = {
    whole,
    nearest,
    coverage: signals[AT.coverage]!,
    coverageWithTitle: withTitle,
    title,
    beyondTitle: title < COMPLETE_TITLE ? (withTitle - title) / (1 - title) : 1,
    pair: signals[AT.pair]!,
    context: signals[AT.context]!,
    bm25Share: bm25 / (MOST_OF_A_TERM * rarity),
    missingNames: signals[AT.missingNames]!,
    lacksKind: kind === 'other' || signals[AT.holdsKind]! > 0 ? 0 : 1,
    leadOverNext: Math.min(MAX_LEAD_OVER_NEXT, score - next),
    lead: Math.min(MAX_LEAD, score - behind),
  };
  return CONFIDENCE_FEATURES.map((name) => features[name]);
}

/**
 * How likely it is that the corpus answers the question, 0 to 1. ROC AUC on clapnq_dev, whose impossible
 * questions have their article in the corpus: 0.90, and 0.89 when it is fitted without that set.
 */
export function confidenceOf(question: Question, ranked: readonly Ranked[]): number {
  if (ranked.length === 0) return 0;
  const features = confidenceFeatures(question, ranked);
  const weights = question.understood ? UNDERSTOOD : NOT_UNDERSTOOD;
  const x = CONFIDENCE_FEATURES.reduce(
    (sum, name, i) => sum + weights[name] * features[i]!,
    weights.constant,
  );
  const confidence = 1 / (1 + Math.exp(-x));
  // Stop words alone say nothing that a passage could answer; one word whose meaning the model cannot see, little.
  const words = question.terms.length;
  const saysLittle = words === 0 || (words === 1 && !question.understood);
  // "Riad" may be "road", or a name of which nothing is known here.
  const isGuessed = question.terms.some(({ isGuess }) => isGuess);
  const likely = saysLittle || isGuessed || ranked[0]!.lacksNumber ? unsureAtMost(confidence) : confidence;
  // Who asks for a word has found it where it stands, however little the model makes of it.
  return isOneWord(question) && holdsTheWord(ranked[0]!) ? Math.max(NOT_FOUND, likely) : likely;
}

/** The confidence, but not so much that the question would be answered. */
export function unsureAtMost(confidence: number): number {
  return Math.min(confidence, ANSWERED - JUST_BELOW);
}

/** What is said of an answer with this confidence, 0 to 1; see {@link ANSWERED} and {@link NOT_FOUND}. */
export function verdictFor(confidence: number): Verdict {
  if (confidence >= ANSWERED) return 'answered';
  return confidence >= NOT_FOUND ? 'unsure' : 'not-found';
}
