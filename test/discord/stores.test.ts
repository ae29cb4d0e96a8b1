import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../src/answer/answer.ts';
import { AnswerStore, MAX_ANSWER_AGE, restoreQuote } from '../../src/discord/answer-store.ts';
import { Reindexer } from '../../src/discord/reindexer.ts';
import { Deduplicator } from '../../src/discord/deduplicator.ts';
import { Throttle } from '../../src/discord/throttle.ts';
import { openBotDatabase } from '../../src/feedback/database.ts';
import { questionsFrom } from '../../src/feedback/questions.ts';
import { FeedbackStore, type RatedAnswer } from '../../src/feedback/store.ts';
import { buildReport } from '../support/build-report.ts';
import { EMPTY_ANSWER } from '../support/empty-answer.ts';
import { documentsOf, libraryOf } from '../support/fake-answerer.ts';

const answer: Answer = { ...EMPTY_ANSWER, question: 'when?' };

describe('kept answers', () => {
  it.skipIf(process.platform === 'win32')('are readable to nobody else on the machine', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cited-private-'));
    const database = openBotDatabase(folder);
    new AnswerStore(database).add(answer, 'g1', '123', 'c');
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(modes.length).toBeGreaterThan(1);
    for (const mode of modes) expect(mode.toString(8)).toBe('600');
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('last where they are in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cited-lasting-'));
    const databases = [openBotDatabase(folder), openBotDatabase(':memory:')];
    expect(databases.map((database) => new FeedbackStore(database).lasting)).toEqual([true, false]);
    for (const database of databases) database.close();
    rmSync(folder, { recursive: true });
  });

  it('are known again by their asker, and forgotten in time', () => {
    const database = openBotDatabase(':memory:');
    let now = 1_000_000;
    const store = new AnswerStore(database, () => now);
    const id = store.add(answer, 'g1', '123', 'c');
    const kept = store.get(id)!;
    expect(kept).toMatchObject({ question: 'when?', generation: 'g1', conversation: 'c' });
    expect([store.isAsker(kept, '123'), store.isAsker(kept, '124')]).toEqual([true, false]);
    expect(JSON.stringify(kept)).not.toContain('123');
    now += MAX_ANSWER_AGE + 1;
    expect(store.get(id)).toBeUndefined();
    expect(database.sqlite.prepare('SELECT id FROM answers').all()).toEqual([{ id }]);
    store.prune();
    expect(database.sqlite.prepare('SELECT id FROM answers').all()).toEqual([]);
    database.close();
  });

  it('take SQL for the text that it is', () => {
    const database = openBotDatabase(':memory:');
    const store = new AnswerStore(database);
    const sql = `'); DROP TABLE answers; --`;
    const id = store.add({ ...answer, question: sql }, sql, sql, sql);
    const kept = store.get(id)!;
    expect(kept).toMatchObject({ question: sql, generation: sql, conversation: sql });
    expect(store.get(`' OR '1' = '1`)).toBeUndefined();
    const feedback = new FeedbackStore(database);
    feedback.vote({ id: sql, question: sql, verdict: 'answered', generation: sql, quotes: [] }, sql, 'up');
    expect(feedback.rated()).toMatchObject([{ id: sql, question: sql, up: 1 }]);
    expect(store.get(id)).toEqual(kept);
    database.close();
  });

  it('give a quote back with all that was shown of it, where its text stands now', async () => {
    const text = 'It struck last week. Nobody knows why.';
    const shown: Quote = {
      source: 'a.txt',
      paragraph: 1,
      start: 0,
      end: text.length,
      text,
      highlights: [{ start: 0, end: 20 }],
      focus: [{ start: 10, end: 19 }],
      score: 0,
      alsoIn: [],
      alsoInPart: [{ source: 'a.txt', paragraph: 1 }],
      dateNotes: [
        {
          expression: 'last week',
          start: 10,
          end: 19,
          date: '2020-10-05',
          until: '2020-10-11',
          reference: '2020-10-14',
        },
      ],
    };
    const database = openBotDatabase(':memory:');
    const store = new AnswerStore(database);
    const [kept] = store.get(store.add({ ...answer, quotes: [shown] }, 'g1', '123', 'c'))!.quotes;
    const libraryWith = async (file: string) => libraryOf(await documentsOf({ 'a.txt': file }), 'g2');
    expect(restoreQuote(kept!, await libraryWith(text))).toEqual(shown);
    const elsewhere = { ...kept!, alsoInPart: [{ source: 'gone.txt', paragraph: 1 }] };
    expect(restoreQuote(elsewhere, await libraryWith(text))).not.toHaveProperty('alsoInPart');
    const moved = restoreQuote(kept!, await libraryWith(`First.\n\n${text}`))!;
    const shift = 'First.\n\n'.length;
    expect(moved.focus).toEqual([{ start: 10 + shift, end: 19 + shift }]);
    expect(moved.dateNotes).toMatchObject([{ start: 10 + shift, until: '2020-10-11' }]);
    database.close();
  });

  it('that do not make sense are as good as forgotten', () => {
    const database = openBotDatabase(':memory:');
    const store = new AnswerStore(database);
    const id = store.add(answer, 'g1', '123', 'c');
    database.sqlite.exec(`UPDATE answers SET quotes = '[{"source":1}]'`);
    expect(store.get(id)).toBeUndefined();
    database.close();
  });
});

