import type { OpenIndex } from '../index/open-index.ts';
import { dot } from '../index/vector-file.ts';
import type { Candidate } from './candidates.ts';
import { Matcher, better } from './match.ts';
import { NumberMatcher } from './numbers-named.ts';
import type { Question } from './question.ts';

/**
 * What the ranking looks at; see weights.ts for what each counts. In brackets what leaving it out costs, the others
 * learned anew, in thousandths of nDCG@10: of the community's questions, which are asked in people's own words, and of
 * clapnq_dev's. Many say nearly the same and stand in for one another: what costs nothing here counts for questions in
 * languages that the model does not know (NOT_UNDERSTOOD in weights.ts), or tells the confidence.
 */
export const SIGNALS = [
  /** Cosine of the passage (-4, 0; sample 1): the meaning, whatever the words. */
  'whole',
  /** Cosine of its best sentence (1, 0): a long paragraph's vector drowns the sentence that answers. */
  'sentence',
  /**
   * The same from 0 for the worst candidate to 1 for the best (-1, 1): cosines of one question stand close together.
   */
  'sentenceScaled',
  /** BM25 as a share of the best candidate's (-2, 0; sample 3): the words, rare ones first. */
  'bm25OfBest',
  /** Share of the question's words, by weight, that the passage holds (-3, 1; sample 3). Corrects coverageWithTitle. */
  'coverage',
  /** The same in two neighbouring sentences (1, 0): what belongs together stands together. */
  'pair',
  /** Whether all of them are there (0, 0). */
  'complete',
  /** How well the rarest of them is matched (-1, 0). */
  'rarest',
  /** Share that only the title or the paragraphs around hold (13, 0): a paragraph goes on from those before it. */
  'context',
  /** Share that the passage, its title and that of its section hold together (20, 2): what a reader sees at once. */
  'coverageWithTitle',
  /** The same in the title alone (0, 0). */
  'title',
  /** Cosine of the title (-3, 2; sample 7): what the whole document is about. */
  'titleCosine',
  /** Share in a sentence, times how well it fits the kind of answer asked for (-2, 0; sample 3). */
  'kind',
  /** How well any sentence fits it (5, 1; sample 4): "when" is answered by a time. */
  'holdsKind',
  /** Cosine of the best sentence times coverage (-2, 0): near in meaning and in words. */
  'sentenceTimesCoverage',
  /** Share of the question that is names found neither in the passage nor in its titles (0, 0). */
  'missingNames',
  /** The same when the three paragraphs before are read too (0, 0; xquad_en 1): a name is seldom said twice. */
  'missingNamesBefore',
  /** Share of the question's numbers that the passage holds (-2, 0): another year is another answer. */
  'numbers',
  /** Share of the question's neighbouring words that are neighbours in the passage (-2, 0; sample 4). */
  'phrases',
  /** Highest cosine of a passage of the same document (12, 2): a document that is about it answers it. */
  'document',
] as const;

/** One of {@link SIGNALS}. */
export type SignalName = (typeof SIGNALS)[number];
/** One value for each of {@link SIGNALS}, in their order. */
export type Signals = Float64Array;

/** The part of an index that signals are read from. */
export interface SignalSource extends Pick<
  OpenIndex,
  'terms' | 'documentIdOf' | 'passageRange' | 'titleTerms' | 'isHeadline' | 'passage' | 'documentOf'
> {
  readonly titles: Pick<OpenIndex['titles'], 'read'>;
}

/** Positions of the signals. */
export const AT = Object.fromEntries(SIGNALS.map((name, i) => [name, i])) as Readonly<
  Record<SignalName, number>
>;

/**
 * In which a name is looked for that a passage lacks; the weights were learned with so many. With 1, xquad_de loses 2
 * of its 1,190 first hits; with 6, chat gains 1 of its 100; the other sets have the same.
 */
const PARAGRAPHS_BEFORE = 3;

/**
 * Matched this much of its weight, a question is complete: nothing but a faint likeness is missing. With 0.8, 0.9 or
 * 0.99, or where none is complete, the same questions of seeds, xquad_en, clapnq_dev, community, wire, server, manual,
 * sample and chat have the right passage first; with 0.5 xquad_en and xquad_de lose 2 each of their 1,190 and manual 1
 * of its 60.
 */
const COMPLETE = 0.95;

/**
 * The signals of each candidate, in the candidates' order.
 *
 * @param numbered of the same index and question
 */
export function signalsOf(
  index: SignalSource,
  question: Question,
  vector: Float32Array,
  candidates: readonly Candidate[],
  numbered = new NumberMatcher(index, question),
): Signals[] {
  return new SignalReader(index, question, vector, candidates, numbered).readAll();
}

class SignalReader {
  readonly #index: SignalSource;
  readonly #question: Question;
  readonly #vector: Float32Array;
  readonly #candidates: readonly Candidate[];
  readonly #matcher: Matcher;
  readonly #numbered: NumberMatcher;
  readonly #titleCosines = new Map<number, number>();

  constructor(
    index: SignalSource,
    question: Question,
    vector: Float32Array,
    candidates: readonly Candidate[],
    numbered: NumberMatcher,
  ) {
    this.#index = index;
    this.#question = question;
    this.#vector = vector;
    this.#candidates = candidates;
    this.#matcher = new Matcher(index, question);
    this.#numbered = numbered;
  }

