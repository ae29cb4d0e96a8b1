import { beforeAll, describe, expect, it } from 'vitest';
import type { Turn } from '../../src/answer/conversation.ts';
import { fillIn } from '../../src/answer/ellipsis.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { modelSpec } from '../../src/embedding/model-spec.ts';
import { MODELS_DIR } from '../support/models.ts';
import { sharedEmbedder } from '../support/shared-model.ts';

const turn = (question: string): Turn => ({
  question,
  answer: { verdict: 'answered', followUp: false, goesOn: 0, quotes: [] },
});

describe('fillIn', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await sharedEmbedder(modelSpec(''), MODELS_DIR);
  });
  const filled = async (...questions: string[]) => {
    const turns = questions.slice(0, -1).map(turn);
    const talk = await fillIn({ question: questions.at(-1)!, turns }, embedder, 'en');
    return [...talk.turns, talk].map(({ question }) => question);
  };
  const last = async (...questions: string[]) => (await filled(...questions)).at(-1);

  it.each([
    [
      'How many guests did Velmora lose?',
      'And Stratford-Langthorne?',
      'How many guests did Stratford-Langthorne lose?',
    ],
    ['What happened in Velmora?', 'and in Ostby?', 'What happened in Ostby?'],
    ['How many soldiers did Velmora lose?', 'and civilians?', 'How many civilians did Velmora lose?'],
    ['what does turkey want?', 'and armenia?', 'what does armenia want?'],
    ['What do adults pay for the ferry?', 'what about the kids?', 'What do kids pay for the ferry?'],
    ['Who built the Ostby bridge?', 'what about the Velmora one?', 'Who built the Velmora bridge?'],
    ['What happened in Ostby on Monday?', 'and on Tuesday?', 'What happened in Ostby on Tuesday?'],
    ['What did the rink cost in 2030?', 'and in 2031?', 'What did the rink cost in 2031?'],
    ['how many people live there?', 'and in Ostby?', 'how many people live in Ostby?'],
    ['What does the ferry cost?', 'and for members?', 'What does the ferry cost for members?'],
  ])('after %j, %j asks %j', async (before, question, meant) => {
    expect(await last(before, question)).toBe(meant);
  });

  it('goes over to the other thing in the questions that it leans on', async () => {
    const asked = ['What is the largest crater on Oberon?', 'how wide is it?', 'and on Titania?'];
    expect(await filled(...asked)).toEqual(['What is the largest crater on Titania?', 'how wide is it?']);
  });

  it('goes from one thing to the next', async () => {
    const asked = ['How many soldiers has Velmora lost?', 'and civilians?', 'and Ostby?'];
    expect(await filled(...asked)).toEqual(['How many civilians has Ostby lost?']);
    expect(await last(...asked, 'and Velmora again?')).toBe('How many civilians has Velmora lost?');
  });

  it.each([
    // Nothing is like it; either of two may be meant; it is named already; no question stands before it.
    [['What does the ferry cost?', 'what about volcanoes?']],
    [['When did Aldra call Ostby?', 'and Harrow?']],
    [['When did Aldra call Ostby?', 'and Ostby?']],
    [['And Ostby?']],
    [['Who runs the ferry?', 'when does it leave?']],
  ])('leaves %j as they are', async (questions) => {
    expect(await filled(...questions)).toEqual(questions);
  });
});
