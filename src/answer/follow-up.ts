import type { OpenIndex } from '../index/open-index.ts';
import type { Leaning } from '../language/leaning.ts';
import { questionKind } from '../language/question-kind.ts';
import { unsureAtMost, verdictFor } from './confidence.ts';
import type { Candidate } from './candidates.ts';
import type { Context, JoinedVectors } from './context.ts';
import { RARE_RANK } from './alike.ts';
import { analyseQuestion, type Question, type QuestionTerm } from './question.ts';
import { mixRankings } from './mix-rankings.ts';
import { rankInContext, type ContextRankings } from './rank-in-context.ts';
import { reweighed, type Ranked } from './rank.ts';
import type { Found } from './search.ts';
import { AT, type SignalName } from './signals.ts';
import { WHEN_JOINED } from './weights.ts';
import { chanceOfGoingOn, topicFeatures } from './topic.ts';

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
  if (!leaning.asksForMore && !refersBack(leaning) && leaning.content > TOO_FEW_WORDS) return undefined;
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
  /**
   * The same candidates, ranked for the question by itself and in its context; where it only asks for more, the first for the
   * one before it.
   */
  readonly alone: readonly Ranked[];
  readonly followed: readonly Ranked[];
  /** For it and the questions that it leans on, of the last topic where there may be one; not yet reweighed. */
  readonly joined: Found;
  /** See topic.ts. */
  readonly features: readonly number[];
  /** 0 to 1: how likely it is that the question goes on with the topic. */
  readonly goesOn: number;
  /** What answers: by both rankings, each as likely as it is that the question goes on or does not. */
  readonly found: Found;
  /** Whether it rather goes on: how sure the answer is, is told by what was asked before too. */
  readonly leans: boolean;
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
  vectors: JoinedVectors,
  searches: Searches,
): InContext {
  const { asksForMore } = context.leaning;
  const asked = withKindOf(context, alone.question);
  const question = asksForMore ? { ...asked, terms: [] } : asked;
  const { joined, rankings, ofTopic } = searchAll(index, context, question, alone, vectors, searches);
  const inContext = (joinedTo: Pick<ContextRankings, 'joined'>) =>
    rankInContext(index, { ...rankings, ...joinedTo });
  const byItself = new Map(rankings.alone.map((candidate) => [candidate.passage, candidate]));
  const ofItself = (candidate: Ranked | undefined) => candidate && byItself.get(candidate.passage);
  const signalOf = (name: SignalName, candidate: Ranked | undefined) =>
    ofItself(candidate)?.signals[AT[name]] ?? 0;
  // What was asked before may be answered though nothing is there of what is asked now.
  const isBeside = (best: Ranked | undefined) =>
    question.terms.length > 0 && signalOf('coverage', best) < BESIDE;
  const [first] = rankings.alone;
  let ranked: readonly Ranked[] = inContext(rankings);
  if (context.lastTopic && ofTopic)
    ranked = mixRankings(context.lastTopic.chance, inContext({ joined: ofTopic }), ranked);
  // "And in Barda?", where nothing of Barda is among what the talk was about: the same of another document.
  const isOfAnother =
    namesAnother(context.leaning) &&
    signalOf('coverage', ranked[0]) < BESIDE &&
    signalOf('coverage', first) >= OF_ANOTHER;
  if (isOfAnother) ranked = inContext({ joined: rankings.alone });
  const [best] = ranked;
  const features = topicFeatures(context.leaning, {
    coverageAlone: signalOf('coverage', first),
    coverage: signalOf('coverage', best),
    rarestAlone: signalOf('rarest', first),
    rarest: signalOf('rarest', best),
    rarity: rarity(question) / index.terms.idfOfUnseen,
    titleAlone: signalOf('title', first),
    title: signalOf('title', best),
    confidenceAlone: alone.confidence,
    confidenceJoined: joined.confidence,
    scoreLost: (first?.score ?? 0) - (ofItself(best)?.score ?? 0),
    unknownWords: question.terms.filter(({ id }) => id === undefined).length / (question.terms.length || 1),
  });
  // It says what it asks and is answered, while the context holds next to nothing of it.
  const standsByAnswer =
    isBeside(best) &&
    verdictFor(alone.confidence) === 'answered' &&
    !refersBack(context.leaning) &&
    saysEnough(index, context, question);
  const goesOn = isOfAnother || asksForMore ? 1 : standsByAnswer ? 0 : chanceOfGoingOn(features);
  const mixed = mixRankings(goesOn, ranked, rankings.alone);
  const saying = withLeftOut(index, question, context);
  const confidence = Math.max(alone.confidence, joined.confidence);
  const leans = goesOn >= 0.5;
  const found = leans
    ? {
        ...alone,
        question,
        ...(saying ? { saying } : {}),
        ranked: mixed,
        // What only asks for more, nothing answers.
        confidence: asksForMore || isBeside(mixed[0]) ? unsureAtMost(confidence) : confidence,
      }
    : { ...alone, ranked: mixed };
  return {
    alone: rankings.alone,
    followed: ranked,
    joined,
    features,
    goesOn,
    found,
    leans,
  };
}

interface Searched {
  readonly joined: Found;
  readonly rankings: ContextRankings;
  /** Joined with the last topic's questions only, where there may be one. */
  readonly ofTopic?: readonly Ranked[];
}

/** The searches of {@link ContextRankings}. */
function searchAll(
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
