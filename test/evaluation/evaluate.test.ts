import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { buildIndex } from '../support/shared-model.ts';
import { openAnswererFor } from '../support/sample.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const TEXT = 'The ferry to Karlsborg leaves from the north pier at a quarter past nine.';

let corpus: TemporaryCorpus;
let answerer: LiveAnswerer;
beforeAll(async () => {
  corpus = new TemporaryCorpus();
  for (let i = 0; i < 60; i++) corpus.write({ [`copy-${String(i).padStart(2, '0')}.txt`]: TEXT });
  corpus.write({ 'other.txt': 'The bakery beside the church sells bread until noon.' });
  await buildIndex(corpus.options);
  answerer = await openAnswererFor(corpus.options);
});
afterAll(() => {
  answerer.close();
  corpus[Symbol.dispose]();
});

it('takes a quote for relevant where one of the places in which it stands again is', async () => {
  const { quotes } = await answerer.ask('When does the ferry leave?');
  const [again] = quotes[0]!.alsoIn;
  const asked = {
    id: '1',
    question: 'When does the ferry leave?',
    answers: [],
    impossible: false,
    history: [],
  };
  const outcomes: (readonly boolean[])[] = [];
  for (const source of [again!.source, 'other.txt']) {
    const relevant = [{ source, start: 0, end: 10 }];
    for await (const { outcome } of evaluate(answerer, [{ ...asked, relevant }], 'none'))
      outcomes.push(outcome.relevant);
  }
  expect(outcomes.map(([first]) => first)).toEqual([true, false]);
});

it('a text is no less likely to answer for its copies', async () => {
  const { quotes } = await answerer.ask('When does the ferry leave?');
  expect(quotes[0]!.text).toBe(TEXT);
  expect(quotes[0]!.score).toBeGreaterThan(0.9);
});
