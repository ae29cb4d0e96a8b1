import type { OpenIndex } from '../index/open-index.ts';
import type { Leaning } from '../language/leaning.ts';
import { questionKind } from '../language/question-kind.ts';
import { unsureAtMost, verdictFor } from './confidence.ts';
import type { Candidate } from './candidates.ts';
import type { Context, JoinedVectors } from './context.ts';
import { RARE_RANK } from './alike.ts';
import { analyseQuestion, type Question, type QuestionTerm } from './question.ts';
import { rankInContext } from './rank-in-context.ts';
import { reweighed, type Ranked } from './rank.ts';
import type { Found } from './search.ts';
import { AT } from './signals.ts';
import { WHEN_JOINED } from './weights.ts';
import { goesOnWithTopic, topicFeatures } from './topic.ts';

/**
 * A word that earlier questions hold too counts for more: it is what the talk is about. With 0 canard and chat have the
 * same first hits, and canard a thousandth less of nDCG@10.
 */
const REPEATED = 0.5;
/**
 * What a word counts for in choosing the sentence that the question leaves to the one before. With 0 chat has 66 of the
 * answers in its 71 right passages marked, not 68, with 1 67; from 0.5 on, it has one more wrong mark.
 */
const LEFT_OUT = 0.3;
/**
 * Share of a follow-up's own words below which a passage is beside the point. With 0, 55 % of canard's questions that
 * have no answer are answered, and not 38 %.
 */
const BESIDE = 0.2;

/**
 * Share of them from which the best passage for the question alone tells what it is about. canard and chat have the
 * same with 0.25; with 0.75 chat loses a third of a hundredth of nDCG@10.
 */
const OF_ANOTHER = 0.5;
/**
 * Words that say something: of a question with no more, other documents than the one talked about answer it too. With 0
 * canard loses 1 of its 790 first hits; with 2 it has the same, and chat with both.
 */
const TOO_FEW_WORDS = 1;
/**
 * Of those, what a question that only names another thing has at most. With 1 chat loses a third of a hundredth of
 * nDCG@10; with 4, and canard with both, the first hits are the same.
 */
const MOST_WORDS_OF_ANOTHER = 2;

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

/**
 * The question with the words of the one before, which it leaves out, at {@link LEFT_OUT} of their weight: "and the
 * kids?" after what the ferry costs. `undefined` where it says enough itself.
 */
function withLeftOut(
  index: OpenIndex,
  question: Question,
  { leaning, questions }: Context,
): Question | undefined {
  if (!refersBack(leaning) && leaning.content > TOO_FEW_WORDS) return undefined;
  const last = analyseQuestion(questions.at(-1)!, index);
  const own = new Set(question.terms.map(({ term }) => term));
  const leftOut = last.terms.filter(({ term }) => !own.has(term));
  return {
    ...question,
    terms: [...question.terms, ...leftOut.map((term) => ({ ...term, weight: LEFT_OUT * term.weight }))],
  };
}

/** "And in Barda?" asks for what the question before asked for; "what about?" does not. */
function withKindOf({ questions, leaning }: Context, question: Question): Question {
  if (!leaning.opensWithLink || question.kind !== 'other' || question.terms.length === 0) return question;
  return { ...question, kind: questionKind(questions.at(-1)!) };
}

function refersBack({ pronoun, points, opensWithLink }: Leaning): boolean {
  return pronoun !== undefined || points || opensWithLink;
}

/**
 * Whether more than one word tells what is asked about, or one that is rare: "how many died?" is answered by many a
 * document.
 */
function saysEnough(index: OpenIndex, { leaning }: Context, { terms }: Question): boolean {
  const isRare = (term: string) => (index.similarWords?.rank(term) ?? Infinity) > RARE_RANK;
  return leaning.content > TOO_FEW_WORDS || leaning.named || terms.some(({ term }) => isRare(term));
}

/** "And in Barda?": nothing but a link and what it is about now. */
function namesAnother({ opensWithLink, pronoun, points, content }: Leaning): boolean {
  return opensWithLink && pronoun === undefined && !points && content <= MOST_WORDS_OF_ANOTHER;
}

/** Of the rarest word that any document holds. */
function rarity({ terms }: Question): number {
  return Math.max(0, ...terms.map(({ id, weight }) => (id === undefined ? 0 : weight)));
}

