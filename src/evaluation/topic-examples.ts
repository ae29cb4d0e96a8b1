import { ask } from '../answer/ask.ts';
import type { Turn } from '../answer/conversation.ts';
import type { Ranked } from '../answer/rank.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { ConversationCache } from './conversation-cache.ts';
import { isRelevant, type LearningSet } from './learning-set.ts';
import type { EvaluationQuestion } from './question-set.ts';

/** A question asked in a conversation, and where its answer was found. */
export interface TopicExample {
  /** See answer/topic.ts. */
  readonly features: readonly number[];
  /**
   * Whether the first passage answers: of the question by itself, and of it in its context. What the documents do not
   * answer is best asked by itself.
   */
  readonly alone: boolean;
  readonly followed: boolean;
  /** See answer/confidence-in-context.ts. */
  readonly sureness: readonly number[];
  /** Whether it was taken for one that goes on. */
  readonly leans: boolean;
  /** Whether the first passage of the answer answers, and whether any does. */
  readonly right: boolean;
  readonly answerable: boolean;
}

/** Of the questions of a set without conversations so many are asked after others, at most. */
const MAX_UNRELATED = 300;
/** How far on in its set the question is that another is asked after: after one turn and after two. */
const STEPS = [17, 41];

/** Of another set's questions so many are asked after one of the set's own, at most. */
const MAX_FOREIGN = 50;

/**
 * The questions of a set's conversations, each asked after its history; of a set without any, its answered ones after
 * others whose answer is in another document. And questions of other sets after one of the set's own.
 *
 * @param others sets about other matters
 */
export async function topicExamples(
  set: LearningSet,
  others: readonly LearningSet[],
  embedder: Embedder,
): Promise<TopicExample[]> {
  const answerTo = (question: string, history: readonly Turn[]) =>
    ask(question, { history, top: 1 }, embedder, () => set.index);
  const conversations = new ConversationCache(
    async (question, turns) => (await answerTo(question, turns)).answer,
  );
  const asked = set.questions.map(({ gold }) => gold);
  const answerable = asked.filter(({ impossible }) => !impossible);
  const goingOn = asked.filter(({ history }) => history.length > 0);
  const examples: TopicExample[] = [];
  const add = async (gold: EvaluationQuestion, history: readonly Turn[]) => {
    const { inContext } = await answerTo(gold.question, history);
    if (!inContext) return;
    const answers = ([best]: readonly Ranked[]) => best !== undefined && isRelevant(set.index, best, gold);
    const { alone, followed, found, features, sureness, leans } = inContext;
    examples.push({
      features,
      alone: answers(alone),
      followed: answers(followed),
      sureness,
      leans,
      right: answers(found.ranked),
      answerable: !gold.impossible,
    });
  };
  for (const [i, question] of others.flatMap((other) => spread(other.questions, MAX_FOREIGN)).entries()) {
    const before = answerable[i % answerable.length]!;
    const history = await conversations.after([before.rewrite ?? before.question]);
    const { inContext } = await answerTo(question.gold.rewrite ?? question.gold.question, history);
    if (!inContext) continue;
    const { features, sureness, leans } = inContext;
    const told = { alone: true, followed: false, right: false, answerable: false };
    examples.push({ features, sureness, leans, ...told });
  }
  for (const gold of goingOn) await add(gold, await conversations.after(gold.history));
  if (goingOn.length > 0) return examples;

  const some = spread(answerable, MAX_UNRELATED);
  for (const [i, gold] of some.entries()) {
    for (const [turns, step] of STEPS.entries()) {
      const other = rotated(some, i + step).find((before) => !shareSource(before, gold));
      if (!other) continue;
      const more = some.filter((same) => same !== other && shareSource(same, other));
      await add(
        gold,
        await conversations.after([other, ...more.slice(0, turns)].map(({ question }) => question)),
      );
    }
  }
  return examples;
}

/** Every so many-th, `most` in all. */
function spread<T>(items: readonly T[], most: number): T[] {
  const every = Math.ceil(items.length / most);
  return items.filter((_, i) => i % every === 0);
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

function shareSource(a: EvaluationQuestion, b: EvaluationQuestion): boolean {
  return a.relevant.some(({ source }) => b.relevant.some((other) => other.source === source));
}
