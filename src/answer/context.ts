import type { Embedder } from '../embedding/embedder.ts';
import type { Language } from '../language/languages.ts';
import { leaning, standsAlone, type Leaning } from '../language/leaning.ts';
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
/** One that is less likely to go on may have: both are looked into. */
const RATHER_NEW = 0.5;

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
  /** Where one of them but the first is rather of a topic of its own: from the last such on. */
  readonly lastTopic?: LastTopic;
  /** What the question's own words tell of whether it does. */
  readonly leaning: Leaning;
}

/**
 * The part of a conversation that a question may lean on: back to the last question that stood by itself, where
 * the topic began. `undefined` when it stands by itself.
 *
 * @param question as plain-question.ts leaves it, and so the turns'
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
  const chances = history.map((turn, i) => chanceOfTopic(turn, history.slice(0, i)));
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
  return { questions, ...(lastTopic ? { lastTopic } : {}), leaning: told };
}

/** A question that stood by itself and found nothing ended no topic; at the beginning it may have told of one. */
function isOfAnyTopic({ answer }: Turn): boolean {
  return answer.followUp || answer.verdict !== 'not-found';
}

/** How likely it is that a turn is of the topic of those before it. */
function chanceOfTopic({ question, answer }: Turn, before: readonly Turn[]): number {
  const source = answer.quotes[0]?.source;
  const isOfIt =
    sharesWords(question, before) ||
    (source !== undefined && source === before.at(-1)?.answer.quotes[0]?.source);
  return isOfIt ? 1 : answer.goesOn;
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
