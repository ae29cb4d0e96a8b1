import { beforeEach, expect, it } from 'vitest';
import { MAX_TURNS } from '../../src/answer/conversation.ts';
import { ConversationCache } from '../../src/evaluation/conversation-cache.ts';
import { EMPTY_ANSWER } from '../support/empty-answer.ts';

/** Each question that was asked, with those that it was asked after. */
let asked: string[];
let conversations: ConversationCache;
beforeEach(() => {
  asked = [];
  conversations = new ConversationCache((question, turns) => {
    asked.push([...turns.map((turn) => turn.question), question].join(' > '));
    return Promise.resolve({ ...EMPTY_ANSWER, question });
  });
});

it('has no turns before the first question', async () => {
  expect(await conversations.after([])).toEqual([]);
  expect(asked).toEqual([]);
});

it('asks each question after those before it, and keeps what was answered', async () => {
  const turns = await conversations.after(['a', 'b', 'c']);
  expect(asked).toEqual(['a', 'a > b', 'a > b > c']);
  expect(turns.map(({ question, answer }) => [question, answer.verdict])).toEqual([
    ['a', 'answered'],
    ['b', 'answered'],
    ['c', 'answered'],
  ]);
});

it('asks what two conversations begin with once', async () => {
  await conversations.after(['a', 'b']);
  await conversations.after(['a', 'b', 'c']);
  await conversations.after(['a', 'd']);
  expect(asked).toEqual(['a', 'a > b', 'a > b > c', 'a > d']);
});

it('asks the same question again after others', async () => {
  await conversations.after(['a', 'b']);
  await conversations.after(['b']);
  expect(asked).toEqual(['a', 'a > b', 'b']);
});

it('forgets the oldest turns, as a conversation does', async () => {
  const questions = Array.from({ length: MAX_TURNS + 2 }, (_, i) => `${i}`);
  const turns = await conversations.after(questions);
  expect(turns.map(({ question }) => question)).toEqual(questions.slice(2));
  expect(asked.at(-1)).toBe(questions.slice(1).join(' > '));
});