  readAll(): Signals[] {
    const paragraphs = this.#paragraphs();
    const sentences = paragraphs.map(({ sentence }) => sentence);
    const lowest = Math.min(...sentences);
    const spread = Math.max(...sentences) - lowest || 1;
    const bestBm25 = Math.max(...paragraphs.map(({ bm25 }) => bm25)) || 1;
    const rarest = rarestKnown(this.#question);
    const bestOfDocument = new Map<number, number>();
    for (const { passage, whole } of paragraphs) {
      const document = this.#index.documentIdOf(passage);
      bestOfDocument.set(document, Math.max(whole, bestOfDocument.get(document) ?? -1));
    }

    // One allocation for all: each of its own would cost as much as what is put into it.
    const all = new Float64Array(SIGNALS.length * this.#candidates.length);
    return this.#candidates.map(({ passage, whole, sentence, bm25 }, i) => {
      const document = this.#index.documentIdOf(passage);
      const { section, pair, kind, holdsKind, follows } = this.#matcher.passage(passage);
      const strengths = this.#strengths(passage);
      const title = this.#matcher.title(document);
      const titles = section ? better(title, section) : title;
      const withTitle = better(strengths, this.#numbered.inTitles(passage, titles));
      const coverage = this.#matcher.share(strengths);

      const signals = all.subarray(i * SIGNALS.length, (i + 1) * SIGNALS.length);
      signals[AT.whole] = whole;
      signals[AT.sentence] = sentence;
      signals[AT.sentenceScaled] = Math.max(0, Math.min(1, (sentence - lowest) / spread));
      signals[AT.bm25OfBest] = Math.min(1, bm25 / bestBm25);
      signals[AT.coverage] = coverage;
      signals[AT.pair] = pair;
      signals[AT.complete] = coverage > COMPLETE ? 1 : 0;
      signals[AT.rarest] = rarest >= 0 ? strengths[rarest]! : 0;
      signals[AT.context] =
        this.#matcher.share(this.#withNeighbours(passage, document, withTitle)) - coverage;
      signals[AT.coverageWithTitle] = this.#matcher.share(withTitle);
      signals[AT.title] = this.#matcher.share(title);
      signals[AT.titleCosine] = this.#titleCosine(document);
      signals[AT.kind] = kind;
      signals[AT.holdsKind] = holdsKind;
      signals[AT.sentenceTimesCoverage] = sentence * coverage;
      signals[AT.missingNames] = this.#missingNames(withTitle);
      signals[AT.missingNamesBefore] =
        signals[AT.missingNames]! > 0
          ? this.#missingNames(this.#withBefore(passage, document, withTitle))
          : 0;
      signals[AT.numbers] = this.#numbers(strengths);
      signals[AT.phrases] = this.#phrases(follows);
      signals[AT.document] = bestOfDocument.get(document) ?? whole;
      return signals;
    });
  }

  /**
   * The candidates without headlines, by which no other is measured: the best of a document's paragraphs tell what it
   * is about, and its title has signals of its own. All where there is nothing else.
   */
  #paragraphs(): readonly Candidate[] {
    const paragraphs = this.#candidates.filter(({ passage }) => !this.#index.isHeadline(passage));
    return paragraphs.length > 0 ? paragraphs : this.#candidates;
  }

  #strengths(passage: number): Float64Array {
    return this.#numbered.inText(passage, this.#matcher.passage(passage).strengths);
  }

  #withNeighbours(passage: number, document: number, strengths: Float64Array): Float64Array {
    const { first, end } = this.#index.passageRange(document);
    let all = strengths;
    if (passage > first) all = better(all, this.#strengths(passage - 1));
    if (passage + 1 < end) all = better(all, this.#strengths(passage + 1));
    return all;
  }

  #withBefore(passage: number, document: number, strengths: Float64Array): Float64Array {
    const { first } = this.#index.passageRange(document);
    let all = strengths;
    for (let before = Math.max(first, passage - PARAGRAPHS_BEFORE); before < passage; before++)
      all = better(all, this.#strengths(before));
    return all;
  }

  #phrases(follows: readonly boolean[]): number {
    const { shares } = this.#matcher;
    let all = 0;
    let found = 0;
    for (let i = 1; i < follows.length; i++) {
      const share = shares[i - 1]! + shares[i]!;
      all += share;
      if (follows[i]) found += share;
    }
    return all === 0 ? 0 : found / all;
  }

  #titleCosine(document: number): number {
    let cosine = this.#titleCosines.get(document);
    if (cosine === undefined) {
      cosine = dot(this.#vector, this.#index.titles.read(document, 1));
      this.#titleCosines.set(document, cosine);
    }
    return cosine;
  }

  #missingNames(strengths: Float64Array): number {
    let missing = 0;
    for (const [i, { isName }] of this.#question.terms.entries()) {
      if (isName) missing += this.#matcher.shares[i]! * (1 - strengths[i]!);
    }
    return missing;
  }

  #numbers(strengths: Float64Array): number {
    let all = 0;
    let found = 0;
    for (const [i, { isNumber }] of this.#question.terms.entries()) {
      if (!isNumber) continue;
      all += this.#matcher.shares[i]!;
      found += this.#matcher.shares[i]! * strengths[i]!;
    }
    return all === 0 ? 0 : found / all;
  }
}

/** Position of the rarest of the question's terms that the index knows; -1 when it knows none. */
function rarestKnown({ terms }: Question): number {
  let rarest = -1;
  for (const [i, { id, weight }] of terms.entries()) {
    if (id !== undefined && (rarest < 0 || weight > terms[rarest]!.weight)) rarest = i;
  }
  return rarest;
}
