import type { Embedder } from '../embedding/embedder.ts';
import type { Language } from '../language/languages.ts';
import { isCourtesy } from '../language/courtesy.ts';
import { leaning, namesAnother, standsAlone, type Leaning } from '../language/leaning.ts';
import { termsOf } from '../language/terms.ts';
import type { Turn } from './conversation.ts';

/**
 * The joined questions must fit the model with the one that is asked at the end of them; UTF-16 code units. With half
 * of it canard lost 2 of its 790 first hits, and with twice as much none changed; chat had the same with both.
 */
const MAX_JOINED_LENGTH = 700;
/**
 * A question that is less likely to go on has begun a topic: nothing after it leans on what was before. A question that
 * is wrongly taken for a new topic's else takes theirs from all that follow.
 */
const NEW_TOPIC = 0.02;
/**
 * One that is less likely to go on may have: both are looked into. With 0.5 canard and chat have the same first hits, and
 * of 338 follow-ups of a public set of other conversations one fewer has.
 */
const RATHER_NEW = 0.7;
/** What "what about Barda?" counts for at most, where it led to another document: the talk goes on, of Barda. */
const NAMED_ANOTHER = 0.3;
/**
 * Share of a question's words, by how rare they are, that earlier questions hold too, from which on it is of their topic.
 * Where one shared word is enough, and nothing only names another thing, three of those 338 fewer.
 */
const SAME_WORDS = 0.5;

/** Words that say something: with no more, what found nothing is rather "lol" than a question that cut in. */
const NO_QUESTION = 1;

/** The last questions of a context, of which the first may have begun a topic. */
export interface LastTopic {
  /** Oldest first. */
  readonly questions: readonly string[];
  /** 0 to 1: how likely it is that it did. */
  readonly chance: number;
}

/** Earlier questions that a question may lean on. */
export interface Context {
  /** Oldest first; the last is the one just before. */
  readonly questions: readonly string[];
  /** The last of them that asks for something: "And in Barda?" only names another thing to ask it of. */
  readonly asking: string;
  /** Where one of them but the first is rather of a topic of its own: from the last such on. */
  readonly lastTopic?: LastTopic;
  /** What the question's own words tell of whether it does. */
  readonly leaning: Leaning;
  /** Whether the question just before is not among them, as it found nothing: it may lean on that one. */
  readonly interrupted: boolean;
}

/** What is known of the words of questions. */
export interface KnownWords {
  /** Of a question whose words do not tell. */
  readonly language?: Language;
  /** How rare a stemmed word is, above 0. */
  readonly rarity?: (term: string) => number;
}

/**
 * The part of a conversation that a question may lean on: back to the last question that stood by itself, where
 * the topic began. `undefined` when it stands by itself, or asks for nothing.
 *
 * @param question as plain-question.ts leaves it, and so the turns'
 * @param turns earlier ones, oldest first
 */
export function contextOf(
  question: string,
  turns: readonly Turn[],
  { language, rarity = () => 1 }: KnownWords = {},
): Context | undefined {
  const asked = turns.filter((turn) => !isCourtesy(turn.question));
  const kept = asked.filter((turn, i) => i === 0 || isOfAnyTopic(turn));
  const last = asked.at(-1);
  if (last === undefined || isCourtesy(question)) return undefined;
  const told = leaning(question, language);
  const onlyNames = (text: string) => namesAnother(leaning(text, language));
  const history = namesAnother(told) ? backTo(question, kept, onlyNames) : kept;
  if (standsAlone(told) && shareAskedBefore(question, history, rarity) === 0) return undefined;
  const chances = history.map((turn, i) => {
    const chance = chanceOfTopic(turn, history.slice(0, i), rarity);
    // What asks the same of a third thing leans on what was asked, not on the second.
    const goesOver = !namesAnother(told) && turn.answer.quotes.length > 0 && onlyNames(turn.question);
    return goesOver && chance < 1 ? Math.min(NAMED_ANOTHER, chance) : chance;
  });
  let first = history.length - 1;
  let length = question.length + history[first]!.question.length;
  while (first > 0 && chances[first]! > NEW_TOPIC) {
    length += history[first - 1]!.question.length + 1;
    if (length > MAX_JOINED_LENGTH) break;
    first -= 1;
  }
  const questions = history.slice(first).map((turn) => turn.question);
  const from = chances.findLastIndex((chance, i) => i > first && chance < RATHER_NEW);
  const lastTopic =
    from < 0 ? undefined : { questions: questions.slice(from - first), chance: 1 - chances[from]! };
  return {
    questions,
    asking: questions.findLast((text) => !onlyNames(text)) ?? questions.at(-1)!,
    ...(lastTopic ? { lastTopic } : {}),
    leaning: told,
    interrupted: last !== kept.at(-1) && leaning(last.question, language).content > NO_QUESTION,
  };
}

