import { ask } from '../answer/ask.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { ConversationCache } from './conversation-cache.ts';
import { isRelevant, type LearningSet } from './learning-set.ts';
import type { RankingExample } from './listwise.ts';

/**
 * An example for each question of a set that leans on its conversation, joined with those that it leans on. What the
 * conversation tells is the document: each of its passages is relevant.
 */
export async function joinedExamples(set: LearningSet, embedder: Embedder): Promise<RankingExample[]> {
  const { index } = set;
  const conversations = new ConversationCache(
    async (question, history) => (await ask(question, { history, top: 1 }, embedder, () => index)).answer,
  );
  const examples: RankingExample[] = [];
  for (const { gold } of set.questions) {
    if (gold.impossible || gold.history.length === 0) continue;
    const history = await conversations.after(gold.history);
    const { inContext } = await ask(gold.question, { history, top: 1 }, embedder, () => index);
    if (!inContext?.joined.question.understood) continue;
    const { ranked } = inContext.joined;
    const documentOf = ({ passage }: { readonly passage: number }) => index.documentIdOf(passage);
    const documents = new Set(
      ranked.filter((candidate) => isRelevant(index, candidate, gold)).map(documentOf),
    );
    examples.push({
      rows: ranked.map(({ signals }) => signals),
      losses: ranked.map(({ score }) => -score),
      relevant: ranked.map((candidate) => documents.has(documentOf(candidate))),
      weight: 1,
    });
  }
  return examples;
}
