import type { OpenIndex } from '../index/open-index.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { AT } from './signals.ts';

// Measured with a headline above each document: of wire's 80 questions (names of events, as newspapers write them) and
// clapnq_dev's 600 (the articles' names), so many have a headline first: 0 and 13; as they score without all this, 8 and
// 238, and of clapnq_dev's 300 with an answer 215 have the right passage first, not 287 (without headlines 288). Of 21
// questions that a headline alone answers, it comes first for 19, and for 21.

/**
 * In scores, how far a headline that answers stands behind a paragraph that does as well, for it says less. With 4, one
 * of the 21 questions more is answered by another passage.
 */
const BEHIND = 3;
/**
 * Words of a headline, so many of which the question must not say itself: with fewer it only names what is asked about. One
 * is enough where it holds all of the question: "who has the keys". With 1 for all, clapnq_dev's AUC is 0.891, not 0.899,
 * with 3 it is 0.905, and 3 of the 21 questions more are answered by another passage.
 */
const LEAST_NEW_WORDS = 2;
/** More than all signals together: it stands behind everything else. */
const LAST = 100;

/** The part of an index that tells headlines. */
export type HeadlineSource = Pick<OpenIndex, 'isHeadline' | 'titleTerms' | 'documentIdOf'>;

/**
 * Ranks headlines down. They are short and of the question's words, so that they would come before the paragraphs that
 * say more: they come first where no paragraph answers.
 */
export function rankHeadlinesDown(
  index: HeadlineSource,
  question: Pick<Question, 'terms'>,
  ranked: readonly Ranked[],
): Ranked[] {
  return ranked
    .map((candidate) => {
      const loss = lossOfHeadline(index, question, candidate);
      return loss === 0 ? candidate : { ...candidate, score: candidate.score - loss };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** What the score of a headline loses, 0 to {@link LAST}; 0 for all other passages. */
export function lossOfHeadline(
  index: HeadlineSource,
  { terms }: Pick<Question, 'terms'>,
  { passage, signals }: Pick<Ranked, 'passage' | 'signals'>,
): number {
  if (!index.isHeadline(passage)) return 0;
  const asked = new Set(terms.map(({ id }) => id));
  const said = new Set(index.titleTerms(index.documentIdOf(passage)));
  let newWords = 0;
  for (const id of said) if (!asked.has(id)) newWords += 1;
  const enough = newWords >= LEAST_NEW_WORDS || (newWords > 0 && signals[AT.complete] === 1);
  return enough ? BEHIND : LAST;
}

/** The candidates without the headlines that are not the first: how far they are behind tells nothing. */
export function withoutHeadlines(
  index: Pick<HeadlineSource, 'isHeadline'>,
  ranked: readonly Ranked[],
): Ranked[] {
  return ranked.filter(({ passage }, i) => i === 0 || !index.isHeadline(passage));
}
