// @module-tag slow
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { buildInChild } from '../../src/index/build-in-child.ts';
import { MODELS_DIR } from '../support/models.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A corpus, and the process that watches it. */
class WatchedCorpus extends TemporaryCorpus {
  output = '';
  #child: ChildProcess | undefined;

  constructor() {
    super({ 'a.txt': 'Deer live in the forest.' });
  }

  start(embeddingsDir = this.embeddingsDir): ChildProcess {
    mkdirSync(embeddingsDir, { recursive: true });
    symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
    const child = (this.#child = spawn(
      process.execPath,
      ['--import', 'tsx/esm', join(ROOT, 'src/cli/index.ts'), '--watch'],
      {
        cwd: ROOT,
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          CORPUS_DIR: this.corpusDir,
          EMBEDDINGS_DIR: embeddingsDir,
          EMBEDDING_MODEL: '',
        },
      },
    ));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk));
    return child;
  }

  says(text: string, times = 1): Promise<void> {
    return vi.waitFor(() => expect(this.output.split(text).length - 1).toBe(times), 30_000);
  }

  override [Symbol.dispose](): void {
    this.#child?.kill('SIGKILL');
    super[Symbol.dispose]();
  }
}

// Mostly they wait to see that nothing happens.
describe.concurrent('npm run index -- --watch', () => {
  it('follows a corpus that goes away and comes back, until it is told to end', async () => {
    using corpus = new WatchedCorpus();
    const child = corpus.start();
    await corpus.says('Watching');
    renameSync(corpus.corpusDir, join(corpus.root, 'away'));
    await corpus.says('There is no corpus folder');
    renameSync(join(corpus.root, 'away'), corpus.corpusDir);
    await corpus.says('Nothing has changed.');
    await sleep(1500);
    expect(child.exitCode).toBe(null);
    corpus.write({ 'b.txt': 'Seals live in the sea.' });
    await corpus.says('added: b.txt');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 90_000);

  it.each([
    ['is away', 'There is no corpus folder', () => undefined],
    ['is empty', 'holds no document', (corpus: WatchedCorpus) => mkdirSync(corpus.corpusDir)],
  ])(
    'waits for a corpus that %s when it starts, where there is an index of it',
    async (_, said, happen) => {
      using corpus = new WatchedCorpus();
      await buildInChild(corpus.options);
      renameSync(corpus.corpusDir, join(corpus.root, 'away'));
      happen(corpus);
      const child = corpus.start();
      await corpus.says(said);
      await corpus.says('Watching');
      rmSync(corpus.corpusDir, { recursive: true, force: true });
      renameSync(join(corpus.root, 'away'), corpus.corpusDir);
      await corpus.says('Nothing has changed.');
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
    90_000,
  );

  it('ends with 1 where the corpus is away when it starts, and there is no index', async () => {
    using corpus = new WatchedCorpus();
    renameSync(corpus.corpusDir, join(corpus.root, 'away'));
    expect(await once(corpus.start(), 'exit')).toEqual([1, null]);
    expect(corpus.output).toContain('There is no corpus folder');
  }, 90_000);

  it('does not follow the embeddings that are kept inside the corpus', async () => {
    using corpus = new WatchedCorpus();
    corpus.start(corpus.path('embeddings'));
    await corpus.says('Watching');
    await sleep(4000);
    await corpus.says('windows embedded');
    corpus.write({ 'b.txt': 'Seals live in the sea.' });
    await corpus.says('added: b.txt');
    await sleep(4000);
    await corpus.says('windows embedded', 2);
  }, 90_000);
});

it('ends at once where it is told to while it builds', async () => {
  using corpus = new WatchedCorpus();
  const animals = Array.from({ length: 5000 }, (_, i) => `Animal number ${i} lives in the forest.`);
  corpus.write({ 'long.txt': animals.join('\n\n') });
  const child = corpus.start();
  await corpus.says('Building the index');
  child.kill('SIGTERM');
  const told = performance.now();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(performance.now() - told).toBeLessThan(3000);
  expect(corpus.output).toBe('Building the index.\n');
}, 90_000);