describe('feedback', () => {
  const rated = (id: string, verdict: RatedAnswer['verdict'] = 'answered'): RatedAnswer => ({
    id,
    question: `question ${id}`,
    verdict,
    generation: 'g1',
    quotes: [{ source: 'a.md', start: 3, end: 9 }],
  });

  it('exports what more people found good than bad', () => {
    const database = openBotDatabase(':memory:');
    const store = new FeedbackStore(database);
    store.vote(rated('good'), 'u1', 'up');
    store.vote(rated('good'), 'u2', 'up');
    expect(store.vote(rated('good'), 'u3', 'down')).toMatchObject({ up: 2, down: 1 });
    store.vote(rated('bad'), 'u1', 'down');
    store.vote(rated('divided'), 'u1', 'up');
    store.vote(rated('divided'), 'u2', 'down');
    store.vote(rated('nothing', 'not-found'), 'u1', 'up');
    expect(questionsFrom(store.rated())).toEqual([
      {
        id: 'feedback-good',
        question: 'question good',
        relevant: [{ source: 'a.md', start: 3, end: 9 }],
        answers: [],
        impossible: false,
      },
    ]);
    database.close();
  });

  it('knows a voter by another name in each installation', () => {
    const [a, b] = [openBotDatabase(':memory:'), openBotDatabase(':memory:')];
    expect(a.pseudonym('1')).toBe(a.pseudonym('1'));
    expect(a.pseudonym('1')).not.toBe(b.pseudonym('1'));
    a.close();
    b.close();
  });
});

describe('Reindexer', () => {
  it('tells whoever asks of everything since somebody last asked', async () => {
    const builds = [
      buildReport({ changed: true, added: ['new', 'brief'], removed: ['back', 'gone'] }),
      buildReport({ changed: true, added: ['back'], changedSources: ['new', 'old'], removed: ['brief'] }),
      buildReport(),
      buildReport(),
    ];
    const reindexer = new Reindexer(() => Promise.resolve(builds.shift()!));
    await reindexer.onChange();
    await reindexer.onChange();
    expect(await reindexer.onRequest(() => undefined)).toMatchObject({
      changed: false,
      added: ['new'],
      changedSources: ['back', 'old'],
      removed: ['gone'],
    });
    expect(await reindexer.onRequest(() => undefined)).toMatchObject({ added: [], removed: [] });
  });
});

describe('what is remembered', () => {
  it('is bounded', () => {
    const seen = new Deduplicator(2);
    expect(['a', 'a', 'b', 'c', 'a'].map((id) => seen.first(id))).toEqual([true, false, true, true, true]);
    let now = 0;
    const throttle = new Throttle(60, 2, () => now);
    const allowed = (...ids: string[]): boolean[] => ids.map((id) => throttle.allows(id));
    expect(allowed('a', 'b', 'a')).toEqual([true, true, false]);
    now = 59;
    expect(allowed('a')).toEqual([false]);
    now = 60;
    expect(allowed('a', 'a', 'b', 'c', 'a')).toEqual([true, false, true, true, true]);
  });
});
