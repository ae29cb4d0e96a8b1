// @module-tag slow
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { converseOver } from '../support/conversation.ts';
import { openAnswererFor } from '../support/sample.ts';
import { assertSound } from '../support/sound-answer.ts';

let answerer: LiveAnswerer;
beforeAll(async () => {
  answerer = await openAnswererFor();
});
afterAll(() => answerer.close());

describe('a question as it is typed in a chat', () => {
  it.each([
    'when did the ganja strike happen',
    'WHEN DID THE GANJA STRIKE HAPPEN???',
    'hey guys, does anyone know when did the ganja strike happen lol',
    'wehn did teh ganja strike happen pls',
  ])('is answered with the same confidence: %j', async (question) => {
    const plain = await answerer.ask('When did the Ganja strike happen?');
    const typed = await answerer.ask(question);
    expect(typed.question).toBe(question);
    expect(typed.quotes.map(({ text }) => text)).toEqual(plain.quotes.map(({ text }) => text));
    expect(typed.confidence).toBeCloseTo(plain.confidence, 1);
  });

  it('finds a version that the document tells more exactly', async () => {
    const files = {
      'changes.md':
        '# Changes\n\n## 4.3.0\n\nSnapshots can be mounted as folders.\n\n## 4.2.0\n\nThe audit log keeps the address of each client.\n',
    };
    const [answer] = await converseOver(files, ['what changed in 4.2']);
    expect(answer!.quotes[0]!.text).toContain('audit log');
  });

  it('needs no word for the measure that is asked for', async () => {
    const files = {
      'rules.txt':
        'You have to be at least 15 to join the server.\n\nThe lighthouse is 91 blocks tall and was built by Old_Marrow in spring.',
    };
    const [answer] = await converseOver(files, ['how old do i have to be to join']);
    expect(answer!.quotes[0]!.text).toContain('at least 15');
  });
});

it('takes no contracted "not" for a slip', async () => {
  const files = {
    'ferry.md': 'All want a seat by the window.\n\nThe ferry was late on Friday, for its engine had failed.',
  };
  const [answer] = await converseOver(files, ['why wasn’t the ferry on time']);
  const [plain] = await converseOver(files, ['why was the ferry not on time']);
  expect(answer!.quotes[0]!.text).toContain('engine');
  expect(answer!.verdict).toBe(plain!.verdict);
});

describe('a misspelled name', () => {
  it.each([
    ['what is the Misnk Group?', 'minsk-group.md'],
    ['what did Alyiev say?', 'aliyev-address.md'],
  ])('is taken for the one that is meant in %j', async (question, source) => {
    const answer = await answerer.ask(question);
    assertSound(answer);
    expect(answer.question).toBe(question);
    expect(answer.verdict).toBe('answered');
    expect(answer.quotes[0]!.source).toBe(source);
  });

  const files = {
    'band.md':
      'Copper Lane is the third album of the Wet Anchors, a brass band. It was released in May 2014.\n\nTheir singer Odile Brandt lives on a farm and breeds goats.\n\nThe band has eleven members, and a van that breaks down often.',
    'shop.md': 'The shop in the old mill sells candles and soap. It opens at ten, and closes at six.',
  };

  it.each([
    ['Copper Lnae', 'answered'],
    ['Copper Laane', 'answered'],
    ['copper lnae', 'answered'],
    ['Copepr Lane', 'answered'],
    ['oCpper Lane', 'answered'],
    ['Coppr Lane', 'answered'],
    ['Copper Lanw', 'unsure'],
  ])('of few letters leaves the answer found: %j', async (name, verdict) => {
    const [right] = await converseOver(files, ['when was Copper Lane released']);
    expect(right!.verdict).toBe('answered');
    const [typed] = await converseOver(files, [`when was ${name} released`]);
    expect(typed!.quotes[0]!.text).toBe(right!.quotes[0]!.text);
    expect(typed!.verdict).toBe(verdict);
  });
});
