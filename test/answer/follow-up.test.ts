// @module-tag slow
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verdictFor } from '../../src/answer/confidence.ts';
import { followUp } from '../../src/answer/follow-up.ts';
import type { Searches } from '../../src/answer/joined-search.ts';
import { analyseQuestion, type Question } from '../../src/answer/question.ts';
import type { Ranked } from '../../src/answer/rank.ts';
import type { Found } from '../../src/answer/search.ts';
import { AT, SIGNALS, type SignalName } from '../../src/answer/signals.ts';
import type { OpenIndex } from '../../src/index/open-index.ts';
import { leaning } from '../../src/language/leaning.ts';
import { SAMPLE } from '../support/models.ts';
import { openIndexFor } from '../support/shared-model.ts';

describe('followUp', () => {
  let index: OpenIndex;
  beforeAll(async () => {
    ({ index } = await openIndexFor(SAMPLE));
  });
  afterAll(() => index.close());

  /** Joined with what was asked before, it is surely answered. */
  const SURE = { confidence: 0.95 };
  const VECTOR = Float32Array.of(1);
  const AFTER_LAST = Float32Array.of(2);
  /** The first passage of each of two documents. */
  const passages = () => [0, 1].map((document) => index.passageRange(document).first);

  function ranked(passage: number, score: number, signals: Partial<Record<SignalName, number>> = {}): Ranked {
    const values = new Float64Array(SIGNALS.length);
    for (const [name, value] of Object.entries(signals)) values[AT[name as SignalName]] = value;
    return {
      passage,
      score,
      signals: values,
      lacksNumber: false,
      whole: 0,
      sentence: 0,
      sentenceRow: 0,
      bm25: 0,
    };
  }

  /** Asks after others; what each search finds is given, and what is searched for told. */
  function follow(earlier: readonly string[], text: string, alone: Partial<Found>, joined: Partial<Found>) {
    const question = analyseQuestion(text, index);
    const nothing = { question, vector: VECTOR, ranked: [], confidence: 0 };
    const find = (asked: Question, vector: Float32Array): Found =>
      asked === question ? { ...nothing, ...alone } : { ...nothing, ...joined, question: asked, vector };
    const search = vi.fn<Searches['search']>((asked, vector) => find(asked, vector));
    const found = followUp(
      index,
      { questions: earlier, asking: earlier.at(-1)!, leaning: leaning(text), interrupted: false },
      { ...nothing, ...alone },
      { afterAll: VECTOR, afterLast: earlier.length > 1 ? AFTER_LAST : VECTOR },
      { candidates: (asked, vector) => find(asked, vector).ranked, search },
    );
    const calls = search.mock.calls.map(([asked, vector, also]) => ({ asked, vector, also: [...also] }));
    return { ...found, calls, asked: calls.filter(({ asked }) => asked !== question) };
  }

  const stemOf = (word: string) => analyseQuestion(word, index).terms[0]!.term;

  it('searches for the words of all questions before it, and for those of the last', () => {
    const { asked } = follow(['Where is Ganja?', 'Who was injured there?'], 'how many died?', {}, {});
    expect(asked.map(({ vector }) => vector)).toEqual([VECTOR, AFTER_LAST]);
    expect(asked.map(({ asked: { terms } }) => terms.map(({ term }) => term))).toEqual([
      ['died', 'Ganja', 'injured'].map(stemOf),
      ['died', 'injured'].map(stemOf),
    ]);
  });

  it('searches without the words of a question that only asks for more', () => {
    const { asked, leans } = follow(['Where is Ganja?'], 'anything else interesting?', {}, {});
    expect(asked.map(({ asked: { terms } }) => terms.map(({ term }) => term))).toEqual([[stemOf('Ganja')]]);
    expect(leans).toBe(true);
  });

  it('searches once after a single question', () => {
    expect(follow(['Where is Ganja?'], 'how many died?', {}, {}).asked).toHaveLength(1);
  });

  it('ranks for each search what any of them found', () => {
    const [first, second] = passages();
    const { calls } = follow(
      ['Where is Ganja?', 'Who was injured there?'],
      'how many died?',
      { ranked: [ranked(first!, 1)] },
      { ranked: [ranked(second!, 1)] },
    );
    expect(calls).toHaveLength(3);
    for (const { also } of calls) expect(also).toEqual([first, second]);
  });

  it('counts a word for more that was said before', () => {
    const weightOf = ({ terms }: Question) => terms.find(({ term }) => term === 'ganja')!.weight;
    const question = analyseQuestion('what of Ganja?', index);
    const [joined] = follow(['Where is Ganja?'], 'what of Ganja?', {}, {}).asked;
    expect(weightOf(joined!.asked)).toBeCloseTo(1.5 * weightOf(question));
  });

  it.each([
    ['and in Barda?', 'count'],
    ['and when was it in Barda?', 'time'],
    ['in Barda?', 'other'],
  ])(
    'asks for the kind of answer that was asked for before only where a link alone leads on: %s',
    (text, kind) => {
      const { found, goesOn } = follow(['How many people died?'], text, {}, SURE);
      expect(goesOn).toBeGreaterThan(0.5);
      expect(found.question.kind).toBe(kind);
    },
  );

  it('is the surer the better the question is answered by itself, and the further the first is ahead', () => {
    const [first, second] = passages();
    const best = (ahead: number) => [ranked(first!, 5, { coverage: 1 }), ranked(second!, 5 - ahead)];
    const sureOf = (confidence: number, ahead: number) =>
      follow(
        ['Where is Ganja?'],
        'how many died?',
        { ranked: best(ahead), confidence },
        { ranked: best(ahead) },
      ).found.confidence;
    expect(sureOf(0.9, 4)).toBeGreaterThan(sureOf(0.2, 4));
    expect(sureOf(0.2, 4)).toBeGreaterThan(sureOf(0.2, 1));
  });

  it('is unsure of what holds next to nothing that is asked now, however well it answers what was asked before', () => {
    const [passage] = passages();
    const of = (coverage: number) =>
      follow(
        ['Where is Ganja?'],
        'how many died?',
        { ranked: [ranked(passage!, 1, { coverage })] },
        { ranked: [ranked(passage!, 9)], confidence: 0.95 },
      ).found.confidence;
    expect(verdictFor(of(0.1))).toBe('unsure');
    expect(verdictFor(of(0.3))).toBe('answered');
  });

  it('goes over to another document that alone holds what is asked about now', () => {
    const [talkedAbout, other] = passages();
    const joined = { ranked: [ranked(talkedAbout!, 9), ranked(other!, 2)] };
    const alone = (coverage: number) => ({
      ranked: [ranked(other!, 3, { coverage }), ranked(talkedAbout!, 1, { coverage: 0 })],
    });
    const best = (text: string, coverage: number) => {
      const { found, goesOn } = follow(['How many people died?'], text, alone(coverage), joined);
      return { passage: found.ranked[0]!.passage, goesOn: goesOn > 0.5 };
    };
    expect(best('and in Barda?', 1)).toEqual({ passage: other, goesOn: true });
    expect(best('and in Barda?', 0.4).passage).toBe(talkedAbout);
    expect(best('and did they go to Barda?', 1).passage).toBe(talkedAbout);
  });

  it('ends the topic where the question says enough and is answered by itself', () => {
    const [talkedAbout, other] = passages();
    const joined = { ranked: [ranked(talkedAbout!, 9)], confidence: 0.9 };
    const alone = { ranked: [ranked(other!, 3, { coverage: 1 })], confidence: 0.9 };
    const goesOn = (text: string) => follow(['How many people died?'], text, alone, joined).goesOn > 0.5;
    expect(goesOn('who leads the mediators')).toBe(false);
    expect(goesOn('how did he lead the mediators')).toBe(true);
  });
});
