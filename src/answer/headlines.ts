import type { OpenIndex } from '../index/open-index.ts';
import { TIME } from '../language/expressions.ts';
import type { QuestionKind } from '../language/question-kind.ts';
import { terms } from '../language/terms.ts';
import { words } from '../language/words.ts';
import type { Question } from './question.ts';
import { beforeItsOwn } from './headline-answers.ts';
import { rescored, type Ranked } from './rank.ts';
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
/** Kinds of answer that are no number and no time. */
const IN_WORDS: ReadonlySet<QuestionKind> = new Set(['person', 'place', 'other']);
/** A number, and what it is of where that stands in front: "in the year 1950", "part 2". */
const NUMBERED = /(?:\p{L}[\p{L}\p{M}]*\s)?\p{Nd}[\p{Nd}.,:/–-]*/gu;

/** The part of an index that tells headlines. */
export type HeadlineSource = Pick<OpenIndex, 'isHeadline' | 'titleTerms' | 'documentIdOf' | 'documentOf'> & {
  readonly terms: Pick<OpenIndex['terms'], 'idOf'>;
};

/**
 * Ranks headlines down. They are short and of the question's words, so that they would come before the paragraphs that
 * say more: they come first where no paragraph answers.
 */
export function rankHeadlinesDown(
  index: HeadlineSource,
  question: Pick<Question, 'terms' | 'kind'>,
  ranked: readonly Ranked[],
): readonly Ranked[] {
  if (!ranked.some(({ passage }) => index.isHeadline(passage))) return ranked;
  const most = mostHeadlines(question);
  let headlines = 0;
  return ranked
    .map((candidate) => {
      const loss = lossOfHeadline(index, question, candidate);
      if (loss === 0) return candidate;
      const score = candidate.score - loss;
      const answers = loss === BEHIND;
      return rescored(candidate, answers ? beforeItsOwn(index, candidate, ranked, score) : score, 'headline');
    })
    .sort(byScore)
    .map((candidate) => {
      if (!index.isHeadline(candidate.passage) || ++headlines <= most) return candidate;
      return rescored(candidate, candidate.score - LAST, 'headline');
    })
    .sort(byScore);
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.passage - b.passage;
}

/** How many headlines may come before paragraphs: each says little, and of what is asked without a kind less. */
function mostHeadlines({ kind }: Pick<Question, 'kind'>): number {
  return kind === 'other' ? 1 : 2;
}

/** What the score of a headline loses, 0 to {@link LAST}; 0 for all other passages. */
export function lossOfHeadline(
  index: HeadlineSource,
  { terms: askedTerms, kind }: Pick<Question, 'terms' | 'kind'>,
  { passage, signals }: Pick<Ranked, 'passage' | 'signals'>,
): number {
  if (!index.isHeadline(passage)) return 0;
  const asked = new Set(askedTerms.map(({ id }) => id));
  let newWords = 0;
  for (const id of told(index, passage, kind)) if (!asked.has(id)) newWords += 1;
  const enough = newWords >= LEAST_NEW_WORDS || (newWords > 0 && signals[AT.complete] === 1);
  return enough ? BEHIND : LAST;
}

/** Ids of a headline's words: a number or a time only tells one thing from another, where none is asked for. */
function told(index: HeadlineSource, passage: number, kind: QuestionKind): ReadonlySet<number | undefined> {
  const { title, language } = index.documentOf(passage);
  if (title === undefined || !IN_WORDS.has(kind))
    return new Set(index.titleTerms(index.documentIdOf(passage)));
  const left = title.replace(NUMBERED, ' ').replace(TIME, ' ');
  return new Set(terms(words(left), language).map(({ term }) => index.terms.idOf(term)));
}

/** The candidates without the headlines that are not the first: how far they are behind tells nothing. */
export function withoutHeadlines(
  index: Pick<HeadlineSource, 'isHeadline'>,
  ranked: readonly Ranked[],
): Ranked[] {
  return ranked.filter(({ passage }, i) => i === 0 || !index.isHeadline(passage));
}
