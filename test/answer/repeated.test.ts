import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { rankRepeatedDown, type RepetitionSource } from '../../src/answer/repeated.ts';
import type { QuestionTerm } from '../../src/answer/question.ts';
import type { Ranked } from '../../src/answer/rank.ts';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const NEWSLETTER =
  'Sign up for our newsletter to read about every strike, harbour and bridge before the others do.';
const COOKIES = 'We use cookies to see what our readers like. By reading on you agree to our use of cookies.';
const AUTHOR = 'Marta Ilves has written about harbours, bridges and strikes for thirty years.';
const TOWNS = 'Aldra Besk Corvin Dunmare Elzet Farrow Gant Hollin Istra Jorvik'.split(' ');
const THINGS = ['bridge', 'harbour', 'mill', 'railway'];

/** Forty articles on different things, each with three texts that are not its own. */
function articles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const town of TOWNS) {
    for (const [i, thing] of THINGS.entries()) {
      files[`${town}-${thing}.txt`.toLowerCase()] = [
        COOKIES,
        `The ${thing} of ${town} was opened in ${1830 + 7 * i + town.length} by the town council.`,
        `Workers at the ${thing} of ${town} went on strike in March over the length of their shifts.`,
        AUTHOR,
        NEWSLETTER,
      ].join('\n\n');
    }
  }
  return files;
}

describe('texts that stand in many documents', () => {
  let corpus: TemporaryCorpus;
  let answerer: LiveAnswerer;
  beforeAll(async () => {
    corpus = new TemporaryCorpus(articles());
    await buildIndex(corpus.options);
    answerer = await openAnswererFor(corpus.options);
  });
  afterAll(() => {
    answerer.close();
    corpus[Symbol.dispose]();
  });

  it.each([
    ['what is there to read about the strike at the harbour', 'Workers at the harbour'],
    ['thirty years of strikes at harbours', 'Workers at the'],
    ['what was written about strikes at harbours and bridges', 'Workers at the'],
  ])('stand behind what answers: %s', async (question, expected) => {
    const { quotes } = await answerer.ask(question);
    expect(quotes[0]!.text).toContain(expected);
  });

  it.each([NEWSLETTER, COOKIES, AUTHOR])('are found when they are asked for: %s', async (text) => {
    const { quotes } = await answerer.ask(text);
    expect(quotes[0]!.text).toBe(text);
    // As many places as are ever named.
    expect(quotes[0]!.alsoIn).toHaveLength(20);
  });

  it('leave room for other texts, though they alone are near the question', async () => {
    const { quotes } = await answerer.ask('Do you have a newsletter that I can read?', { top: 10 });
    expect(quotes.filter(({ text }) => text === NEWSLETTER)).toHaveLength(1);
    expect(quotes.length).toBeGreaterThanOrEqual(5);
  });
});

it('documents that are copies of one another answer as one would', async () => {
  const text = 'The treaty of Aldra was signed on 3 May 1720.\n\nIts terms were kept secret for a year.';
  const one = { 'copy-0.txt': text };
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`copy-${i}.txt`, text]));
  for (const files of [one, many]) {
    using corpus = new TemporaryCorpus(files);
    await buildIndex(corpus.options);
    const answerer = await openAnswererFor(corpus.options);
    const { quotes, verdict } = await answerer.ask('when was the treaty of Aldra signed', { top: 2 });
    expect(verdict).toBe('answered');
    expect(quotes.map((quote) => quote.text)).toEqual(text.split('\n\n'));
    answerer.close();
  }
});

describe('rankRepeatedDown', () => {
  /** Passages of the terms 1 and 2, in documents of which the rest stands in `usual`. */
  const source = (standsIn: number[], usual = 1): RepetitionSource => ({
    standsIn: (passage) => standsIn[passage] ?? usual,
    documentIdOf: (passage) => passage,
    passageRange: () => ({ first: standsIn.length, end: standsIn.length + 1 }),
    terms: { length: () => 2, sentences: () => [{ terms: Uint32Array.of(1, 2), holds: 0 }] },
  });
  const question = (...ids: number[]) => ({ terms: ids.map((id) => ({ id }) as QuestionTerm) });
  const ranked = (scores: number[]) => scores.map((score, passage) => ({ passage, score }) as Ranked);
  const order = (index: RepetitionSource, asked = question(1)) =>
    rankRepeatedDown(index, asked, ranked([3, 2.5, 2])).map(({ passage }) => passage);

  it('leaves a paragraph that two articles share where it is', () => {
    expect(rankRepeatedDown(source([2, 1, 1]), question(1), ranked([3, 2.5, 2]))).toEqual(
      ranked([3, 2.5, 2]),
    );
  });
  it('puts one that many share behind, but for who asks for its words', () => {
    expect(order(source([40, 1, 1]))).toEqual([1, 2, 0]);
    expect(order(source([40, 1, 1]), question(2, 1, 9))).toEqual([0, 1, 2]);
  });
  it('compares with what is usual in its document', () => {
    expect(order(source([40, 40, 40], 40))).toEqual([0, 1, 2]);
    expect(order(source([400, 10, 10], 10))).toEqual([1, 2, 0]);
  });
  it('takes for usual what a quarter of the words of a document stands in', () => {
    const oneDocument = (own: number): RepetitionSource => ({
      ...source([40, 40, 1]),
      documentIdOf: () => 0,
      passageRange: () => ({ first: 0, end: 3 }),
      terms: { ...source([]).terms, length: (passage) => [40, 40, own][passage]! },
    });
    expect(order(oneDocument(30))).toEqual([2, 0, 1]);
    expect(order(oneDocument(20))).toEqual([0, 1, 2]);
  });
});
