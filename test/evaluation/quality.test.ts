// @module-tag slow
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { evaluate, type Detail } from '../../src/evaluation/evaluate.ts';
import { measure } from '../../src/evaluation/measures.ts';
import { readQuestionSet } from '../../src/evaluation/question-set.ts';
import { SAMPLE, SAMPLE_CORPUS_DIR } from '../support/models.ts';
import { openAnswererFor } from '../support/sample.ts';

/** Bounds are a little below what was measured when they were set. */
const SETS = [
  {
    name: 'sample',
    answerable: 80,
    asks: 'questions of the sample corpus',
    corpus: SAMPLE_CORPUS_DIR,
    hitAt1: 0.77,
    hitAt3: 0.9,
    falseAnswers: 0.22,
  },
  {
    name: 'chat',
    answerable: 80,
    asks: 'conversations over the sample corpus',
    corpus: SAMPLE_CORPUS_DIR,
    hitAt1: 0.65,
    hitAt3: 0.84,
    falseAnswers: 0.34,
  },
  {
    name: 'community',
    answerable: 80,
    asks: 'what a community asks of its rules, guides and patch notes',
    corpus: join(import.meta.dirname, 'community/corpus'),
    hitAt1: 0.77,
    hitAt3: 0.93,
    falseAnswers: 0.27,
  },
  ...[
    {
      name: 'wire',
      asks: 'agencies’ reports of an accident and what followed',
      hitAt1: 0.75,
      hitAt3: 0.85,
      falseAnswers: 0.22,
    },
    {
      name: 'server',
      asks: 'a game server’s rules, patches and minutes, in the words of a chat',
      hitAt1: 0.85,
      hitAt3: 0.95,
      falseAnswers: 0.07,
    },
    { name: 'manual', asks: 'a program’s manual', hitAt1: 0.84, hitAt3: 0.9, falseAnswers: 0.15 },
    {
      name: 'moons',
      asks: 'articles on closely related things, of many paragraphs each',
      hitAt1: 0.82,
      hitAt3: 0.91,
      falseAnswers: 0.22,
    },
  ].map((set) => ({ ...set, answerable: 60, corpus: join(import.meta.dirname, set.name, 'corpus') })),
];

describe.each(SETS)('$asks', ({ name, answerable, corpus, hitAt1, hitAt3, falseAnswers }) => {
  const questions = readQuestionSet(join(import.meta.dirname, name, 'questions.jsonl'));
  const details: Detail[] = [];
  let answerer: LiveAnswerer;
  beforeAll(async () => {
    const embeddingsDir = `${SAMPLE.embeddingsDir}${corpus === SAMPLE_CORPUS_DIR ? '' : `-${name}`}`;
    answerer = await openAnswererFor({ ...SAMPLE, corpusDir: corpus, embeddingsDir });
    for await (const detail of evaluate(answerer, questions, 'given')) details.push(detail);
  });
  afterAll(() => answerer.close());

  const file = (source: string) => readFileSync(join(corpus, source), 'utf8');

  it('asks of passages that are there and hold the answers', () => {
    expect(questions.filter(({ impossible }) => !impossible).length).toBeGreaterThanOrEqual(answerable);
    for (const { id, relevant, answers, impossible } of questions) {
      expect(relevant.length > 0, id).toBe(!impossible);
      const spans = relevant.map(({ source, start, end }) => {
        expect(end, id).toBeLessThanOrEqual(file(source).length);
        return file(source).slice(start, end).toLowerCase();
      });
      if (answers.length > 0) {
        expect(
          spans.some((span) => answers.some((answer) => span.includes(answer.toLowerCase()))),
          id,
        ).toBe(true);
      }
    }
  });

  it('finds the passages that answer', () => {
    const measured = measure(details.map(({ outcome }) => outcome));
    expect(measured.hitAt1).toBeGreaterThanOrEqual(hitAt1);
    expect(measured.hitAt3).toBeGreaterThanOrEqual(hitAt3);
  });

  it('is seldom sure of an answer that is not there', () => {
    const { abstention } = measure(details.map(({ outcome }) => outcome));
    expect(abstention.falseAnswer).toBeLessThanOrEqual(falseAnswers);
  });

  it('quotes word for word, always', () => {
    for (const { answer } of details) {
      expect(answer.quotes.length).toBeGreaterThan(0);
      for (const { source, start, end, text } of answer.quotes)
        expect(file(source).slice(start, end)).toBe(text);
    }
  });
});
