import { expect, it } from 'vitest';
import { Conversations, MAX_CONVERSATIONS, MAX_TURN_AGE, MAX_TURNS } from '../../src/answer/conversation.ts';
import { EMPTY_ANSWER } from '../support/empty-answer.ts';

const turn = (question: string) => ({ question, answer: EMPTY_ANSWER });

it('keeps the last turns of each conversation apart, oldest first', () => {
  const conversations = new Conversations();
  for (let i = 0; i < MAX_TURNS + 2; i++) conversations.add('a', turn(`a${i}`));
  conversations.add('b', turn('b'));
  expect(conversations.history('a').map(({ question }) => question)).toEqual(
    Array.from({ length: MAX_TURNS }, (_, i) => `a${i + 2}`),
  );
  expect(conversations.history('b')).toHaveLength(1);
  expect(conversations.history('c')).toEqual([]);
});

it('forgets turns by their age', () => {
  let now = 0;
  const conversations = new Conversations(() => now);
  conversations.add('a', turn('early'));
  now = MAX_TURN_AGE;
  conversations.add('a', turn('late'));
  expect(conversations.history('a')).toHaveLength(2);
  now += 1;
  expect(conversations.history('a').map(({ question }) => question)).toEqual(['late']);
});

it('forgets the conversation that was idle longest when there are too many', () => {
  const conversations = new Conversations();
  for (let i = 0; i < MAX_CONVERSATIONS; i++) conversations.add(`${i}`, turn('first'));
  conversations.add('0', turn('again'));
  conversations.add('new', turn('first'));
  expect(conversations.history('0')).toHaveLength(2);
  expect(conversations.history('1')).toEqual([]);
  expect(conversations.history('new')).toHaveLength(1);
});

it('keeps nothing of conversations that are over, and no text of what was quoted', () => {
  let now = 0;
  const conversations = new Conversations(() => now);
  const long = 'x'.repeat(100_000);
  const quote = { source: 'a.txt', paragraph: 1, start: 0, end: long.length, text: long };
  const quotes = [{ ...quote, highlights: [], focus: [], score: 1, alsoIn: [], dateNotes: [] }];
  for (let i = 0; i < 5; i++)
    conversations.add(`${i}`, {
      question: 'q',
      answer: { ...EMPTY_ANSWER, followUp: true, goesOn: 1, quotes },
    });
  expect(JSON.stringify(conversations.history('3'))).not.toContain('xx');
  expect(conversations.history('3')[0]!.answer).toEqual({
    verdict: 'answered',
    followUp: true,
    goesOn: 1,
    quotes: [{ source: 'a.txt' }],
  });
  expect(conversations.size).toBe(5);
  now = MAX_TURN_AGE + 1;
  conversations.add('new', turn('first'));
  expect(conversations.size).toBe(1);
});
