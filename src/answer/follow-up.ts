import type { Embedder } from '../embedding/embedder.ts';
import type { OpenIndex } from '../index/open-index.ts';
import type { Language } from '../language/languages.ts';
import { leaning, standsAlone, type Leaning } from '../language/leaning.ts';
import { termsOf } from '../language/terms.ts';
import { unsureAtMost, verdictFor } from './confidence.ts';
import type { Turn } from './conversation.ts';
import { analyseQuestion, type Question, type QuestionTerm } from './question.ts';
import type { Ranked } from './rank.ts';
import type { Found } from './search.ts';
import { AT } from './signals.ts';
import { goesOnWithTopic, topicFeatures } from './topic.ts';

/** A word that earlier questions hold too counts for more: it is what the talk is about. With 0 canard loses 2 of 790. */
const REPEATED = 0.5;
/** The joined questions must fit the model with the one that is asked at the end of them; UTF-16 code units. */
const MAX_JOINED_LENGTH = 700;
/** With fewer words that say something a question that found nothing certain can hardly have begun a topic. */
const BEGINS_WITH = 2;
/**
 * How far a passage is behind its document's best counts so much in {@link rankInContext}, by the question it is
 * ranked for; set on CANARD and on conversations over the sample corpus.
 */
const PASSAGE_ALONE = 0.7;
const PASSAGE_AFTER_LAST = 0.4;
const PASSAGE_JOINED = 0.2;

/** Share of a follow-up's own words below which a passage is beside the point. */
const BESIDE = 0.2;
/** Behind the last of a question's own candidates is what it did not find at all. */
const NOT_FOUND_SCORE = 2;

/** Earlier questions that a question may lean on. */
export interface Context {
  /** Oldest first; the last is the one just before. */
  readonly questions: readonly string[];
  /** What the question's own words tell of whether it does. */
  readonly leaning: Leaning;
}

/**
 * The part of a conversation that a question may lean on: back to the last question that stood by itself, where
 * the topic began. `undefined` when it stands by itself.
 *
 * @param turns earlier ones, oldest first
 * @param language of a question whose words do not tell
 */
export function contextOf(
  question: string,
  turns: readonly Turn[],
  language?: Language,
): Context | undefined {
  const history = turns.filter((turn, i) => i === 0 || isOfAnyTopic(turn));
  if (history.length === 0) return undefined;
  const told = leaning(question, language);
  if (standsAlone(told) && !sharesWords(question, history)) return undefined;
  let first = history.length - 1;
  let length = question.length + history[first]!.question.length;
  while (first > 0 && isOfTopic(history[first]!, history.slice(0, first), language)) {
    length += history[first - 1]!.question.length + 1;
    if (length > MAX_JOINED_LENGTH) break;
    first -= 1;
  }
  return {
    questions: history.slice(first).map((turn) => turn.question),
    leaning: told,
  };
}

/** A question that stood by itself and found nothing ended no topic; at the beginning it may have told of one. */
function isOfAnyTopic({ answer }: Turn): boolean {
  return answer.followUp || answer.verdict !== 'not-found';
}

/** Whether a turn is of the topic of those before it. */
function isOfTopic({ question, answer }: Turn, before: readonly Turn[], language?: Language): boolean {
  const source = answer.quotes[0]?.source;
  return (
    answer.followUp ||
    (answer.verdict !== 'answered' && leansByWords(leaning(question, language))) ||
    sharesWords(question, before) ||
    (source !== undefined && source === before.at(-1)!.answer.quotes[0]?.source)
  );
}

/** Whether a question that found nothing certain by itself can hardly have begun a topic. */
function leansByWords({ pronoun, points, opensWithLink, content }: Leaning): boolean {
  return pronoun === 'before' || points || opensWithLink || content < BEGINS_WITH;
}

function refersBack({ pronoun, points, opensWithLink }: Leaning): boolean {
  return pronoun !== undefined || points || opensWithLink;
}

/** Whether a question speaks of what was asked before it. */
function sharesWords(question: string, history: readonly Turn[]): boolean {
  const own = new Set(termsOf(question).map(({ term }) => term));
  return history.some((turn) => termsOf(turn.question).some(({ term }) => own.has(term)));
}

/**
 * What is embedded for a question that leans on others: all of them, the one that is asked last. Earlier ones are
 * cut where they would push it out of the model's sight.
 */
