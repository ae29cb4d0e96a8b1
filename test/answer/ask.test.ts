import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { MAX_QUESTION_LENGTH, MAX_TOP } from '../../src/answer/answerer.ts';
import type { Turn } from '../../src/answer/conversation.ts';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { UserError } from '../../src/errors.ts';
import { SAMPLE_CORPUS_DIR } from '../support/models.ts';
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

const expectSound = (answer: Answer, corpusDir = SAMPLE_CORPUS_DIR): void =>
  assertSound(answer, (source) => readFileSync(join(corpusDir, source), 'utf8'));

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
    expectSound(answer);
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
    expectSound(await answerer.ask('x'.repeat(MAX_QUESTION_LENGTH)));
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
    expectSound(await answerer.ask(question));
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
        expectSound(answer);
        history.push({ question: answer.question, answer });
      }),
      { numRuns: runs(40) },
    );
  });
});

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
    using corpus = new TemporaryCorpus({
      'changes.md':
        '# Changes\n\n## 4.3.0\n\nSnapshots can be mounted as folders.\n\n## 4.2.0\n\nThe audit log keeps the address of each client.\n',
    });
    await buildIndex(corpus.options);
    const own = await openAnswererFor(corpus.options);
    const { quotes } = await own.ask('what changed in 4.2');
    own.close();
    expect(quotes[0]!.text).toContain('audit log');
  });

  it('needs no word for the measure that is asked for', async () => {
    using corpus = new TemporaryCorpus({
      'rules.txt':
        'You have to be at least 15 to join the server.\n\nThe lighthouse is 91 blocks tall and was built by Old_Marrow in spring.',
    });
    await buildIndex(corpus.options);
    const own = await openAnswererFor(corpus.options);
    const { quotes } = await own.ask('how old do i have to be to join');
    own.close();
    expect(quotes[0]!.text).toContain('at least 15');
  });
});

describe('a misspelled name', () => {
  it.each([
    ['what is the Misnk Group?', 'minsk-group.md'],
    ['what did Alyiev say?', 'aliyev-address.md'],
  ])('is taken for the one that is meant in %j', async (question, source) => {
    const answer = await answerer.ask(question);
    expectSound(answer);
    expect(answer.question).toBe(question);
    expect(answer.verdict).toBe('answered');
    expect(answer.quotes[0]!.source).toBe(source);
  });
});

describe('a conversation', () => {
  const talk = async (questions: readonly string[]): Promise<Answer[]> => {
    const turns: Turn[] = [];
    const answers: Answer[] = [];
    for (const question of questions) {
      const answer = await answerer.ask(question, { history: turns });
      turns.push({ question, answer });
      answers.push(answer);
    }
    return answers;
  };

  it.each(['thanks!', 'tell me a joke', 'what is the weather?', 'photosynthesis', 'how do I cook it?'])(
    'does not answer %j with what was quoted before',
    async (question) => {
      const [, second] = await talk(['When did the missile strike on Ganja happen?', question]);
      expect(second!.verdict).not.toBe('answered');
    },
  );

  it('brings what was asked before into a question that leans on it', async () => {
    const [, second] = await talk(['When did the missile strike on Ganja happen?', 'how many people died?']);
    expect(second!.followUp).toBe(true);
    expect(second!.quotes.some(({ source }) => source.includes('ganja'))).toBe(true);
    expect(second!.quotes[0]!.text).toMatch(/Ganja|killed|dead/);
    expectSound(second!);
  });

  it('asks for what was asked before when only what it is about changes', async () => {
    const [, , third] = await talk(['What happened in Ganja?', 'how many died?', 'and in barda?']);
    expect(third!.followUp).toBe(true);
    const { text, start, focus } = third!.quotes[0]!;
    expect(text).toContain('Barda, Oct. 27: four dead');
    expect(focus.map((span) => text.slice(span.start - start, span.end - start))).toEqual(['four']);
  });

  it('stays with what happened when another document answers the one word of a question', async () => {
    using corpus = new TemporaryCorpus({
      'bridge.txt':
        'The road bridge over the Lorn fell into the river early on Monday, in the third night of the flood.\n\nNine people lost their lives, most of them in one bus. Divers went on looking until Wednesday.',
      'lorry.txt':
        'A lorry ran into a coach near Tessel on Monday evening. The driver died at once, and 27 passengers were hurt.\n\nThe road was closed for a day.',
    });
    await buildIndex(corpus.options);
    const own = await openAnswererFor(corpus.options);
    const question = 'tell me about the bridge over the lorn';
    const turn: Turn = { question, answer: await own.ask(question) };
    const { quotes, followUp } = await own.ask('how many died?', { history: [turn] });
    own.close();
    expect(followUp).toBe(true);
    expect(quotes[0]!.source).toBe('bridge.txt');
  });

  it('asks the same of another document when only that one holds what the question is about now', async () => {
    using corpus = new TemporaryCorpus({
      'bridge.txt':
        'The road bridge over the Lorn fell into the river early on Monday, in the third night of the flood.\n\nNine people lost their lives in the flood at the Lorn, most of them in one bus.',
      'mine.txt':
        'An explosion in the mine of Corvin killed 23 people on Thursday.\n\nThe mine will stay closed until the spring, its owner said.',
    });
    await buildIndex(corpus.options);
    const own = await openAnswererFor(corpus.options);
    const turns: Turn[] = [];
    for (const question of [
      'what happened to the bridge over the lorn',
      'how many people died?',
      'and in corvin?',
    ])
      turns.push({ question, answer: await own.ask(question, { history: turns }) });
    own.close();
    expect(turns[1]!.answer.quotes[0]!.source).toBe('bridge.txt');
    expect(turns[2]!.answer.quotes[0]).toMatchObject({ source: 'mine.txt', paragraph: 1 });
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
    expectSound(second!);
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
    expectSound(answer, corpus.corpusDir);
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
