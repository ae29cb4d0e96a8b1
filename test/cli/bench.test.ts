// @module-tag slow
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODELS_DIR } from '../support/models.ts';
import { runs } from '../support/property-runs.ts';
import { runCommand, runInTurn, type Run } from '../support/run-command.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

describe('bench', () => {
  const kills = runs(5);
  let corpus: TemporaryCorpus;
  let done: Run;
  beforeAll(async () => {
    corpus = new TemporaryCorpus({ 'a.txt': 'Deer live in the forest.' });
    const { corpusDir, embeddingsDir } = corpus;
    mkdirSync(embeddingsDir);
    symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
    done = await runCommand(
      'bench',
      ['--sizes', '20,10', '--build', '10', '--kills', String(kills), '--starts', '1'],
      { env: { CORPUS_DIR: corpusDir, EMBEDDINGS_DIR: embeddingsDir } },
    );
  }, 300_000);
  afterAll(() => corpus[Symbol.dispose]());

  it('measures on any corpus, and leaves nothing behind', () => {
    const { code, stdout, stderr } = done;
    expect([code, stderr.replace('Building the index.\n', '')]).toEqual([0, '']);
    expect(stdout).toMatch(/ask, warm index: +\d+ ms/);
    expect(stdout).toMatch(/^20 passages, [^]*^10 passages, /m);
    expect(stdout).not.toContain('NaN');
    expect(existsSync(join(corpus.embeddingsDir, 'bench'))).toBe(false);
  });

  it('finds the old index or the new one answering, whatever moment a build is killed at', () => {
    const told =
      /^builds killed at (\d+) random moments: (\d+) left the old index, (\d+) the new one, 0 neither$/m;
    const [, moments, left, published] = told.exec(done.stdout)?.map(Number) ?? [];
    expect(moments).toBe(kills);
    expect(left! + published!).toBe(kills);
  });
});

it('ends with 2 for sizes that are none', async () => {
  const wrong = ['foo', '1000,', '5', '2000000'];
  const all = await runInTurn(wrong.map((sizes) => ({ name: 'bench', args: ['--sizes', sizes] })));
  for (const [i, { code, stdout, stderr }] of all.entries()) {
    expect([wrong[i], code, stdout]).toEqual([wrong[i], 2, '']);
    expect(stderr).toContain('It must be a whole number');
  }
});