export function joinedText(question: string, questions: readonly string[]): string {
  const room = Math.max(0, MAX_JOINED_LENGTH - question.length);
  return `${questions.join(' ').slice(0, room).trim()} ${question}`.trim();
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

/** One follow-up, searched for in three ways. */
interface ContextRankings {
  /** For all the questions that it leans on, and it at their end. */
  readonly joined: readonly Ranked[];
  /** For the question before and it. */
  readonly afterLast: readonly Ranked[];
  /** For itself. */
  readonly alone: readonly Ranked[];
}

/**
 * Ranks the candidates of a follow-up. The conversation tells which document is talked about: the best score
 * that one of its passages has for the joined questions. Which of its passages answers is more for the question
 * alone to tell, and the one before: joined with all that was asked, it would find the passage quoted before.
 */
function rankInContext(index: OpenIndex, { joined, afterLast, alone }: ContextRankings): Ranked[] {
  const candidates = new Map(
    [...alone, ...afterLast, ...joined].map((candidate) => [candidate.passage, candidate]),
  );
  const inJoined = scoresOf(index, joined);
  const inAfterLast = scoresOf(index, afterLast);
  const inAlone = scoresOf(index, alone);
  return [...candidates.values()]
    .map((candidate) => {
      const { passage } = candidate;
      const document = index.documentIdOf(passage);
      const score =
        inJoined.document(document) +
        PASSAGE_JOINED * (inJoined.passage(passage) - inJoined.document(document)) +
        PASSAGE_AFTER_LAST * (inAfterLast.passage(passage) - inAfterLast.document(document)) +
        PASSAGE_ALONE * (inAlone.passage(passage) - inAlone.document(document));
      return { ...candidate, score };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** Scores by passage, and the best by document; what was not found scores as the last that was. */
function scoresOf(index: OpenIndex, ranked: readonly Ranked[]) {
  const least = ranked.at(-1)?.score ?? 0;
  const passages = new Map(ranked.map(({ passage, score }) => [passage, score]));
  const documents = new Map<number, number>();
  for (const { passage, score } of ranked) {
    const document = index.documentIdOf(passage);
    if (!documents.has(document)) documents.set(document, score);
  }
  return {
    passage: (id: number) => passages.get(id) ?? least,
    document: (id: number) => documents.get(id) ?? least,
  };
}

/** The vectors of a question joined with those that it leans on, and with the last of them alone. */
interface JoinedVectors {
  readonly afterAll: Float32Array;
  readonly afterLast: Float32Array;
}

/** @param meant the question as {@link Question.meant} has it */
export async function embedJoined(
  { questions }: Context,
  meant: string,
  embedder: Embedder,
): Promise<JoinedVectors> {
  const afterAll = await embedder.embed(joinedText(meant, questions), 'query');
  if (questions.length === 1) return { afterAll, afterLast: afterAll };
  return { afterAll, afterLast: await embedder.embed(joinedText(meant, questions.slice(-1)), 'query') };
}

/** Of the rarest word that any document holds. */
function rarity({ terms }: Question): number {
  return Math.max(0, ...terms.map(({ id, weight }) => (id === undefined ? 0 : weight)));
}

/** What was found for a question in a conversation. */
export interface InContext {
  /** For the question by itself. */
  readonly alone: Found;
  /** In its context. */
  readonly followed: Found;
  /** See topic.ts. */
  readonly features: readonly number[];
  readonly goesOn: boolean;
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
  search: (question: Question, vector: Float32Array) => Found,
): InContext {
  const { question } = alone;
  const searchAfter = (earlier: readonly string[], vector: Float32Array): Found => {
    const analysed = earlier.map((text) => analyseQuestion(text, index));
    return search(joinedQuestion(question, analysed), vector);
  };
  const joined = searchAfter(context.questions, afterAll);
  const last = afterLast === afterAll ? joined : searchAfter(context.questions.slice(-1), afterLast);
  const ranked = rankInContext(index, {
    joined: joined.ranked,
    afterLast: last.ranked,
    alone: alone.ranked,
  });
  const [best] = ranked;
  const own = alone.ranked.find(({ passage }) => passage === best?.passage);
  const coverage = own?.signals[AT.coverage] ?? 0;
  const confidence = Math.max(alone.confidence, joined.confidence);
  // What was asked before may be answered though nothing is there of what is asked now.
  const isBeside = question.terms.length > 0 && coverage < BESIDE;
  const followed = { ...alone, ranked, confidence: isBeside ? unsureAtMost(confidence) : confidence };
  const [first] = alone.ranked;
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
    scoreLost: (first?.score ?? 0) - (own?.score ?? (alone.ranked.at(-1)?.score ?? 0) - NOT_FOUND_SCORE),
    unknownWords: question.terms.filter(({ id }) => id === undefined).length / (question.terms.length || 1),
  });
  // It says what it asks and is answered, while the context holds next to nothing of it.
  const standsByAnswer =
    isBeside && verdictFor(alone.confidence) === 'answered' && !refersBack(context.leaning);
  return { alone, followed, features, goesOn: !standsByAnswer && goesOnWithTopic(features) };
}
