// @module-tag slow
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MODELS_DIR } from '../support/models.ts';
import { runCommand, runInTurn } from '../support/run-command.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

it('measures on any corpus, and leaves nothing behind', async () => {
  using corpus = new TemporaryCorpus({ 'a.txt': 'Deer live in the forest.' });
  const { corpusDir, embeddingsDir } = corpus;
  mkdirSync(embeddingsDir);
  symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
  const { code, stdout, stderr } = await runCommand(
    'bench',
    ['--sizes', '20,10', '--build', '10', '--kills', '1', '--starts', '1'],
    {
      env: { CORPUS_DIR: corpusDir, EMBEDDINGS_DIR: embeddingsDir },
    },
  );
  expect([code, stderr.replace('Building the index.\n', '')]).toEqual([0, '']);
  expect(stdout).toMatch(/ask, warm index: +\d+ ms/);
  expect(stdout).toMatch(/^20 passages, [^]*^10 passages, /m);
  expect(stdout).toMatch(/^builds killed at 1 random moments: .*, 0 neither$/m);
  expect(stdout).not.toContain('NaN');
  expect(existsSync(join(embeddingsDir, 'bench'))).toBe(false);
}, 180_000);

it('ends with 2 for sizes that are none', async () => {
  const wrong = ['foo', '1000,', '5', '2000000'];
  const runs = await runInTurn(wrong.map((sizes) => ({ name: 'bench', args: ['--sizes', sizes] })));
  for (const [i, { code, stdout, stderr }] of runs.entries()) {
    expect([wrong[i], code, stdout]).toEqual([wrong[i], 2, '']);
    expect(stderr).toContain('It must be a whole number');
  }
});
