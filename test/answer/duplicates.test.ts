import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { assertSound } from '../support/sound-answer.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const REPORT =
  'The old mill above the town of Harrow burned down in the night, and at least 10 workers were hurt on Sunday.';
const OTHERS = {
  'account.txt': 'A fire in the mill of Harrow hurt 10, said those who fought it.',
  'river.txt': 'The mill of Harrow stands beside a river and has ground corn for a century.',
};

async function answerTo(question: string, files: Record<string, string>, top = 5): Promise<Answer> {
  using corpus = new TemporaryCorpus(files);
  await buildIndex(corpus.options);
  const answerer = await openAnswererFor(corpus.options);
  try {
    const answer = await answerer.ask(question, { top });
    assertSound(answer, (source) => readFileSync(corpus.path(source), 'utf8'));
    return answer;
  } finally {
    answerer.close();
  }
}

const places = ({ quotes }: Answer) =>
  quotes.map(({ source, alsoIn }) => [source, ...alsoIn.map((place) => place.source).sort()]);

describe('near copies', () => {
  const question = 'How many workers were hurt when the mill of Harrow burned down?';

  it('are one quote, for which the earliest stands, and leave their places to others', async () => {
    const answer = await answerTo(
      question,
      {
        ...OTHERS,
        'a.txt': `date: 2020-05-05\n\n${REPORT.replace('in the night', 'during the night')}`,
        'b.txt': `date: 2020-05-04\n\nHARROW, 4 May 2020 (Quill) - ${REPORT}`,
        'c.txt': `An aside about bread.\n\n${REPORT.replace('burned', 'burned, however,').replace('on Sunday', 'Sunday')}`,
      },
      3,
    );
    expect(places(answer).sort()).toEqual([['account.txt'], ['b.txt', 'a.txt', 'c.txt'], ['river.txt']]);
    const [first] = answer.quotes;
    expect(first!.text).toMatch(/^HARROW, 4 May/);
    expect(first!.dateNotes).toMatchObject([{ expression: 'Sunday', date: '2020-05-03' }]);
    expect(first!.alsoIn).toContainEqual({ source: 'c.txt', paragraph: 2 });
  });

  it('stay two where they tell another number', async () => {
    const answer = await answerTo(question, {
      ...OTHERS,
      'a.txt': REPORT,
      'b.txt': `HARROW, 4 May (Quill) - ${REPORT.replace('10', '12')}`,
    });
    expect(places(answer).slice().sort()).toEqual([['a.txt'], ['account.txt'], ['b.txt'], ['river.txt']]);
  });

  it('leave room for others, however many they are', async () => {
    const reprints = Object.fromEntries(
      Array.from({ length: 45 }, (_, i) => [`reprint-${i}.txt`, `HARROW, 4 May (Agency ${i}) - ${REPORT}`]),
    );
    const answer = await answerTo(question, { ...OTHERS, ...reprints }, 3);
    expect(answer.quotes.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['account.txt', 'river.txt']),
    );
    expect(answer.quotes[0]!.alsoIn).toHaveLength(20);
  });

  it('make an answer no less sure', async () => {
    const one = await answerTo(question, { ...OTHERS, 'a.txt': REPORT });
    const two = await answerTo(question, { ...OTHERS, 'a.txt': REPORT, 'b.txt': `(Quill) - ${REPORT}` });
    expect(two.verdict).toBe(one.verdict);
    expect(two.quotes[0]!.score).toBeGreaterThan(0.8 * one.quotes[0]!.score);
  });
});

describe('a passage that says no more than some sentences of another', () => {
  const question = 'How many workers were hurt when the mill of Harrow burned down?';
  const longer = `${REPORT} Divers searched the river until noon.`;

  it('is named with it, and leaves its place to others', async () => {
    const answer = await answerTo(question, { ...OTHERS, 'short.txt': REPORT, 'long.txt': longer }, 3);
    expect(answer.quotes.map(({ source }) => source).sort()).toEqual([
      'account.txt',
      'long.txt',
      'river.txt',
    ]);
    const [first] = answer.quotes;
    expect(first).toMatchObject({
      source: 'long.txt',
      text: longer,
      alsoIn: [],
      alsoInPart: [{ source: 'short.txt', paragraph: 1 }],
    });
    const scores = answer.quotes.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('is quoted too where its date tells what its "Sunday" means', async () => {
    const short = `date: 2020-05-04\n\n${REPORT}`;
    const long = `date: 2020-05-12\n\n${longer}`;
    const { quotes } = await answerTo(question, { ...OTHERS, 'short.txt': short, 'long.txt': long });
    expect(quotes.map(({ source }) => source)).toEqual(expect.arrayContaining(['short.txt', 'long.txt']));
    expect(quotes.every(({ alsoInPart }) => alsoInPart === undefined)).toBe(true);
    const dayless = (text: string) => text.replace(' on Sunday', '');
    const named = await answerTo(question, {
      ...OTHERS,
      'short.txt': dayless(short),
      'long.txt': dayless(long),
    });
    expect(named.quotes.map(({ source }) => source)).not.toContain('short.txt');
  });
});
