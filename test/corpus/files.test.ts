import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listCorpus } from '../../src/corpus/files.ts';
import { UserError } from '../../src/errors.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus();
});
afterEach(() => corpus[Symbol.dispose]());

const sources = async () => (await listCorpus(corpus.corpusDir)).files.map(({ source }) => source);

describe('listCorpus', () => {
  it('lists files in every folder, in order, with their sizes', async () => {
    corpus.write({ 'b.txt': 'b', 'a/c/d.txt': 'dd', 'a.txt': '', 'B.txt': 'x' });
    const { files, skipped } = await listCorpus(corpus.corpusDir);
    expect(files.map(({ source, size }) => [source, size])).toEqual([
      ['B.txt', 1],
      ['a.txt', 0],
      ['a/c/d.txt', 2],
      ['b.txt', 1],
    ]);
    expect(skipped).toEqual([]);
  });

  it('takes odd names as they are', async () => {
    const names = [
      '..a.txt',
      'Kalın – 阿 🎉.txt',
      'a b\'c"d$(e).txt',
      'a\nb.txt',
      '__proto__',
      'constructor',
      '-x.txt',
      '%2e.txt',
    ];
    corpus.write(Object.fromEntries(names.map((name) => [`in/${name}`, 'a'])));
    const expected = names.filter((name) => !name.startsWith('.')).map((name) => `in/${name}`);
    expect(await sources()).toEqual(expected.sort());
  });

  it('passes over hidden files and folders in silence', async () => {
    corpus.write({ '.hidden.txt': 'a', '.git/a.txt': 'a', 'a.txt': 'a' });
    const listing = await listCorpus(corpus.corpusDir);
    expect(listing.files.map(({ source }) => source)).toEqual(['a.txt']);
    expect(listing.skipped).toEqual([]);
  });

  it('follows links to files of the corpus and skips all others with a reason', async () => {
    writeFileSync(join(corpus.root, 'secret.txt'), 'secret');
    mkdirSync(`${corpus.corpusDir}-beside`);
    writeFileSync(join(`${corpus.corpusDir}-beside`, 'a.txt'), 'beside');
    corpus.write({ 'a.txt': 'a', 'folder/b.txt': 'b' });
    const links = {
      'inside.txt': 'a.txt',
      'outside.txt': '../secret.txt',
      'beside.txt': '../corpus-beside/a.txt',
      'up.txt': '..',
      'again.txt': 'folder',
      'loop.txt': 'loop.txt',
      'gone.txt': 'nowhere.txt',
      'folder/self': '.',
      'chain.txt': 'outside.txt',
    };
    for (const [link, target] of Object.entries(links)) symlinkSync(target, corpus.path(link));
    const { files, skipped } = await listCorpus(corpus.corpusDir);
    expect(files.map(({ source }) => source)).toEqual(['a.txt', 'folder/b.txt', 'inside.txt']);
    expect(Object.fromEntries(skipped.map(({ source, reason }) => [source, reason]))).toEqual({
      'outside.txt': { code: 'link-outside' },
      'beside.txt': { code: 'link-outside' },
      'chain.txt': { code: 'link-outside' },
      'up.txt': { code: 'link-outside' },
      'again.txt': { code: 'link-to-folder' },
      'folder/self': { code: 'link-to-folder' },
      'loop.txt': { code: 'unreadable', detail: 'ELOOP' },
      'gone.txt': { code: 'unreadable', detail: 'ENOENT' },
    });
  });

  it('lists a corpus that is itself reached by a link', async () => {
    corpus.write({ 'a.txt': 'a' });
    const link = join(corpus.root, 'link');
    symlinkSync(corpus.corpusDir, link);
    expect((await listCorpus(link)).files).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('skips what is no file', async () => {
    execFileSync('mkfifo', [corpus.path('pipe.txt')]);
    expect((await listCorpus(corpus.corpusDir)).skipped).toEqual([
      { source: 'pipe.txt', reason: { code: 'not-a-file' } },
    ]);
  });

  it('says so when there is no corpus folder', async () => {
    corpus.write({ 'a.txt': 'a' });
    for (const path of [join(corpus.root, 'nowhere'), corpus.path('a.txt'), corpus.path('a.txt/b')]) {
      const error: unknown = await listCorpus(path).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ code: 'CORPUS_MISSING' });
    }
  });
});
