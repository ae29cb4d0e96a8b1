import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentGeneration, generationFolder } from '../../src/index/generations.ts';
import { FILES } from '../../src/index/generation-files.ts';
import { Store } from '../../src/index/store.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeAll(async () => {
  corpus = new TemporaryCorpus({ 'a.txt': 'One.\n\nTwo.' });
  await buildIndex(corpus.options);
});
afterAll(() => corpus[Symbol.dispose]());

it('takes no more memory the more is read', () => {
  const folder = generationFolder(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!);
  const store = new Store(join(folder, FILES.store));
  const read = (times: number): void => {
    for (let i = 0; i < times; i++) {
      store.passage(0, 'a.txt');
      store.passagesOf(0);
      store.text(0);
      store.corpusDocument('a.txt');
    }
  };
  read(500);
  const before = process.memoryUsage.rss();
  read(5000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(80 * 1024 * 1024);
  store.close();
});
