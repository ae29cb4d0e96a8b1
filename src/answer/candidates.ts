import type { OpenIndex } from '../index/open-index.ts';
import { resemble } from './near-copies.ts';
import { PassageTerms } from './passage-terms.ts';
import type { Question } from './question.ts';

/** How many are taken from each of the two lists. */
export interface Breadth {
  readonly windows: number;
  readonly bm25: number;
}

/**
 * On the evaluation sets twice as many put no other passage first, and cost half as much time again; with 16 windows
 * clapnq_dev loses one of 300.
 */
const USUAL: Breadth = { windows: 20, bm25: 10 };
/**
 * For rankings that are put together: with the usual ones, canard and chat lose a first hit each, and with twice as many
 * canard does.
 */
export const BROAD: Breadth = { windows: 40, bm25: 20 };
/** Passages for each different text among the nearest, from which on copies crowd out others. */
const CROWDED = 2;
/**
 * Fewer different texts among the nearest are too few to choose from. In none of the sets does it matter: with half or
 * twice of this, {@link WIDER} or {@link MOST_WINDOWS}, or where no more are looked at, they have the same answers.
 */
const MIN_TEXTS = 10;
/** Where there are too few, so many times as many windows are looked at. */
const WIDER = 4;
/** More windows are not looked at for it. */
const MOST_WINDOWS = 1000;
/**
 * Copies of a text that may each be the best one, by their titles and what stands around them. With half or twice as
 * many, the sets have the same answers; with 1, the same first ones.
 */
const MAX_COPIES = 40;
/**
 * What words like the question's count for in BM25, beside its own. With 0 or 1 the sets in people's own words have the
 * same hits: the ranking sees such words by itself.
 */
const ALIKE = 0.5;

/** A passage that may answer, with what the two searches say of it. */
export interface Candidate {
  /** Passage id. */
  readonly passage: number;
  /** Cosine of the nearest of its whole-passage windows. */
  readonly whole: number;
  /** Cosine of the nearest of its sentences. */
  readonly sentence: number;
  /** Row of that sentence's window. */
  readonly sentenceRow: number;
  readonly bm25: number;
}

/** Where candidates come from. */
export interface Where {
  /** Document whose passages alone are candidates, all of them. */
  readonly only?: number | undefined;
  readonly breadth?: Breadth | undefined;
  /** Passages that are candidates too, whatever is found. */
  readonly also?: Iterable<number> | undefined;
}

/** Candidates from both searches, unordered. */
export function findCandidates(
  index: OpenIndex,
  question: Question,
  vector: Float32Array,
  { only, breadth = USUAL, also }: Where = {},
): Candidate[] {
  const passages = new Set<number>(also);
  if (only !== undefined) {
    const { first, end } = index.passageRange(only);
    for (let passage = first; passage < end; passage++) passages.add(passage);
  } else {
    const near = (k: number) => nearestPassages(index, vector, k);
    for (const passage of besideHeadlines(index, breadth.windows, near, (found) => found))
      passages.add(passage);
  }
  const query = bm25Query(question);
  const scored = (k: number) => index.terms.scores(query, k, passages);
  const scores =
    only === undefined ? besideHeadlines(index, breadth.bm25, scored, (found) => found.keys()) : scored(0);
  return Array.from(scores, ([passage, bm25]) => ({ passage, bm25, ...cosines(index, passage, vector) }));
}

/**
 * What a search finds, asked for so many more as there are headlines among it: a paragraph would lose its place to those
 * that are ranked behind it.
 */
function besideHeadlines<T>(
  index: OpenIndex,
  k: number,
  search: (k: number) => T,
  passagesIn: (found: T) => Iterable<number>,
): T {
  const found = search(k);
  let headlines = 0;
  for (const passage of passagesIn(found)) if (index.isHeadline(passage)) headlines += 1;
  return headlines === 0 ? found : search(k + headlines);
}

/**
 * The passages of the nearest windows. Where copies of a few texts take up the places, as a notice does that
 * stands under every article, or a report with an agency's name in front, more are looked for, and of each text some
 * copies are enough.
 */
function nearestPassages(index: OpenIndex, vector: Float32Array, windows: number): readonly number[] {
  for (let k = windows; ; k *= WIDER) {
    const found = index.nearest.search(vector, k);
    const passages = [...new Set(found.map(({ row }) => index.passageOfRow(row)))];
    const texts = new Texts(index);
    const some = passages.filter((passage) => texts.count(passage) <= MAX_COPIES);
    const isCrowded = texts.length < MIN_TEXTS && texts.length * CROWDED <= passages.length;
    if (!isCrowded || found.length < k || k > MOST_WINDOWS) return some;
  }
}

/** Passages by what they say; of those that differ from the first {@link MIN_TEXTS}, each with its identical copies. */
class Texts {
  readonly #index: OpenIndex;
  readonly #groups: { count: number; readonly terms?: PassageTerms }[] = [];
  readonly #byText = new Map<number, { count: number }>();

  constructor(index: OpenIndex) {
    this.#index = index;
  }

  get length(): number {
    return this.#groups.length;
  }

  /** How many of the passages so far say the same as this one, itself among them. */
  count(passage: number): number {
    const text = this.#index.firstCopy(passage);
    let group = this.#byText.get(text);
    if (!group) {
      group = this.#groupOf(text);
      this.#byText.set(text, group);
    }
    return ++group.count;
  }

  #groupOf(text: number): { count: number } {
    const terms =
      this.#groups.length < MIN_TEXTS ? new PassageTerms(this.#index.terms.sequence(text)) : undefined;
    const known = terms && this.#groups.find((group) => group.terms && resemble(group.terms, terms));
    if (known) return known;
    const group = { count: 0, ...(terms ? { terms } : {}) };
    this.#groups.push(group);
    return group;
  }
}

/** The question's terms count in full, those like them the less the less they are alike. */
function bm25Query({ terms }: Question): Map<number, number> {
  const query = new Map<number, number>();
  for (const { alike } of terms) {
    for (const { id, strength } of alike) query.set(id, Math.max(query.get(id) ?? 0, ALIKE * strength));
  }
  for (const { id } of terms) if (id !== undefined) query.set(id, 1);
  return query;
}

function cosines(index: OpenIndex, passage: number, vector: Float32Array) {
  const { first, count, whole: wholeCount } = index.rows(passage);
  const all = index.vectors.cosines(vector, first, count);
  let whole = -1;
  let sentence = -1;
  let sentenceRow = first;
  for (let i = 0; i < count; i++) {
    const cosine = all[i]!;
    if (i < wholeCount) whole = Math.max(whole, cosine);
    // A passage of one sentence has no sentence window: its passage window is it.
    if ((i >= wholeCount || count === wholeCount) && cosine > sentence) {
      sentence = cosine;
      sentenceRow = first + i;
    }
  }
  return { whole, sentence, sentenceRow };
}
