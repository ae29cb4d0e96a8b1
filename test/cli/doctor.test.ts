// @module-tag slow
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diskFinding, foldersOf, watchFinding } from '../../src/cli/doctor-room.ts';
import { MODELS_DIR } from '../support/models.ts';
import { runCommand } from '../support/run-command.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

it('names what is not read, and asks the index for a passage that has words', async () => {
  using corpus = new TemporaryCorpus({
    '0.txt': '\u200b\n\nDeer live in the forest.',
    'picture.png': 'x',
  });
  for (let i = 0; i < 5; i++) corpus.write({ [`refused-${i}.pdf`]: 'no PDF' });
  symlinkSync('/nowhere', corpus.path('broken.txt'));
  const { corpusDir, embeddingsDir } = corpus;
  mkdirSync(embeddingsDir);
  symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
  const env = { CORPUS_DIR: corpusDir, EMBEDDINGS_DIR: embeddingsDir };
  expect((await runCommand('index', [], { env })).code).toBe(0);
  const { code, stdout } = await runCommand('doctor', [], { env });
  const line = (name: string) => stdout.split('\n').find((text) => text.includes(` ${name}: `));
  expect(line('Corpus')).toMatch(
    /^! .* 6 documents in .*, 1 file of other kinds, 1 left out: broken\.txt: cannot be read \(ENOENT\)$/,
  );
  expect(line('Index')).toMatch(
    /^! .* 1 document, .*; 5 files refused: refused-0\.pdf: .*; refused-2\.pdf: .*; … and 2 more$/,
  );
  expect(stdout).toContain('Mend these files');
  expect(stdout).not.toContain('Run: npm run index');
  expect(line('Watching')).toMatch(/^. Watching: 1 folder/);
  expect(stdout).not.toContain('All is well');
  expect(stdout).toContain('Nothing to mend, 3 to know of.');
  expect(code).toBe(0);
});

it.skipIf(process.platform === 'win32')(
  'tells a link that leads nowhere from a folder without permission',
  async () => {
    using corpus = new TemporaryCorpus({
      'a.txt': 'Deer live in the forest.',
      'b.txt': 'The bell is rung in fog.',
    });
    const { corpusDir, embeddingsDir } = corpus;
    mkdirSync(embeddingsDir);
    symlinkSync(MODELS_DIR, join(embeddingsDir, 'models'));
    const env = { CORPUS_DIR: corpusDir, EMBEDDINGS_DIR: embeddingsDir };
    expect((await runCommand('index', [], { env })).code).toBe(0);
    corpus.remove('b.txt');
    symlinkSync('/nowhere', corpus.path('b.txt'));
    expect((await runCommand('index', [], { env })).code).toBe(0);
    const { stdout } = await runCommand('doctor', [], { env });
    expect(stdout).toMatch(
      /1 left out: b\.txt: cannot be read \(ENOENT\)\n {2}→ Mend links that lead nowhere/,
    );
    expect(stdout).toMatch(/1 kept as they were, unreadable now: b\.txt: cannot be read\n/);
    expect(stdout).not.toContain('its folder');
  },
);

it('compares what there is with what the index and the folders need', () => {
  const giga = 1024 ** 3;
  expect(diskFinding('e', 0.1 * giga, 0).state).toBe('bad');
  expect(diskFinding('e', giga, 0).state).toBe('good');
  expect(diskFinding('e', 5 * giga, 4 * giga)).toMatchObject({
    state: 'note',
    found: 'e, 5.0 GB free, which is little for an index of 4.0 GB',
  });
  expect(foldersOf(['a.txt', 'b/c/d.txt', 'b/e.txt', 'b/f/g.txt'])).toBe(4);
  expect(watchFinding(4, 8192).state).toBe('good');
  expect(watchFinding(5000, 8192)).toMatchObject({
    state: 'note',
    advice: expect.stringContaining('max_user_watches') as string,
  });
  expect(watchFinding(5000, undefined).state).toBe('good');
});
