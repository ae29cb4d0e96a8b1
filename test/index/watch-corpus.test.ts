// @module-tag slow
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as chokidar from 'chokidar';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildInChild } from '../../src/index/build-in-child.ts';
import { watchCorpus } from '../../src/index/watch-corpus.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

/** Folders that the system cannot watch. */
const unwatchable = vi.hoisted(() => new Set<unknown>());
vi.mock('chokidar', async (original) => {
  const real = await original<typeof chokidar>();
  const watch: typeof chokidar.watch = (folder, options) => {
    if (!unwatchable.has(folder)) return real.watch(folder, options);
    const watcher = new real.FSWatcher();
    const error = Object.assign(new Error('System limit for number of file watchers'), { code: 'ENOSPC' });
    setImmediate(() => {
      for (let i = 0; i < 10; i++) watcher.emit('error', error);
    });
    return watcher;
  };
  return { ...real, watch };
});

describe('watchCorpus', () => {
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
    // A busy machine makes each longer, and none shorter.
    for (const [i, ms] of waited.entries()) expect(ms).toBeGreaterThan(95 * 2 ** i);
  });
});

/** A corpus folder that is watched, and what was told of it. */
class Watched extends TemporaryCorpus {
  calls = 0;
  errors: unknown[] = [];
  readonly away = join(this.root, 'away');
  #stop: () => Promise<void> = () => Promise.resolve();

  begin(options = this.options, lookEvery?: number): Promise<void> {
    this.#stop = watchCorpus(
      options,
      () => {
        this.calls += 1;
        return Promise.resolve();
      },
      (error) => this.errors.push(error),
      { debounce: 250, followEvery: 250, ...(lookEvery === undefined ? {} : { lookEvery }) },
    );
    return sleep(400);
  }

  /** That what is done is seen, once all is quiet. */
  async seen(what: string, change: () => void): Promise<void> {
    await sleep(400);
    const before = this.calls;
    change();
    await vi.waitFor(() => expect(this.calls, what).toBeGreaterThan(before), 8000);
  }

  async end(): Promise<void> {
    await this.#stop();
    this[Symbol.dispose]();
  }
}

const watching = (test: (corpus: Watched) => Promise<void>) => async () => {
  const corpus = new Watched({ 'a.txt': 'a' });
  try {
    await test(corpus);
  } finally {
    await corpus.end();
  }
  expect(corpus.errors).toEqual([]);
};

