import type { OpenIndex } from '../index/open-index.ts';
import { SENTENCE_END, bm25Ceiling } from '../index/term-index.ts';
import { dot } from '../index/vector-file.ts';
import { bitsFor } from '../language/question-kind.ts';
import type { Candidate } from './candidates.ts';
import type { Question } from './question.ts';

/** What the ranking looks at; see weights.ts for what each counts. */
export const SIGNALS = [
  'whole',
  'sentence',
  'wholeScaled',
  'sentenceScaled',
  'bm25OfBest',
  'bm25OfCeiling',
  'coverage',
  'sentenceCoverage',
  'pairCoverage',
  'rarest',
  'context',
  'titleCosine',
  'titleCoverage',
  'neighbour',
  'kind',
  'sentenceTimesCoverage',
  'docBest',
] as const;

export type SignalName = (typeof SIGNALS)[number];
/** One value for each of {@link SIGNALS}, in their order. */
export type Signals = Float64Array;

const AT = Object.fromEntries(SIGNALS.map((name, i) => [name, i])) as Readonly<Record<SignalName, number>>;

/** The signals of each candidate, in the candidates' order. */
export function signalsOf(
  index: OpenIndex,
  question: Question,
  vector: Float32Array,
  candidates: readonly Candidate[],
): Signals[] {
  const totalWeight = question.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const wholeRange = range(candidates.map(({ whole }) => whole));
  const sentenceRange = range(candidates.map(({ sentence }) => sentence));
  const bestBm25 = Math.max(1e-9, ...candidates.map(({ bm25 }) => bm25));
  const weights = new Map<number, number>();
  for (const { id, weight } of question.terms) if (id !== undefined) weights.set(id, weight);
  const rarest = Math.max(0, ...weights.values());
  const wanted = bitsFor(question.kind);
  const titles = new Map<number, { cosine: number; terms: Set<number> }>();

  const docMax = new Map<number, [number, number]>();
  for (const { passage, sentence } of candidates) {
    const d = index.documentIdOf(passage);
    const [a, b] = docMax.get(d) ?? [-1, -1];
    if (sentence >= a) docMax.set(d, [sentence, a]);
    else if (sentence > b) docMax.set(d, [a, sentence]);
  }

  return candidates.map((candidate) => {
    const { passage, whole, sentence, bm25 } = candidate;
    const match = matchTerms(index, passage, weights, wanted);
    const document = index.documentIdOf(passage);
    let title = titles.get(document);
    if (!title) {
      title = titleOf(index, document, vector, weights);
      titles.set(document, title);
    }
    const { first, end } = index.passageRange(document);
    const around = new Set(title.terms);
    let neighbour = 0;
    for (const next of [passage - 1, passage + 1]) {
      if (next < first || next >= end) continue;
      const seen = termsIn(index, next, weights);
      for (const id of seen) around.add(id);
      neighbour = Math.max(neighbour, weigh(seen, weights) / totalWeight);
    }
    const inContext = weigh(new Set([...around, ...match.terms]), weights) / totalWeight;
    const coverage = weigh(match.terms, weights) / totalWeight;
    const [best, second] = docMax.get(document)!;

    const row = new Float64Array(SIGNALS.length);
    row[AT.whole] = whole;
    row[AT.sentence] = sentence;
    row[AT.wholeScaled] = scale(whole, wholeRange);
    row[AT.sentenceScaled] = scale(sentence, sentenceRange);
    row[AT.bm25OfBest] = bm25 / bestBm25;
    row[AT.bm25OfCeiling] = Math.min(1, bm25 / bm25Ceiling(totalWeight));
    row[AT.coverage] = coverage;
    row[AT.sentenceCoverage] = match.bestSentence / totalWeight;
    row[AT.pairCoverage] = match.bestPair / totalWeight;
    row[AT.rarest] = rarest > 0 && [...match.terms].some((id) => weights.get(id)! >= rarest - 1e-9) ? 1 : 0;
    row[AT.context] = inContext - coverage;
    row[AT.titleCosine] = title.cosine;
    row[AT.titleCoverage] = weigh(title.terms, weights) / totalWeight;
    row[AT.neighbour] = neighbour;
    row[AT.kind] = wanted === 0 ? 0 : match.kind / totalWeight;
    row[AT.sentenceTimesCoverage] = sentence * coverage;
    row[AT.docBest] = sentence >= best ? second : best;
    return row;
  });
}

interface Match {
  /** Ids of the question's terms in the passage. */
  readonly terms: Set<number>;
  /** Weight of the question's distinct terms in the best sentence, and in the best two neighbours. */
  readonly bestSentence: number;
  readonly bestPair: number;
  /** As bestSentence, over sentences that hold what is wanted. */
  readonly kind: number;
}

function matchTerms(
  index: OpenIndex,
  passage: number,
  weights: ReadonlyMap<number, number>,
  wanted: number,
): Match {
  const all = new Set<number>();
  let bestSentence = 0;
  let bestPair = 0;
  let kind = 0;
  let before = new Set<number>();
  let current = new Set<number>();
  for (const value of index.terms.sequence(passage)) {
    if (value < SENTENCE_END) {
      if (weights.has(value)) {
        current.add(value);
        all.add(value);
      }
      continue;
    }
    const weight = weigh(current, weights);
    bestSentence = Math.max(bestSentence, weight);
    if (current.size > 0) bestPair = Math.max(bestPair, before.size === 0 ? weight : weigh(new Set([...before, ...current]), weights));
    if (wanted !== 0 && ((value - SENTENCE_END) & wanted) !== 0) kind = Math.max(kind, weight);
    before = current;
    current = new Set();
  }
  return { terms: all, bestSentence, bestPair, kind };
}

function termsIn(index: OpenIndex, passage: number, weights: ReadonlyMap<number, number>): Set<number> {
  const found = new Set<number>();
  for (const value of index.terms.sequence(passage)) if (weights.has(value)) found.add(value);
  return found;
}

function titleOf(
  index: OpenIndex,
  document: number,
  vector: Float32Array,
  weights: ReadonlyMap<number, number>,
): { cosine: number; terms: Set<number> } {
  const cosine = dot(vector, index.titles.read(document, 1));
  const found = new Set<number>();
  for (const id of index.titleTerms(document)) if (weights.has(id)) found.add(id);
  return { cosine, terms: found };
}

function weigh(ids: Iterable<number>, weights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const id of ids) sum += weights.get(id)!;
  return sum;
}

function range(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function scale(value: number, [low, high]: readonly [number, number]): number {
  return high > low ? (value - low) / (high - low) : 0;
}
