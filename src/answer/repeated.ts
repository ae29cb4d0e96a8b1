import type { OpenIndex } from '../index/open-index.ts';
import type { Question } from './question.ts';
import { rescored, type Ranked } from './rank.ts';

// Measured with three texts, such as "Ask the staff about rules, events or the bot.", put below every document: so many
// questions have one among their first three quotes, of the 477 of wire, community, server, manual and sample, whose
// corpora have 12 to 20 documents, and of the 1,790 of xquad_en and clapnq_dev, with 48 and 584: 8 and 1, where without
// all this it is 52 and 75. As they are, these sets, seeds and chat hold nothing that it ranks down.

/** Fewer documents may share a paragraph because it is news, e.g. an agency's. With 2 or 6 the 8 stay 8. */
const MIN_DOCUMENTS = 3;
/**
 * A text that stands in this many times as many documents as the rest of its document is boilerplate. With 1.5, 6 or 12
 * the 8 stay 8.
 */
const MIN_EXCESS = 3;
/** What doubling the documents takes off a score. With half of it 12 and 6 have one, with twice as much 0 and 1. */
const A_DOUBLING = 1.7;
/**
 * The most it takes off: a little more than all a question's words add. With half of it 8 and 16 have one, with twice
 * as much 8 and 0.
 */
const MOST = 9;
/**
 * A question that holds this share of a text's words asks for that very text. With the first 70 % of the words of such
 * a text or more, it is found first even if all are ranked down; with 40 or 55 % of them 38 of 42 are, and 40 of 42
 * with 0.35 or 0.5 here.
 */
const ASKED_FOR = 0.7;
/**
 * Share of a document's words that may stand in more documents than is usual for it. With half or twice as much no answer
 * of the sets changes.
 */
const OFTENER = 0.25;

/** The part of an index that tells what stands again and again. */
export interface RepetitionSource extends Pick<OpenIndex, 'standsIn' | 'documentIdOf' | 'passageRange'> {
  readonly terms: Pick<OpenIndex['terms'], 'length' | 'sentences'>;
}

/** By index, what {@link usualStandsIn} found of its documents. */
const usuals = new WeakMap<RepetitionSource, Map<number, number>>();

/**
 * Ranks down what stands word for word in many documents that otherwise differ: a cookie notice, a footer, an
 * author's biography. It stays a candidate, and loses nothing when its own words are asked for. Nor do documents
 * that are copies of one another as a whole.
 */
export function rankRepeatedDown(
  index: RepetitionSource,
  question: Pick<Question, 'terms'>,
  ranked: readonly Ranked[],
): Ranked[] {
  return ranked
    .map((candidate) => {
      const loss = lossByRepetition(index, question, candidate.passage);
      return rescored(candidate, candidate.score - loss, 'repeated');
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** What the score of such a passage loses, 0 to {@link MOST}; 0 for all others. */
export function lossByRepetition(
  index: RepetitionSource,
  question: Pick<Question, 'terms'>,
  passage: number,
): number {
  const excess = repetition(index, passage);
  if (excess < MIN_EXCESS || isAskedFor(index, question, passage)) return 0;
  return Math.min(MOST, A_DOUBLING * Math.log2(excess));
}

/** In how many times as many documents a passage stands as most of its document does. */
function repetition(index: RepetitionSource, passage: number): number {
  const documents = index.standsIn(passage);
  if (documents < MIN_DOCUMENTS) return 1;
  return documents / usualStandsIn(index, index.documentIdOf(passage));
}

/**
 * In how many documents the words of a document usually stand: 1 for most, more for what is a copy. Three
 * quarters of its words stand in texts that are as common or more so: what is its own may be less than its
 * menus and notices.
 */
function usualStandsIn(index: RepetitionSource, document: number): number {
  const known = usuals.get(index) ?? new Map<number, number>();
  usuals.set(index, known);
  let usual = known.get(document);
  if (usual === undefined) {
    const { first, end } = index.passageRange(document);
    const passages = Array.from({ length: end - first }, (_, i) => first + i);
    passages.sort((a, b) => index.standsIn(a) - index.standsIn(b));
    let rest = passages.reduce((sum, passage) => sum + index.terms.length(passage), 0) * OFTENER;
    usual = 1;
    for (const passage of passages) {
      usual = index.standsIn(passage);
      rest -= index.terms.length(passage);
      if (rest <= 0) break;
    }
    known.set(document, usual);
  }
  return usual;
}

function isAskedFor(
  { terms }: RepetitionSource,
  question: Pick<Question, 'terms'>,
  passage: number,
): boolean {
  const held = new Set(terms.sentences(passage).flatMap((sentence) => [...sentence.terms]));
  const asked = question.terms.filter(({ id }) => id !== undefined && held.has(id));
  return asked.length >= ASKED_FOR * held.size;
}
