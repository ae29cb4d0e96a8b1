import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/index/build.ts';
import type { BuildProgress } from '../../src/index/build-report.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const FILES = {
  'a.txt': 'The lamp at Harrow Quay burns whale oil.',
  'b.txt': 'The bell is rung in fog.',
  'c.txt': 'The mill grinds barley.',
};

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus(FILES);
});
afterEach(() => {
  corpus[Symbol.dispose]();
});

describe('a corpus folder that goes away while it is read', () => {
  const away = () => renameSync(corpus.corpusDir, join(corpus.root, 'away'));
  const emptied = () => {
    away();
    mkdirSync(corpus.corpusDir);
  };
  const replaced = () => {
    away();
    corpus.write({ 'd.txt': 'Another folder.' });
  };
  const generations = () =>
    readdirSync(corpus.embeddingsDir).filter((name) => !name.startsWith('build-lock'));

  it.each([
    ['is gone in the midst of it', 'embedding', away],
    ['is an empty mount point in the midst of it', 'embedding', emptied],
    ['is gone when all is read', 'writing', away],
    ['is another folder when all is read', 'writing', replaced],
  ] as const)('ends the build where it %s, and leaves the last index', async (_, phase, happen) => {
    await buildIndex(corpus.options);
    const before = generations();
    corpus.write({ 'a.txt': 'The lamp burns gas.' });
    let happened = false;
    const onProgress = (progress: BuildProgress) => {
      if (progress.phase !== phase || happened) return;
      happened = true;
      happen();
    };
    await expect(buildIndex(corpus.options, onProgress)).rejects.toMatchObject({
      name: 'UserError',
      code: 'CORPUS_MISSING',
    });
    expect(happened).toBe(true);
    expect(generations()).toEqual(before);
  });

  it('goes on without a file that was deleted in the midst of it', async () => {
    await buildIndex(corpus.options);
    corpus.write({ 'a.txt': 'The lamp burns gas.' });
    let happened = false;
    const report = await buildIndex(corpus.options, () => {
      if (!happened) corpus.remove('c.txt');
      happened = true;
    });
    expect(report).toMatchObject({ changedSources: ['a.txt'], removed: ['c.txt'], kept: [] });
    expect(report.skipped).toEqual([{ source: 'c.txt', reason: 'gone while the corpus was read' }]);
  });
});
