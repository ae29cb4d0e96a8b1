import type { OpenIndex } from '../index/open-index.ts';
import { namesAnother, type Leaning } from '../language/leaning.ts';
import { questionKind } from '../language/question-kind.ts';
import { unsureAtMost, verdictFor } from './confidence.ts';
import { confidenceInContext, contextConfidenceFeatures } from './confidence-in-context.ts';
import type { Context, JoinedVectors } from './context.ts';
import { RARE_RANK } from './alike.ts';
import { analyseQuestion, type Question, type QuestionTerm } from './question.ts';
import { searchJoined, type Searched, type Searches } from './joined-search.ts';
import { mixRankings, shareOfFirst } from './mix-rankings.ts';
import { rankInContext } from './rank-in-context.ts';
import type { Ranked } from './rank.ts';
import type { Found } from './search.ts';
import { AT, type SignalName } from './signals.ts';
import { chanceOfGoingOn, topicFeatures } from './topic.ts';

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
 * The question with the words of the one before, which it leaves out, at {@link LEFT_OUT} of their weight: "and the
 * kids?" after what the ferry costs. `undefined` where it says enough itself.
 */
function withLeftOut(
  index: OpenIndex,
  question: Question,
  { leaning, asking }: Context,
): Question | undefined {
  if (!leaning.asksForMore && !refersBack(leaning) && leaning.content > TOO_FEW_WORDS) return undefined;
  const last = analyseQuestion(asking, index);
  const own = new Set(question.terms.map(({ term }) => term));
  const leftOut = last.terms.filter(({ term }) => !own.has(term));
  return {
    ...question,
    terms: [...question.terms, ...leftOut.map((term) => ({ ...term, weight: LEFT_OUT * term.weight }))],
  };
}

