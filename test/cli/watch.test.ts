// @module-tag slow
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MODELS_DIR } from '../support/models.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const ROOT = join(import.meta.dirname, '../..');

let corpus: TemporaryCorpus;
let child: ChildProcess;
let output: string;
beforeEach(() => {
  corpus = new TemporaryCorpus({ 'a.txt': 'Deer live in the forest.' });
});
afterEach(() => {
  child.kill('SIGKILL');
  corpus[Symbol.dispose]();
});

function startWatching(embeddingsDir = corpus.embeddingsDir): void {
  mkdirSync(embeddingsDir);
  symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
  child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src/cli/index.ts'), '--watch'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      CORPUS_DIR: corpus.corpusDir,
      EMBEDDINGS_DIR: embeddingsDir,
      EMBEDDING_MODEL: '',
    },
  });
  output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
}

const says = (text: string, times = 1) =>
  vi.waitFor(() => expect(output.split(text).length - 1).toBe(times), 30_000);

it('follows a corpus that goes away and comes back, until it is told to end', async () => {
  startWatching();
  await says('Watching');
  renameSync(corpus.corpusDir, join(corpus.root, 'away'));
  await says('There is no corpus folder');
  renameSync(join(corpus.root, 'away'), corpus.corpusDir);
  await says('Nothing has changed.');
  await sleep(1500);
  expect(child.exitCode).toBe(null);
  corpus.write({ 'b.txt': 'Seals live in the sea.' });
  await says('added: b.txt');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 90_000);

it('does not follow the embeddings that are kept inside the corpus', async () => {
  startWatching(corpus.path('embeddings'));
  await says('Watching');
  await sleep(4000);
  await says('windows embedded');
  corpus.write({ 'b.txt': 'Seals live in the sea.' });
  await says('added: b.txt');
  await sleep(4000);
  await says('windows embedded', 2);
}, 90_000);

it('ends at once where it is told to while it builds', async () => {
  const animals = Array.from({ length: 5000 }, (_, i) => `Animal number ${i} lives in the forest.`);
  corpus.write({ 'long.txt': animals.join('\n\n') });
  startWatching();
  await says('Building the index');
  child.kill('SIGTERM');
  const told = performance.now();
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(performance.now() - told).toBeLessThan(3000);
  expect(output).toBe('Building the index.\n');
}, 90_000);