// Each waits for a folder of its own, the longest first.
describe.concurrent('a corpus folder', () => {
  it(
    'is compared with the index where nothing tells of its changes',
    watching(async (corpus) => {
      await buildInChild(corpus.options);
      unwatchable.add(corpus.corpusDir);
      await corpus.begin(corpus.options, 200);
      await sleep(1000);
      expect(corpus.calls).toBe(0);
      expect(corpus.errors.splice(0)).toEqual([
        expect.objectContaining({
          code: 'WATCH_LIMIT',
          hint: expect.stringContaining('max_user_watches') as string,
        }),
      ]);
      await corpus.seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
      await buildInChild(corpus.options);
      await sleep(1000);
      const before = corpus.calls;
      await sleep(1000);
      expect(corpus.calls).toBe(before);
    }),
    60_000,
  );

  it(
    'is watched on when it went away and came back',
    watching(async (corpus) => {
      await corpus.begin();
      await corpus.seen('gone', () => renameSync(corpus.corpusDir, corpus.away));
      await corpus.seen('back', () => renameSync(corpus.away, corpus.corpusDir));
      await corpus.seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
      await corpus.seen('removed', () => rmSync(corpus.corpusDir, { recursive: true }));
      await corpus.seen('made anew', () => corpus.write({ 'a.txt': 'c' }));
      await corpus.seen('an edit of the new one', () => corpus.write({ 'a.txt': 'd' }));
    }),
    60_000,
  );

  it(
    'is watched on when it went away for a moment, or was swapped for another',
    watching(async (corpus) => {
      await corpus.begin();
      await corpus.seen('a moment', () => {
        renameSync(corpus.corpusDir, corpus.away);
        renameSync(corpus.away, corpus.corpusDir);
      });
      await sleep(600);
      await corpus.seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
      await corpus.seen('swapped', () => {
        mkdirSync(join(corpus.root, 'new'));
        renameSync(corpus.corpusDir, corpus.away);
        renameSync(join(corpus.root, 'new'), corpus.corpusDir);
      });
      await sleep(600);
      await corpus.seen('an edit of the new one', () => corpus.write({ 'a.txt': 'c' }));
    }),
    60_000,
  );

  it(
    'is seen to change while one of its files is written without a pause',
    watching(async (corpus) => {
      await corpus.begin();
      const writing = setInterval(() => corpus.write({ 'log.txt': `${performance.now()}` }), 50);
      try {
        await vi.waitFor(() => expect(corpus.calls).toBeGreaterThan(1), 15_000);
      } finally {
        clearInterval(writing);
      }
    }),
    60_000,
  );

  it(
    'does not change with the files that nobody reads, but with folders of any name',
    watching(async (corpus) => {
      await corpus.begin();
      for (let i = 0; i < 20; i++) {
        corpus.write({ 'a.log': `${i}`, b: `${i}`, [`${i}.tmp`]: '' });
        corpus.remove(`${i}.tmp`);
        await sleep(50);
      }
      await sleep(500);
      expect(corpus.calls).toBe(0);
      await corpus.seen('a folder', () => mkdirSync(corpus.path('v1.2')));
      await corpus.seen('what it may show', () => chmodSync(corpus.path('v1.2'), 0o700));
      await corpus.seen('moved', () => renameSync(corpus.path('v1.2'), corpus.path('v1.3')));
      await corpus.seen('removed', () => corpus.remove('v1.3'));
    }),
    60_000,
  );

  it(
    'is watched from when it is there',
    watching(async (corpus) => {
      rmSync(corpus.corpusDir, { recursive: true });
      await corpus.begin();
      await corpus.seen('made', () => corpus.write({ 'a.txt': 'a' }));
      await sleep(600);
      await corpus.seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
    }),
    60_000,
  );

  it(
    'may be a link, which may be made to lead elsewhere',
    watching(async (corpus) => {
      const link = join(corpus.root, 'link');
      symlinkSync(corpus.corpusDir, link);
      await corpus.begin({ ...corpus.options, corpusDir: link });
      await corpus.seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
      await corpus.seen('another folder', () => {
        mkdirSync(corpus.away);
        symlinkSync(corpus.away, `${link}2`);
        renameSync(`${link}2`, link);
      });
      await sleep(600);
      await corpus.seen('an edit of that', () => writeFileSync(join(corpus.away, 'a.txt'), 'c'));
    }),
    60_000,
  );

  it(
    'is watched in all its folders, but the links and the embeddings inside',
    watching(async (corpus) => {
      mkdirSync(corpus.away);
      symlinkSync(corpus.away, corpus.path('outside'));
      const embeddingsDir = corpus.path('deep/embeddings');
      await corpus.begin({ ...corpus.options, embeddingsDir });
      await corpus.seen('a file in a new folder', () => corpus.write({ 'one/two/b.txt': 'b' }));
      await corpus.seen('an edit', () => corpus.write({ 'one/two/b.txt': 'c' }));
      await corpus.seen('a text at the top', () => corpus.write({ 'a.txt': 'aa' }));
      await corpus.seen('the folder around the embeddings', () => mkdirSync(corpus.path('deep')));
      await sleep(800);
      const before = corpus.calls;
      for (let i = 0; i < 3; i++) {
        corpus.write({ [`deep/embeddings/generation/${i}.json`]: '{}', 'deep/embeddings/current': `${i}` });
        writeFileSync(join(corpus.away, 'a.txt'), `${i}`);
        await sleep(500);
      }
      expect(corpus.calls).toBe(before);
    }),
    60_000,
  );

  it(
    'is watched where the embeddings are around it',
    watching(async (corpus) => {
      await corpus.begin({ ...corpus.options, embeddingsDir: corpus.root });
      await corpus.seen('an edit', () => corpus.write({ 'a.txt': 'b' }));
    }),
    60_000,
  );
});
