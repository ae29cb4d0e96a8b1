import type { OpenIndex } from '../index/open-index.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';

/** Fewer documents may share a paragraph because it is news, e.g. an agency's. */
const MIN_DOCUMENTS = 3;
/** A text that stands in this many times as many documents as the rest of its document is boilerplate. */
const MIN_EXCESS = 3;
/** What doubling the documents takes off a score; and the most it takes off: a little more than all a question's words add. */
const A_DOUBLING = 1.7;
const MOST = 9;
/** A question that holds this share of a text's words asks for that very text. */
const ASKED_FOR = 0.7;

/** The part of an index that tells what stands again and again. */
export interface RepetitionSource extends Pick<OpenIndex, 'standsIn' | 'usualStandsIn' | 'documentIdOf'> {
  readonly terms: Pick<OpenIndex['terms'], 'sentences'>;
}

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
      return loss === 0 ? candidate : { ...candidate, score: candidate.score - loss };
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
  return documents / index.usualStandsIn(index.documentIdOf(passage));
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
