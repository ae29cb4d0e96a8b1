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