/** "And in Barda?" asks for what the question before asked for; "what about?" does not. */
function withKindOf({ asking, leaning }: Context, question: Question): Question {
  if (!leaning.opensWithLink || question.kind !== 'other' || question.terms.length === 0) return question;
  return { ...question, kind: questionKind(asking) };
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

/** Of the rarest word that any document holds. */
function rarity(terms: readonly QuestionTerm[]): number {
  return Math.max(0, ...terms.map(({ id, weight }) => (id === undefined ? 0 : weight)));
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
  /** Whether it rather goes on: how sure the answer is, is told by both rankings then. */
  readonly leans: boolean;
  /** See confidence-in-context.ts. */
  readonly sureness: readonly number[];
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
  const searched = searchJoined(index, context, question, alone, vectors, searches);
  const { joined, rankings } = searched;
  const byItself = lookup(rankings.alone);
  const { followed, isOfAnother } = rankFollowed(index, context, searched, byItself);
  const features = featuresOf(index, context, question, { alone, joined }, followed[0], byItself);
  // What was asked before may be answered though nothing is there of what is asked now.
  const isBeside = (best: Ranked | undefined) =>
    question.terms.length > 0 && byItself.signal('coverage', best) < BESIDE;
  // It says what it asks and is answered, while the context holds next to nothing of it.
  const standsByAnswer =
    isBeside(followed[0]) &&
    verdictFor(alone.confidence) === 'answered' &&
    !refersBack(context.leaning) &&
    saysEnough(index, context, question);
  const goesOn = isOfAnother || asksForMore ? 1 : standsByAnswer ? 0 : chanceOfGoingOn(features);
  const leans = goesOn >= 0.5;
  const ranked = mixRankings(goesOn, followed, rankings.alone);
  const share = shareOfFirst(ranked, (one, other) => index.firstCopy(one) === index.firstCopy(other));
  // "When?" by itself is answered by anything, and so by nothing.
  const sureness = contextConfidenceFeatures(
    context.leaning.content > TOO_FEW_WORDS
      ? alone.confidence
      : Math.max(alone.confidence, joined.confidence),
    share,
  );
  const told = { alone: rankings.alone, followed, joined, features, goesOn, leans, sureness };
  if (!leans) return { ...told, found: { ...alone, ranked } };
  const saying = withLeftOut(index, question, context);
  const confidence = confidenceInContext(sureness);
  // What only asks for more, nothing answers; after one that found nothing, it is open what it leans on.
  const isOpen = asksForMore || context.interrupted || isBeside(ranked[0]);
  const isFirstAlone = !asksForMore && ranked[0]?.passage === byItself.first?.passage;
  return {
    ...told,
    found: {
      ...alone,
      question,
      ...(saying ? { saying } : {}),
      ranked,
      confidence: Math.max(
        isOpen ? unsureAtMost(confidence) : confidence,
        isFirstAlone ? alone.confidence : 0,
      ),
    },
  };
}

/** How candidates do for the question by itself. */
interface ByItself {
  readonly first: Ranked | undefined;
  readonly of: (candidate: Ranked | undefined) => Ranked | undefined;
  /** 0 where it was not found. */
  readonly signal: (name: SignalName, candidate: Ranked | undefined) => number;
}

function lookup(alone: readonly Ranked[]): ByItself {
  const byPassage = new Map(alone.map((candidate) => [candidate.passage, candidate]));
  const of = (candidate: Ranked | undefined) => candidate && byPassage.get(candidate.passage);
  return {
    first: alone[0],
    of,
    signal: (name, candidate) => of(candidate)?.signals[AT[name]] ?? 0,
  };
}

/** The ranking of a question that goes on, and whether it asks the same of another document. */
function rankFollowed(
  index: OpenIndex,
  { lastTopic, leaning }: Context,
  { rankings, ofTopic }: Searched,
  { first, signal }: ByItself,
): { readonly followed: readonly Ranked[]; readonly isOfAnother: boolean } {
  const joinedTo = (joined: readonly Ranked[]) => rankInContext(index, { ...rankings, joined });
  const inAll = joinedTo(rankings.joined);
  const followed = lastTopic && ofTopic ? mixRankings(lastTopic.chance, joinedTo(ofTopic), inAll) : inAll;
  // "And in Barda?", where nothing of Barda is among what the talk was about: the same of another document.
  const isOfAnother =
    namesAnother(leaning) &&
    signal('coverage', followed[0]) < BESIDE &&
    signal('coverage', first) >= OF_ANOTHER;
  return { followed: isOfAnother ? joinedTo(rankings.alone) : followed, isOfAnother };
}

/** See topic.ts. */
function featuresOf(
  index: OpenIndex,
  { leaning }: Context,
  { terms }: Question,
  { alone, joined }: { readonly alone: Found; readonly joined: Found },
  best: Ranked | undefined,
  { first, of, signal }: ByItself,
): number[] {
  return topicFeatures(leaning, {
    coverageAlone: signal('coverage', first),
    coverage: signal('coverage', best),
    rarestAlone: signal('rarest', first),
    rarest: signal('rarest', best),
    rarity: rarity(terms) / index.terms.idfOfUnseen,
    titleAlone: signal('title', first),
    title: signal('title', best),
    confidenceAlone: alone.confidence,
    confidenceJoined: joined.confidence,
    scoreLost: (first?.score ?? 0) - (of(best)?.score ?? 0),
    unknownWords: terms.filter(({ id }) => id === undefined).length / (terms.length || 1),
    documentsBeforeAlone: documentsBefore(index, first, joined.ranked),
    documentsBeforeContext: documentsBefore(index, best, alone.ranked),
  });
}

/** How many documents a ranking has before that of a candidate, copies as one; all where it has none of its passages. */
function documentsBefore(index: OpenIndex, candidate: Ranked | undefined, ranked: readonly Ranked[]): number {
  if (!candidate) return 0;
  const documentOf = ({ passage }: Ranked) => index.documentIdOf(index.firstCopy(passage));
  const own = documentOf(candidate);
  const before = new Set<number>();
  for (const other of ranked) {
    const document = documentOf(other);
    if (document === own) break;
    before.add(document);
  }
  return before.size;
}
