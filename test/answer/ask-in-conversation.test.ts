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

  it.each([
    [['How many civilians did Azerbaijan lose?', 'And Nagorno-Karabakh?'], /1,009 soldiers/],
    [['How many soldiers has Nagorno-Karabakh lost?', 'and civilians?', 'and Azerbaijan?'], /65 civilians/],
    [['What happened in Barda?', 'And in Ganja?'], /The Ganja strike happened/],
  ])('asks the same of another thing: %j', async (questions, expected) => {
    const answers = await talk(questions);
    expect(answers.at(-1)).toMatchObject({ followUp: true, verdict: 'answered' });
    expect(answers.at(-1)!.quotes[0]!.text).toMatch(expected);
  });

  it('brings what was asked before into a question that leans on it', async () => {
    const [, second] = await talk(['When did the missile strike on Ganja happen?', 'how many people died?']);
    expect(second!.followUp).toBe(true);
    expect(second!.quotes.some(({ source }) => source.includes('ganja'))).toBe(true);
    expect(second!.quotes[0]!.text).toMatch(/Ganja|killed|dead/);
    assertSound(second!);
  });

  it('tells more of what was asked before', async () => {
    const [first, second] = await talk(['When did the missile strike on Ganja happen?', 'tell me more']);
    expect(second!.followUp).toBe(true);
    expect(second!.quotes[0]!.source).toBe(first!.quotes[0]!.source);
    assertSound(second!);
  });

  it('asks for what was asked before when only what it is about changes', async () => {
    const [, , third] = await talk(['What happened in Ganja?', 'how many died?', 'and in barda?']);
    expect(third!.followUp).toBe(true);
    const { text, start, focus } = third!.quotes[0]!;
    expect(text).toContain('Barda, Oct. 27: four dead');
    expect(focus.map((span) => text.slice(span.start - start, span.end - start))).toEqual(['four']);
  });

  it('chooses the sentence by what the question leaves to the one before', async () => {
    const files = {
      'drinks.md':
        '# Drinks\n\n| Drink | Made of | Effect | Lasts |\n|---|---|---|---|\n| Barley Broth | 2 barley, 1 onion | +30 strength | 10 minutes |\n| Moss Tea | 1 moss, 1 honey | walk on water | 5 minutes |\n| Plum Wine | 3 plums | +10 luck | 20 minutes |\n',
    };
    const [, second] = await converseOver(files, ["what's in moss tea", 'what does it do']);
    const { text, start, highlights } = second!.quotes[0]!;
    const marked = highlights.map((span) => text.slice(span.start - start, span.end - start));
    expect(marked).toEqual(['| Moss Tea | 1 moss, 1 honey | walk on water | 5 minutes |']);
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

  it.each([
    {
      questions: ['What happened in Ganja?', 'how many died?', 'What happened in Barda?', 'how many died?'],
      source: 'barda-attack.md',
    },
    {
      questions: ['What happened in Ganja?', 'what about Barda', 'how many were killed there'],
      source: 'barda-attack.md',
    },
    {
      questions: ['what did Pompeo say?', 'what did Aliyev say?', 'when was that?'],
      source: 'aliyev-address.md',
    },
  ])('goes on with what was asked about last: $questions', async ({ questions, source }) => {
    const answers = await talk(questions);
    expect(answers.at(-1)).toMatchObject({ followUp: true });
    expect(answers.at(-1)!.quotes[0]!.source).toBe(source);
  });

  it.each(['how long does it take', 'and what about tomorrow?'])(
    'does not answer %j from the talk before a question that found nothing',
    async (question) => {
      const [, second, third] = await talk([
        'When did the missile strike on Ganja happen?',
        'How do I bake bread?',
        question,
      ]);
      expect(second!.verdict).toBe('not-found');
      expect(third!.verdict).not.toBe('answered');
    },
  );

  it('asks the same again of what was talked about before the last', async () => {
    const [, , , fourth] = await talk([
      'What happened in Ganja?',
      'How many were killed?',
      'And in Barda?',
      'What about Ganja?',
    ]);
    expect(fourth!.followUp).toBe(true);
    expect(fourth!.quotes[0]).toMatchObject({
      source: expect.stringContaining('ganja') as string,
      text: expect.stringMatching(/dead|killed/) as string,
    });
  });

  it('is as sure as ever of what is answered by itself, after a question that found nothing', async () => {
    const question = 'how many of them were wounded in Ganja?';
    const [alone] = await talk([question]);
    const [, , third] = await talk(['What happened in Ganja?', 'How do I bake bread?', question]);
    expect(alone!.verdict).toBe('answered');
    expect(third!.verdict).toBe('answered');
    expect(third).toMatchObject({ followUp: true });
  });

  it('answers thanks from nothing that was talked about', async () => {
    const [, , thanks] = await talk([
      'what did Aliyev say about the Minsk Group',
      'for how long has it worked',
      'thanks',
    ]);
    expect(thanks).toMatchObject({ verdict: 'not-found', followUp: false });
  });

  it('goes on after thanks', async () => {
    const [, , third] = await talk([
      'When did the missile strike on Ganja happen?',
      'thanks!',
      'how many people died?',
    ]);
    expect(third).toMatchObject({ verdict: 'answered', followUp: true });
    expect(third!.quotes[0]!.source).toContain('ganja');
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
