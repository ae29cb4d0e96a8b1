import type { Answer } from '../../src/answer/answer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import type { Turn } from '../../src/answer/conversation.ts';
import { openAnswererFor } from './sample.ts';
import { buildIndex } from './shared-model.ts';
import { TemporaryCorpus, type Files } from './temporary-corpus.ts';

/** The answers to questions that are asked one after the other, in one conversation. */
export async function converse(answerer: Answerer, questions: readonly string[]): Promise<Answer[]> {
  const turns: Turn[] = [];
  const answers: Answer[] = [];
  for (const question of questions) {
    const answer = await answerer.ask(question, { history: turns });
    turns.push({ question, answer });
    answers.push(answer);
  }
  return answers;
}

/** The same over a corpus of these files. */
export async function converseOver(files: Files, questions: readonly string[]): Promise<Answer[]> {
  using corpus = new TemporaryCorpus(files);
  await buildIndex(corpus.options);
  const answerer = await openAnswererFor(corpus.options);
  try {
    return await converse(answerer, questions);
  } finally {
    answerer.close();
  }
}
