// @module-tag slow
import { once } from 'node:events';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBuild } from '../../src/bench/kill-bench.ts';
import { buildInChild } from '../../src/index/build-in-child.ts';
import type { BuildProgress } from '../../src/index/build-report.ts';
import { CurrentIndex } from '../../src/index/current-index.ts';
import { currentGeneration } from '../../src/index/generations.ts';
import { OpenIndex } from '../../src/index/open-index.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const OLD = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [`${i}.txt`, `Old text number ${i}.\n\nIt says ${i * 7}.`]),
);
let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus(OLD);
});
afterEach(() => corpus[Symbol.dispose]());

/** Processes that this one has started, by a part of their command. */
function childrenRunning(part: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, parent] = /\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(part);
      } catch {
        return false;
      }
    });
}

const open = () => OpenIndex.open(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!);

describe('a build that is killed', () => {
  it('ends with the process that started it, in the middle of a long file', async () => {
    corpus.write({
      'long.txt': Array.from({ length: 4000 }, (_, i) => `It was counted ${i} times by all.`).join('\n\n'),
    });
    const child = startBuild(corpus.options);
    const exited = once(child, 'exit');
    await new Promise<void>((resolve) => {
      child.on('message', ({ progress }: { progress?: BuildProgress }) => {
        if (progress && progress.embedded > 100) resolve();
      });
    });
    const started = performance.now();
    child.disconnect();
    await exited;
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(currentGeneration(corpus.embeddingsDir)).toBeUndefined();
  });

  it.skipIf(!existsSync('/proc/self/stat'))('says which file it was at', async () => {
    const builders = new Set<number>();
    const build = buildInChild(corpus.options, {
      onProgress: ({ source }) => {
        if (source === undefined || builders.size > 0) return;
        for (const pid of childrenRunning('build-process')) {
          builders.add(pid);
          process.kill(pid, 'SIGKILL');
        }
      },
    });
    await expect(build).rejects.toMatchObject({
      code: 'BUILD_DIED',
      message: expect.stringMatching(/SIGKILL\), at \d+\.txt\.$/) as unknown,
    });
    expect(builders.size).toBe(1);
  });

  it('is reported to who waits for it, and leaves the index as it was', async () => {
    const aborter = new AbortController();
    const build = buildInChild(corpus.options, { signal: aborter.signal });
    setTimeout(() => aborter.abort(), 300);
    await expect(build).rejects.toThrow();
    expect(currentGeneration(corpus.embeddingsDir)).toBeUndefined();
  });
});

describe('two builds at once', () => {
  it('both finish, one after the other, and the index is whole', async () => {
    const reports = await Promise.all([buildInChild(corpus.options), buildInChild(corpus.options)]);
    expect(reports.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(reports[0].generation).toBe(reports[1].generation);
    const index = await open();
    expect(index.documents()).toHaveLength(20);
    index.close();
  });
});

describe('CurrentIndex', () => {
  it('closes each index once, for the number of a closed file is soon that of another', async () => {
    await buildIndex(corpus.options);
    const index = await open();
    index.close();
    const files = Array.from({ length: 20 }, () => openSync(corpus.path('0.txt'), 'r'));
    index.close();
    expect(files.map((file) => fstatSync(file).isFile())).not.toContain(false);
    for (const file of files) closeSync(file);
  });

  it('goes over to a new generation, and stays with the last one when there is none better', async () => {
    await buildIndex(corpus.options);
    const current = new CurrentIndex(corpus.embeddingsDir, await open());
    const old = current.index;
    expect(await current.refresh()).toBe(false);

    corpus.write({ 'new.txt': 'Brand new.' });
    await buildIndex(corpus.options);
    expect(await Promise.all([current.refresh(), current.refresh()])).toEqual([true, true]);
    expect(current.index.document('new.txt')).toBeDefined();
    // Who holds the old one may still read from it for a while.
    expect(old.passages('0.txt')).toHaveLength(2);
    expect(old.document('new.txt')).toBeUndefined();
    current.close();
  });
});
