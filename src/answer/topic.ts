import type { Leaning } from '../language/leaning.ts';

/** What tells whether a question goes on with what was asked before it, or begins a new topic. */
export const TOPIC_FEATURES = [
  /** A pronoun with nothing before it in the question that it could stand for, or with something. */
  'pronounBefore',
  'pronounWithin',
  /** "There", "these", "the others". */
  'points',
  /** "And …", "what about …". */
  'opensWithLink',
  /** Whether it has no word, one or two that say something. */
  'noWord',
  'oneWord',
  'twoWords',
  /** Whether it names somebody or something. */
  'named',
  /** Share of its words that the best passage in the context holds. */
  'coverage',
  /** How much more of them the best passage for the question alone holds. */
  'coverageLost',
  /** The same of the titles: what the title of another document names is another topic. */
  'titleLost',
  /** The same of its rarest word, by how rare that is: a name that the context lacks is another topic's. */
  'rarestLost',
  /** How confident it is by itself, and joined with what was asked before. */
  'confidenceAlone',
  'confidenceJoined',
  /** How far the best passage in the context is behind, by the question alone; tens of a score. */
  'scoreLost',
  /** Share of its words that no document holds. */
  'unknownWords',
  /**
   * How many documents the search in its context ranks before the one that it finds by itself, as a logarithm: what begins
   * a topic brings its document to the front even behind other questions.
   */
  'aloneBehind',
  /** How many the search for the question alone ranks before the one that is found in its context. */
  'contextBehind',
] as const;

/** Two searches' answers to one question. */
export interface TopicSearches {
  /** Shares of the question's words that the best passage for it alone holds, and the best in its context. */
  readonly coverageAlone: number;
  readonly coverage: number;
  /** How well the rarest word that any document holds is matched, 0 to 1, and how rare it is, 0 to 1. */
  readonly rarestAlone: number;
  readonly rarest: number;
  readonly rarity: number;
  /** The same shares of the titles. */
  readonly titleAlone: number;
  readonly title: number;
  /** 0 to 1: that of the question by itself, and of it joined with those before it. */
  readonly confidenceAlone: number;
  readonly confidenceJoined: number;
  /** Score of the best passage less that of the best one in the context, both for the question alone. */
  readonly scoreLost: number;
  /** Share of the question's words. */
  readonly unknownWords: number;
  /** Documents that the joined search ranks before that of the best passage for the question alone. */
  readonly documentsBeforeAlone: number;
  /** Those that the search for the question alone ranks before that of the best passage in its context. */
  readonly documentsBeforeContext: number;
}

/** Of scores: what is further behind says no more. {@link WEIGHTS} was fitted with it. */
const MAX_SCORE_LOST = 15;
/** Of scores: brings them to the size of the other features, which are shares. */
const SCORE_UNIT = 10;
/** Of documents that are ranked before another, as a power of two: so many have the size of the other features. */
const DOUBLINGS = 5;

/**
 * A logistic regression, fitted by `npm run learn`: follow-ups of canard and of conversations over the sample corpus
 * whose answer only their context finds, against questions asked after others of another document, whose answer only
 * they themselves find, and against questions of another world. Fitted on languages that the model knows, and anew when
 * the weights of the ranking or of the confidence change.
 *
 * The two of the documents and the constant were chosen by hand afterwards, by first hits: of canard 610 of 790 without
 * the two, 617 with them; of CANARD's other 361 conversations 1,699 and 1,711 of 2,191; of 338 follow-ups of a public set of
 * other conversations 291 and 285; of questions asked after others of another document up to 2.6 hundredths fewer. To
 * fit all of them anew, as `npm run learn` does, finds as many of CANARD's and fewer of the 338: what it prints is no better.
 */
const WEIGHTS: Readonly<Record<(typeof TOPIC_FEATURES)[number] | 'constant', number>> = {
  constant: -1.83,
  pronounBefore: 3.74,
  pronounWithin: 2.09,
  points: 3.34,
  opensWithLink: 0.46,
  noWord: 3.15,
  oneWord: 3.52,
  twoWords: 1.47,
  named: -2.88,
  coverage: 2.88,
  coverageLost: 4.1,
  titleLost: -2.16,
  rarestLost: -2.13,
  confidenceAlone: -2.54,
  confidenceJoined: 2.25,
  scoreLost: -2.61,
  unknownWords: -5.03,
  aloneBehind: 3.2,
  contextBehind: 0.5,
};

/**
 * The regression's chance that counts as one in two: it was fitted with both kinds alike, while in a conversation more
 * questions go on. With 0.3 canard and CANARD's other conversations have as many first hits, with 0.45 one more and five
 * fewer.
 */
export const GOES_ON = 0.36;

function behind(documents: number): number {
  return Math.log2(1 + documents) / DOUBLINGS;
}

/** A value for each of {@link TOPIC_FEATURES}. */
export function topicFeatures(leaning: Leaning, searches: TopicSearches): number[] {
  const { coverage, coverageAlone, confidenceAlone, confidenceJoined, scoreLost } = searches;
  const { pronoun, points, opensWithLink, content, named } = leaning;
  const features: Record<(typeof TOPIC_FEATURES)[number], number> = {
    pronounBefore: Number(pronoun === 'before'),
    pronounWithin: Number(pronoun === 'within'),
    points: Number(points),
    opensWithLink: Number(opensWithLink),
    noWord: Number(content === 0),
    oneWord: Number(content === 1),
    twoWords: Number(content === 2),
    named: Number(named),
    coverage,
    coverageLost: coverageAlone - coverage,
    titleLost: searches.titleAlone - searches.title,
    rarestLost: searches.rarity * (searches.rarestAlone - searches.rarest),
    confidenceAlone,
    confidenceJoined,
    scoreLost: Math.min(MAX_SCORE_LOST, scoreLost) / SCORE_UNIT,
    unknownWords: searches.unknownWords,
    aloneBehind: behind(searches.documentsBeforeAlone),
    contextBehind: behind(searches.documentsBeforeContext),
  };
  return TOPIC_FEATURES.map((name) => features[name]);
}

/** How likely it is that a question with these features goes on with the topic, 0 to 1. */
export function chanceOfGoingOn(features: readonly number[]): number {
  const x = TOPIC_FEATURES.reduce((sum, name, i) => sum + WEIGHTS[name] * features[i]!, WEIGHTS.constant);
  return 1 / (1 + Math.exp(Math.log(GOES_ON / (1 - GOES_ON)) - x));
}
