// @module-tag slow
import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireBuildLock } from '../../src/index/build-lock.ts';
import type { EnsuredIndex } from '../../src/index/ensure-index.ts';
import { makeFolder } from '../../src/make-folder.ts';
import { buildIndex, ensureIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus({ 'a.txt': 'The lamp at Harrow Quay burns whale oil.' });
});
afterEach(() => corpus[Symbol.dispose]());

/** The sources of an index, which is closed. */
function sourcesOf({ index }: EnsuredIndex): string[] {
  const sources = index.documents().map(({ source }) => source);
  index.close();
  return sources;
}

/** What is had only when the other process is done. */
async function onceReleased(release: () => void, ensured: Promise<EnsuredIndex>): Promise<EnsuredIndex> {
  let isDone = false;
  void ensured.finally(() => (isDone = true)).catch(() => undefined);
  await sleep(1000);
  expect(isDone).toBe(false);
  release();
  return await ensured;
}

describe('an index that is older than the corpus', () => {
  beforeEach(async () => {
    await buildIndex(corpus.options);
    corpus.write({ 'b.txt': 'The bell is rung in fog.' });
  });

  it('is built first, by whoever would not wait, where nobody else builds', async () => {
    const ensured = await ensureIndex(corpus.options, { staleRatherThan: 'wait' });
    expect(ensured.report).toMatchObject({ added: ['b.txt'] });
    expect(ensured.stale).toBeUndefined();
    expect(sourcesOf(ensured)).toEqual(['a.txt', 'b.txt']);
  });

  it('answers as it is, and says so, while another process builds', async () => {
    const release = await acquireBuildLock(corpus.embeddingsDir);
    try {
      const ensured = await ensureIndex(corpus.options, { staleRatherThan: 'wait' });
      expect(ensured.stale).toMatchObject({ name: 'UserError', code: 'BUILD_UNDER_WAY' });
      expect(sourcesOf(ensured)).toEqual(['a.txt']);
    } finally {
      release();
    }
  });

  it('is waited for by whoever needs the newest', async () => {
    const release = await acquireBuildLock(corpus.embeddingsDir);
    const ensured = await onceReleased(release, ensureIndex(corpus.options));
    expect(sourcesOf(ensured)).toEqual(['a.txt', 'b.txt']);
  });

  it('answers as it is where it is not to be built first', async () => {
    const ensured = await ensureIndex(corpus.options, { staleRatherThan: 'build' });
    expect(ensured.stale).toMatchObject({ name: 'UserError', code: 'INDEX_STALE' });
    expect(ensured.report).toBeUndefined();
    expect(sourcesOf(ensured)).toEqual(['a.txt']);
  });

  it('answers as it is where the corpus is away', async () => {
    renameSync(corpus.corpusDir, join(corpus.root, 'away'));
    const ensured = await ensureIndex(corpus.options, { staleRatherThan: 'build' });
    expect(sourcesOf(ensured)).toEqual(['a.txt']);
  });

  it.each(['wait', 'build'] as const)(
    'answers nothing where the corpus has none of its documents, given %s',
    async (staleRatherThan) => {
      corpus.remove('a.txt');
      const release = await acquireBuildLock(corpus.embeddingsDir);
      const ensured = await onceReleased(release, ensureIndex(corpus.options, { staleRatherThan }));
      expect(sourcesOf(ensured)).toEqual(['b.txt']);
    },
  );
});

describe('an index of another corpus that has a file of the same name', () => {
  beforeEach(async () => {
    corpus.remove('a.txt');
    for (const name of ['README.md', 'b.txt', 'c.txt', 'd.txt']) corpus.write({ [name]: `Text of ${name}.` });
    await buildIndex(corpus.options);
    corpus.remove('b.txt');
    corpus.remove('c.txt');
    corpus.write({ 'lamp.txt': 'The lamp at Harrow Quay burns whale oil.' });
  });

  it.each(['wait', 'build'] as const)('answers nothing, given %s', async (staleRatherThan) => {
    corpus.remove('d.txt');
    const release = await acquireBuildLock(corpus.embeddingsDir);
    const ensured = await onceReleased(release, ensureIndex(corpus.options, { staleRatherThan }));
    expect(ensured.stale).toBeUndefined();
    expect(sourcesOf(ensured)).toEqual(['README.md', 'lamp.txt']);
  });

  it('is taken for an older one of this where half of its documents are left', async () => {
    const ensured = await ensureIndex(corpus.options, { staleRatherThan: 'build' });
    expect(ensured.stale).toMatchObject({ code: 'INDEX_STALE' });
    expect(sourcesOf(ensured)).toEqual(['README.md', 'b.txt', 'c.txt', 'd.txt']);
  });

  it.skipIf(process.platform === 'win32')('counts those that are there and cannot be read', async () => {
    corpus.remove('d.txt');
    symlinkSync('/nowhere', corpus.path('d.txt'));
    const ensured = await ensureIndex(corpus.options, { staleRatherThan: 'build' });
    expect(sourcesOf(ensured)).toHaveLength(4);
  });
});

it.each(['wait', 'build'] as const)(
  'waits for the other process where there is no index, given %s',
  async (staleRatherThan) => {
    makeFolder(corpus.embeddingsDir);
    const release = await acquireBuildLock(corpus.embeddingsDir);
    const ensured = await onceReleased(release, ensureIndex(corpus.options, { staleRatherThan }));
    expect(ensured.report).toMatchObject({ added: ['a.txt'] });
    expect(sourcesOf(ensured)).toEqual(['a.txt']);
  },
);