/** A question that stood by itself and found nothing ended no topic; at the beginning it may have told of one. */
function isOfAnyTopic({ answer }: Turn): boolean {
  return answer.followUp || answer.verdict !== 'not-found';
}

/** Without the last turns that only name other things, where what the question names was asked about before them. */
function backTo(question: string, turns: readonly Turn[], onlyNames: (text: string) => boolean): Turn[] {
  const asking = turns.findLastIndex((turn) => !onlyNames(turn.question));
  const before = turns.slice(0, asking + 1);
  return before.length > 0 && shareAskedBefore(question, before, () => 1) > 0 ? before : [...turns];
}

/** How likely it is that a turn is of the topic of those before it. */
function chanceOfTopic(
  { question, answer }: Turn,
  before: readonly Turn[],
  rarity: (term: string) => number,
): number {
  const source = answer.quotes[0]?.source;
  const isOfIt =
    (source !== undefined && source === before.at(-1)?.answer.quotes[0]?.source) ||
    shareAskedBefore(question, before, rarity) >= SAME_WORDS;
  return isOfIt ? 1 : answer.goesOn;
}

/** Share of a question's words that earlier questions hold too, by how rare they are. */
function shareAskedBefore(
  question: string,
  history: readonly Turn[],
  rarity: (term: string) => number,
): number {
  const before = new Set(history.flatMap((turn) => termsOf(turn.question).map(({ term }) => term)));
  const own = [...new Set(termsOf(question).map(({ term }) => term))];
  const sum = (terms: readonly string[]) => terms.reduce((total, term) => total + rarity(term), 0);
  return own.length === 0 ? 0 : sum(own.filter((term) => before.has(term))) / sum(own);
}

/**
 * What is embedded for a question that leans on others: all of them, the one that is asked last. Earlier ones are
 * cut where they would push it out of the model's sight.
 */
export function joinedText(question: string, questions: readonly string[]): string {
  const room = Math.max(0, MAX_JOINED_LENGTH - question.length);
  return `${questions.join(' ').slice(0, room).trim()} ${question}`.trim();
}

/** The vectors of a question joined with those that it leans on, with those of the last topic and with the last alone. */
export interface JoinedVectors {
  readonly afterAll: Float32Array;
  readonly afterTopic?: Float32Array;
  readonly afterLast: Float32Array;
}

/** @param asked the question as `Question.meant` of question.ts has it */
export async function embedJoined(
  { questions, lastTopic, leaning: { asksForMore } }: Context,
  asked: string,
  embedder: Embedder,
): Promise<JoinedVectors> {
  const meant = asksForMore ? '' : asked;
  const after = (some: readonly string[]) => embedder.embed(joinedText(meant, some), 'query');
  const afterAll = await after(questions);
  const afterLast = questions.length === 1 ? afterAll : await after(questions.slice(-1));
  if (!lastTopic) return { afterAll, afterLast };
  const afterTopic = lastTopic.questions.length === 1 ? afterLast : await after(lastTopic.questions);
  return { afterAll, afterTopic, afterLast };
}
