import type { OpenIndex } from '../index/open-index.ts';
import type { Candidate } from './candidates.ts';
import type { Context, JoinedVectors } from './context.ts';
import { analyseQuestion, type Question, type QuestionTerm } from './question.ts';
import type { ContextRankings } from './rank-in-context.ts';
import { reweighed, type Ranked } from './rank.ts';
import type { Found } from './search.ts';
import { WHEN_JOINED } from './weights.ts';

/**
 * A word that earlier questions hold too counts for more: it is what the talk is about. With 0 canard and chat have the
 * same first hits, and canard a thousandth less of nDCG@10.
 */
const REPEATED = 0.5;

/** Searches of one index, each for one question. */
export interface Searches {
  /** See {@link findCandidates}. */
  readonly candidates: (question: Question, vector: Float32Array) => readonly Candidate[];
  /** See {@link searchIndex}. */
  readonly search: (question: Question, vector: Float32Array, also: Iterable<number>) => Found;
}

/** What was found for a question in its context. */
export interface Searched {
  readonly joined: Found;
  readonly rankings: ContextRankings;
  /** Joined with the last topic's questions only, where there may be one. */
  readonly ofTopic?: readonly Ranked[];
}

/** The question with the words of the earlier ones; its kind stays. */
function joinedQuestion(question: Question, earlier: readonly Question[]): Question {
  const joined = new Map<string, QuestionTerm>(question.terms.map((term) => [term.term, term]));
  for (const { terms } of earlier) {
    for (const term of terms) {
      const known = joined.get(term.term);
      joined.set(term.term, known ? { ...known, weight: known.weight + REPEATED * term.weight } : term);
    }
  }
  return { ...question, terms: [...joined.values()] };
}

/** Ranked as what is found for several questions at once. */
function rankedWhenJoined({ question, ranked }: Found): readonly Ranked[] {
  return question.understood ? reweighed(ranked, WHEN_JOINED) : ranked;
}

/**
 * The searches of {@link ContextRankings}.
 *
 * @param alone what was found for the question by itself
 */
export function searchJoined(
  index: OpenIndex,
  { questions, lastTopic, leaning: { asksForMore } }: Context,
  question: Question,
  alone: Found,
  vectors: JoinedVectors,
  { candidates, search }: Searches,
): Searched {
  const earlier = questions.map((text) => analyseQuestion(text, index));
  const joinedWith = (last: number) => joinedQuestion(question, earlier.slice(-last));
  const asked = new Map<Float32Array, Question>([[vectors.afterAll, joinedWith(earlier.length)]]);
  const also = (vector: Float32Array, last: number) => {
    if (!asked.has(vector)) asked.set(vector, joinedWith(last));
  };
  also(vectors.afterLast, 1);
  if (vectors.afterTopic && lastTopic) also(vectors.afterTopic, lastTopic.questions.length);
  // What one search found is ranked for all of them: else it would be told by a guess how far it is behind.
  const found = new Set(
    [...alone.ranked, ...[...asked].flatMap(([vector, joined]) => candidates(joined, vector))].map(
      ({ passage }) => passage,
    ),
  );
  const all = new Map([...asked].map(([vector, joined]) => [vector, search(joined, vector, found)]));
  const rankedAfter = (vector: Float32Array) => rankedWhenJoined(all.get(vector)!);
  const afterLast = rankedAfter(vectors.afterLast);
  return {
    joined: all.get(vectors.afterTopic ?? vectors.afterAll)!,
    rankings: {
      joined: rankedAfter(vectors.afterAll),
      afterLast,
      alone: asksForMore ? afterLast : search(alone.question, alone.vector, found).ranked,
    },
    ...(vectors.afterTopic ? { ofTopic: rankedAfter(vectors.afterTopic) } : {}),
  };
}
