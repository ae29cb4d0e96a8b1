// @module-tag slow
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { converse, converseOver } from '../support/conversation.ts';
import { openAnswererFor } from '../support/sample.ts';
import { assertSound } from '../support/sound-answer.ts';

let answerer: LiveAnswerer;
beforeAll(async () => {
  answerer = await openAnswererFor();
});
afterAll(() => answerer.close());

describe('a conversation', () => {
  const talk = (questions: readonly string[]) => converse(answerer, questions);

  it.each(['thanks!', 'tell me a joke', 'what is the weather?', 'photosynthesis', 'how do I cook it?'])(
    'does not answer %j with what was quoted before',
    async (question) => {
      const [, second] = await talk(['When did the missile strike on Ganja happen?', question]);
      expect(second!.verdict).not.toBe('answered');
    },
  );

  it('brings what was asked before into a question that leans on it', async () => {
    const [, second] = await talk(['When did the missile strike on Ganja happen?', 'how many people died?']);
    expect(second!.followUp).toBe(true);
    expect(second!.quotes.some(({ source }) => source.includes('ganja'))).toBe(true);
    expect(second!.quotes[0]!.text).toMatch(/Ganja|killed|dead/);
    assertSound(second!);
  });

  it('asks for what was asked before when only what it is about changes', async () => {
    const [, , third] = await talk(['What happened in Ganja?', 'how many died?', 'and in barda?']);
    expect(third!.followUp).toBe(true);
    const { text, start, focus } = third!.quotes[0]!;
    expect(text).toContain('Barda, Oct. 27: four dead');
    expect(focus.map((span) => text.slice(span.start - start, span.end - start))).toEqual(['four']);
  });

  it('stays with what happened when another document answers the one word of a question', async () => {
    const files = {
      'bridge.txt':
        'The road bridge over the Lorn fell into the river early on Monday, in the third night of the flood.\n\nNine people lost their lives, most of them in one bus. Divers went on looking until Wednesday.',
      'lorry.txt':
        'A lorry ran into a coach near Tessel on Monday evening. The driver died at once, and 27 passengers were hurt.\n\nThe road was closed for a day.',
    };
    const [, second] = await converseOver(files, [
      'tell me about the bridge over the lorn',
      'how many died?',
    ]);
    expect(second!.followUp).toBe(true);
    expect(second!.quotes[0]!.source).toBe('bridge.txt');
  });

  it('asks the same of another document when only that one holds what the question is about now', async () => {
    const files = {
      'bridge.txt':
        'The road bridge over the Lorn fell into the river early on Monday, in the third night of the flood.\n\nNine people lost their lives in the flood at the Lorn, most of them in one bus.',
      'mine.txt':
        'An explosion in the mine of Corvin killed 23 people on Thursday.\n\nThe mine will stay closed until the spring, its owner said.',
    };
    const [, second, third] = await converseOver(files, [
      'what happened to the bridge over the lorn',
      'how many people died?',
      'and in corvin?',
    ]);
    expect(second!.quotes[0]!.source).toBe('bridge.txt');
    expect(third!.quotes[0]).toMatchObject({ source: 'mine.txt', paragraph: 1 });
  });

  it('forgets it when the topic changes', async () => {
    const [, second] = await talk([
      'When did the missile strike on Ganja happen?',
      'Which countries lead the Minsk Group of mediators?',
    ]);
    expect(second!.followUp).toBe(false);
    expect(second!.quotes[0]!.source).toBe('minsk-group.md');
  });

  it.each([
    ['who did pompeo call', 'pompeo-calls.txt'],
    ['how many injured in barda', 'barda-attack.md'],
    ['what did lavrov do', 'moscow-ceasefire.md'],
    ['when did aliyev give his speech', 'aliyev-address.md'],
    ['How many truces were there in October?', 'washington-ceasefire.txt'],
  ])('forgets it when a short question in small letters changes the topic: %j', async (question, source) => {
    const [, second, third] = await talk([
      'When did the missile strike on Ganja happen?',
      question,
      'when was that?',
    ]);
    expect(second!.followUp).toBe(false);
    expect(second!.quotes.map((quote) => quote.source)).toContain(source);
    expect(third!.followUp).toBe(true);
    expect(third!.quotes[0]!.source).not.toContain('ganja');
  });

  it.each(['How do I cook rice?', 'how do i bake bread', 'What is the weather tomorrow?'])(
    'brings nothing into a short question that is of another world: %j',
    async (question) => {
      const [, second] = await talk(['When did the missile strike on Ganja happen?', question]);
      expect(second).toMatchObject({ verdict: 'not-found', followUp: false });
    },
  );

  it('still sees a question that comes after a very long one', async () => {
    const long = `Tell me about the Minsk Group ${'and what it said about the matter at length '.repeat(40)}`;
    const [, second] = await talk([long, 'how many people were killed there by the strike on it']);
    const [, other] = await talk([long, 'when was it founded']);
    expect(second!.quotes).not.toEqual(other!.quotes);
    assertSound(second!);
  });
});