/** Ranked as what is found for several questions at once. */
function rankedWhenJoined({ question, ranked }: Found): readonly Ranked[] {
  return question.understood ? reweighed(ranked, WHEN_JOINED) : ranked;
}

/** What was found for a question in a conversation. */
export interface InContext {
  /** For the question by itself. */
  readonly alone: Found;
  /** In its context. */
  readonly followed: Found;
  /** For it and all the questions that it leans on; not yet reweighed. */
  readonly joined: Found;
  /** See topic.ts. */
  readonly features: readonly number[];
  readonly goesOn: boolean;
}

/** Searches of one index, each for one question. */
export interface Searches {
  /** See {@link findCandidates}. */
  readonly candidates: (question: Question, vector: Float32Array) => readonly Candidate[];
  /** See {@link searchIndex}. */
  readonly search: (question: Question, vector: Float32Array, also: Iterable<number>) => Found;
}

/**
 * What is found for a question in its context, and whether it goes on with the topic at all. What answers within a
 * passage is for the question alone to tell.
 *
 * @param alone what was found for the question by itself
 */
export function followUp(
  index: OpenIndex,
  context: Context,
  alone: Found,
  { afterAll, afterLast }: JoinedVectors,
  { candidates, search }: Searches,
): InContext {
  const question = withKindOf(context, alone.question);
  const earlier = context.questions.map((text) => analyseQuestion(text, index));
  const all = joinedQuestion(question, earlier);
  const two = afterLast === afterAll ? all : joinedQuestion(question, earlier.slice(-1));
  // What one search found is ranked for all of them: else it would be told by a guess how far it is behind.
  const found = new Set(
    [...alone.ranked, ...candidates(all, afterAll), ...candidates(two, afterLast)].map(
      ({ passage }) => passage,
    ),
  );
  const joined = search(all, afterAll, found);
  const last = two === all ? joined : search(two, afterLast, found);
  const among = search(alone.question, alone.vector, found);
  const rankings = {
    joined: rankedWhenJoined(joined),
    afterLast: rankedWhenJoined(last),
    alone: among.ranked,
  };
  const coverageOf = (best: Ranked | undefined) =>
    among.ranked.find(({ passage }) => passage === best?.passage)?.signals[AT.coverage] ?? 0;
  let ranked = rankInContext(index, rankings);
  // "And in Barda?", where nothing of Barda is among what the talk was about: the same of another document.
  const isOfAnother =
    namesAnother(context.leaning) &&
    coverageOf(ranked[0]) < BESIDE &&
    coverageOf(among.ranked[0]) >= OF_ANOTHER;
  if (isOfAnother) ranked = rankInContext(index, { ...rankings, joined: among.ranked });
  const [best] = ranked;
  const own = among.ranked.find(({ passage }) => passage === best?.passage);
  const coverage = own?.signals[AT.coverage] ?? 0;
  const confidence = Math.max(alone.confidence, joined.confidence);
  // What was asked before may be answered though nothing is there of what is asked now.
  const isBeside = question.terms.length > 0 && coverage < BESIDE;
  const saying = withLeftOut(index, question, context);
  const followed = {
    ...alone,
    question,
    ...(saying ? { saying } : {}),
    ranked,
    confidence: isBeside ? unsureAtMost(confidence) : confidence,
  };
  const [first] = among.ranked;
  const features = topicFeatures(context.leaning, {
    coverageAlone: first?.signals[AT.coverage] ?? 0,
    coverage,
    rarestAlone: first?.signals[AT.rarest] ?? 0,
    rarest: own?.signals[AT.rarest] ?? 0,
    rarity: rarity(question) / index.terms.idfOfUnseen,
    titleAlone: first?.signals[AT.title] ?? 0,
    title: own?.signals[AT.title] ?? 0,
    confidenceAlone: alone.confidence,
    confidenceJoined: joined.confidence,
    scoreLost: (first?.score ?? 0) - (own?.score ?? 0),
    unknownWords: question.terms.filter(({ id }) => id === undefined).length / (question.terms.length || 1),
  });
  // It says what it asks and is answered, while the context holds next to nothing of it.
  const standsByAnswer =
    isBeside &&
    verdictFor(alone.confidence) === 'answered' &&
    !refersBack(context.leaning) &&
    saysEnough(index, context, question);
  return {
    alone,
    followed,
    joined,
    features,
    goesOn: isOfAnother || (!standsByAnswer && goesOnWithTopic(features)),
  };
}
