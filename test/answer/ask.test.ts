import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { MAX_QUESTION_LENGTH, MAX_TOP } from '../../src/answer/answerer.ts';
import type { Turn } from '../../src/answer/conversation.ts';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { UserError } from '../../src/errors.ts';
import { openAnswererFor } from '../support/sample.ts';
import { assertSound } from '../support/sound-answer.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';
import { runs } from '../support/property-runs.ts';

let answerer: LiveAnswerer;
beforeAll(async () => {
  answerer = await openAnswererFor();
});
afterAll(() => answerer.close());

const code = async (asked: Promise<unknown>): Promise<string | undefined> => {
  const error: unknown = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).code;
};

describe('ask', () => {
  it('quotes the passage that answers word for word, and marks where', async () => {
    const answer = await answerer.ask('when did the Ganja strike happen');
    assertSound(answer);
    expect(answer.verdict).toBe('answered');
    expect(answer.quotes).toHaveLength(3);
    const [first] = answer.quotes;
    expect(first!.source).toBe('ganja-strike-october-2020.md');
    expect(first!.title).toBe('Missile strike on Ganja: what was reported');
    expect(first!.highlights.length).toBeGreaterThan(0);
    expect(first!.text).toMatch(/Sunday|Oct/);
  });

  it('finds the count that is asked for, and not another number', async () => {
    const { quotes } = await answerer.ask('how many people died in the Barda attack');
    expect(quotes[0]!.text).toContain('four people had died');
  });

  it.each(['How tall is Vladimir Putin?', 'How far is Ganja from Baku?', 'What is the population of Baku?'])(
    'is not sure of %j, of which no quote gives the measure',
    async (question) => {
      const { verdict, quotes } = await answerer.ask(question);
      expect(quotes[0]!.focus).toEqual([]);
      expect(verdict).toBe('unsure');
    },
  );

  it('notes which day a weekday means, from the document’s date', async () => {
    const { quotes } = await answerer.ask('who was hit in Ganja on Sunday', { top: 10 });
    const notes = quotes.flatMap(({ dateNotes }) => dateNotes);
    expect(notes).toContainEqual(
      expect.objectContaining({ expression: 'Sunday', date: '2020-10-11', reference: '2020-10-12' }),
    );
  });

  it('keeps to one document when told to, and offers the nearest names of one that is not there', async () => {
    const { quotes } = await answerer.ask('who was killed?', { source: 'barda-attack.md', top: 20 });
    expect(new Set(quotes.map(({ source }) => source))).toEqual(new Set(['barda-attack.md']));
    const error: unknown = await answerer
      .ask('who?', { source: 'barda.md' })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'SOURCE_UNKNOWN',
      hint: expect.stringContaining('barda-attack.md') as string,
    });
  });

  it('gives as many quotes as asked for, within bounds', async () => {
    for (const [top, count] of [
      [1, 1],
      [7, 7],
      [0, 1],
      [-1, 1],
      [1000, MAX_TOP],
    ] as const) {
      expect((await answerer.ask('Who spoke about the cease-fire?', { top })).quotes).toHaveLength(count);
    }
  });

  it('says that there is no question, or that it is too long', async () => {
    for (const empty of ['', '  \n\t', '\u0000\u001b', '\u200b\u200b']) {
      expect(await code(answerer.ask(empty))).toBe('QUESTION_EMPTY');
    }
    expect(await code(answerer.ask('why '.repeat(1250)))).toBe('QUESTION_TOO_LONG');
    assertSound(await answerer.ask('x'.repeat(MAX_QUESTION_LENGTH)));
  });

  it('finds nothing that answers a question about something else', async () => {
    for (const question of ['What is the boiling point of tungsten?', 'How do I bake sourdough bread?']) {
      expect((await answerer.ask(question)).verdict).not.toBe('answered');
    }
  });

  it.each([
    'Wann wurde Gandscha angegriffen?',
    'когда был удар по Гяндже',
    '甘贾什么时候遭到袭击？',
    'متى وقع الهجوم على كنجة',
    '🎉🎉🎉',
    '???',
    '"); DROP TABLE passages; --',
    'the of and',
    '\u202ewhen did it happen\u202c',
  ])('takes %j for a question like any other', async (question) => {
    assertSound(await answerer.ask(question));
  });

  it('is sound for any question, alone and after others', async () => {
    const question = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom('when', 'Ganja', 'who', 'he', 'killed', 'the', '2020', 'Minsk', '?', 'it'), {
          maxLength: 8,
        })
        .map((words) => words.join(' ')),
    );
    const history: Turn[] = [];
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        let answer: Answer;
        try {
          answer = await answerer.ask(text, { history: history.slice(-8) });
        } catch (error) {
          expect(error).toMatchObject({ code: 'QUESTION_EMPTY' });
          return;
        }
        assertSound(answer);
        history.push({ question: answer.question, answer });
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('a question about', () => {
  it.each([
    ['a day', 'What happened on October 10th?', 'Oct. 10'],
    ['a month written out', 'what happened on september 27th', 'Sept. 27'],
    ['a name that is mistyped as another word', 'How many died in Ganga?', 'Ganja'],
    ['a name that loses a letter as a plural would', 'what does the minks group do', 'Minsk Group'],
  ])('%s is found: %s', async (_, question, expected) => {
    const { quotes, verdict } = await answerer.ask(question);
    expect(quotes[0]!.text).toContain(expected);
    expect(verdict).not.toBe('not-found');
  });
});

describe('passages that stand twice', () => {
  it('are quoted once, with where they stand again', async () => {
    using corpus = new TemporaryCorpus({
      'a.txt': 'The “talks” began in Moscow on Friday.\n\nOther text about nothing much.',
      'b.txt': 'The "talks" began in Moscow on Friday.',
      'c.txt': 'The talks about Moscow have begun.',
    });
    await buildIndex(corpus.options);
    const own = await openAnswererFor(corpus.options);
    const answer = await own.ask('When did the talks begin in Moscow?', { top: 5 });
    assertSound(answer, (source) => readFileSync(corpus.path(source), 'utf8'));
    const [first] = answer.quotes;
    expect([first!.source, ...first!.alsoIn.map(({ source }) => source)].sort()).toEqual(['a.txt', 'b.txt']);
    expect(answer.quotes.filter(({ text }) => text.includes('Friday'))).toHaveLength(1);
    own.close();
  });

  it('are two where a sign tells them apart', async () => {
    using corpus = new TemporaryCorpus({
      'tavern.md': '✅ Memes about politics',
      'lobby.md': '❌ Memes about politics',
    });
    await buildIndex(corpus.options);
    const own = await openAnswererFor(corpus.options);
    const { quotes } = await own.ask('Are memes about politics allowed?');
    expect(quotes.map(({ source, alsoIn }) => [source, alsoIn.length]).sort()).toEqual([
      ['lobby.md', 0],
      ['tavern.md', 0],
    ]);
    own.close();
  });
});
