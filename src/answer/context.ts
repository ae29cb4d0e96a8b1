import type { Embedder } from '../embedding/embedder.ts';
import type { Language } from '../language/languages.ts';
import { leaning, standsAlone, type Leaning } from '../language/leaning.ts';
import { termsOf } from '../language/terms.ts';
import type { Turn } from './conversation.ts';

/**
 * The joined questions must fit the model with the one that is asked at the end of them; UTF-16 code units. With half
 * of it canard loses 2 of its 790 first hits, and with twice as much none changes; chat has the same with both.
 */
const MAX_JOINED_LENGTH = 700;
/**
 * With fewer words that say something a question that found nothing certain can hardly have begun a topic. 1
 * changes nothing in canard and chat, with 3 canard loses 1 of its 790 first hits.
 */
const BEGINS_WITH = 2;

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

/** The vectors of a question joined with those that it leans on, and with the last of them alone. */
export interface JoinedVectors {
  readonly afterAll: Float32Array;
  readonly afterLast: Float32Array;
}

/** @param meant the question as `Question.meant` of question.ts has it */
export async function embedJoined(
  { questions }: Context,
  meant: string,
  embedder: Embedder,
): Promise<JoinedVectors> {
  const afterAll = await embedder.embed(joinedText(meant, questions), 'query');
  if (questions.length === 1) return { afterAll, afterLast: afterAll };
  return { afterAll, afterLast: await embedder.embed(joinedText(meant, questions.slice(-1)), 'query') };
}
