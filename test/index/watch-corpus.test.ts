// @module-tag slow
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as chokidar from 'chokidar';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildInChild } from '../../src/index/build-in-child.ts';
import { watchCorpus } from '../../src/index/watch-corpus.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

vi.mock('chokidar', async (original) => {
  const real = await original<typeof chokidar>();
  return { ...real, watch: vi.fn(real.watch) };
});

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus({ 'a.txt': 'a' });
});
afterEach(() => corpus[Symbol.dispose]());

it('calls once for a burst of changes, never twice at a time, and not after it was stopped', async () => {
  let running = 0;
  let calls = 0;
  let most = 0;
  const errors: unknown[] = [];
  const stop = watchCorpus(
    corpus.options,
    async () => {
      calls += 1;
      running += 1;
      most = Math.max(most, running);
      await sleep(600);
      running -= 1;
    },
    (error) => errors.push(error),
    { debounce: 400 },
  );
  await sleep(500);
  for (let i = 0; i < 10; i++) corpus.write({ [`b${i}.txt`]: 'b', '.hidden.txt': `${i}` });
  await vi.waitFor(() => expect(calls).toBe(1), 10_000);
  // A change during the call is answered by another one after it.
  await sleep(200);
  corpus.remove('a.txt');
  await vi.waitFor(() => expect(calls).toBe(2), 10_000);
  await sleep(200);
  corpus.write({ 'c.txt': 'c' });
  await sleep(300);
  await stop();
  await sleep(1500);
  expect(calls).toBe(2);
  expect(most).toBe(1);
  expect(errors).toEqual([]);
});

it('calls again, later and later, after a call that failed', async () => {
  const calls: number[] = [];
  const stop = watchCorpus(
    corpus.options,
    () => {
      calls.push(performance.now());
      return calls.length < 4 ? Promise.reject(new Error('the disk is full')) : Promise.resolve();
    },
    () => undefined,
    { behind: true, firstRetry: 100 },
  );
  await vi.waitFor(() => expect(calls).toHaveLength(4), 10_000);
  await sleep(1000);
  await stop();
  expect(calls).toHaveLength(4);
  const waited = calls.slice(1).map((at, i) => at - calls[i]!);
  expect(waited[1]).toBeGreaterThan(waited[0]! * 1.3);
  expect(waited[2]).toBeGreaterThan(waited[1]! * 1.3);
});

describe('a corpus folder', () => {
  let calls: number;
  let errors: unknown[];
  let stop: () => Promise<void>;
  const begin = (options = corpus.options, lookEvery?: number) => {
    calls = 0;
    errors = [];
    stop = watchCorpus(
      options,
      () => {
        calls += 1;
        return Promise.resolve();
      },
      (error) => errors.push(error),
      { debounce: 250, followEvery: 250, ...(lookEvery === undefined ? {} : { lookEvery }) },
    );
    return sleep(400);
  };
  /** That what is done is seen, once all is quiet. */
  const seen = async (what: string, change: () => void) => {
    await sleep(400);
    const before = calls;
    change();
    await vi.waitFor(() => expect(calls, what).toBeGreaterThan(before), 8000);
  };
  afterEach(async () => {
    await stop();
    expect(errors).toEqual([]);
  });
  const away = () => join(corpus.root, 'away');

  it('is watched on when it went away and came back', async () => {
    await begin();
    await seen('gone', () => renameSync(corpus.corpusDir, away()));
    await seen('back', () => renameSync(away(), corpus.corpusDir));
    await seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
    await seen('removed', () => rmSync(corpus.corpusDir, { recursive: true }));
    await seen('made anew', () => corpus.write({ 'a.txt': 'c' }));
    await seen('an edit of the new one', () => corpus.write({ 'a.txt': 'd' }));
  }, 60_000);

  it('is watched on when it went away for a moment, or was swapped for another', async () => {
    await begin();
    await seen('a moment', () => {
      renameSync(corpus.corpusDir, away());
      renameSync(away(), corpus.corpusDir);
    });
    await sleep(600);
    await seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
    await seen('swapped', () => {
      mkdirSync(join(corpus.root, 'new'));
      renameSync(corpus.corpusDir, away());
      renameSync(join(corpus.root, 'new'), corpus.corpusDir);
    });
    await sleep(600);
    await seen('an edit of the new one', () => corpus.write({ 'a.txt': 'c' }));
  }, 60_000);

  it('is watched from when it is there', async () => {
    rmSync(corpus.corpusDir, { recursive: true });
    await begin();
    await seen('made', () => corpus.write({ 'a.txt': 'a' }));
    await sleep(600);
    await seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
  }, 60_000);

  it('may be a link, which may be made to lead elsewhere', async () => {
    const link = join(corpus.root, 'link');
    symlinkSync(corpus.corpusDir, link);
    await begin({ ...corpus.options, corpusDir: link });
    await seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
    await seen('another folder', () => {
      mkdirSync(away());
      symlinkSync(away(), `${link}2`);
      renameSync(`${link}2`, link);
    });
    await sleep(600);
    await seen('an edit of that', () => writeFileSync(join(away(), 'a.txt'), 'c'));
  }, 60_000);

  it('is watched in all its folders, but the links and the embeddings inside', async () => {
    mkdirSync(away());
    symlinkSync(away(), corpus.path('outside'));
    const embeddingsDir = corpus.path('deep/embeddings');
    await begin({ ...corpus.options, embeddingsDir });
    await seen('a file in a new folder', () => corpus.write({ 'one/two/b.txt': 'b' }));
    await seen('an edit', () => corpus.write({ 'one/two/b.txt': 'c' }));
    await seen('a text at the top', () => corpus.write({ 'a.txt': 'aa' }));
    await seen('the folder around the embeddings', () => mkdirSync(corpus.path('deep')));
    await sleep(800);
    const before = calls;
    for (let i = 0; i < 3; i++) {
      corpus.write({ [`deep/embeddings/generation/${i}.json`]: '{}', 'deep/embeddings/current': `${i}` });
      writeFileSync(join(away(), 'a.txt'), `${i}`);
      await sleep(500);
    }
    expect(calls).toBe(before);
  }, 60_000);

  it('is watched where the embeddings are around it', async () => {
    await begin({ ...corpus.options, embeddingsDir: corpus.root });
    await seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
  }, 60_000);

  it('is compared with the index where nothing tells of its changes', async () => {
    await buildInChild(corpus.options);
    vi.mocked(chokidar.watch).mockImplementationOnce(() => {
      const watcher = new chokidar.FSWatcher();
      const error = Object.assign(new Error('System limit for number of file watchers'), { code: 'ENOSPC' });
      setImmediate(() => {
        for (let i = 0; i < 10; i++) watcher.emit('error', error);
      });
      return watcher;
    });
    await begin(corpus.options, 200);
    await sleep(1000);
    expect(calls).toBe(0);
    expect(errors.splice(0)).toEqual([
      expect.objectContaining({
        code: 'WATCH_LIMIT',
        hint: expect.stringContaining('max_user_watches') as string,
      }),
    ]);
    await seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
    await buildInChild(corpus.options);
    await sleep(1000);
    const before = calls;
    await sleep(1000);
    expect(calls).toBe(before);
  }, 60_000);
});
