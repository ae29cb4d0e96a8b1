// @module-tag slow
import { mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import type * as fileSystem from 'node:fs/promises';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChildParser } from '../../src/corpus/parse-in-child.ts';
import { PassingRefusalError } from '../../src/corpus/refused-file.ts';
import type { BuildProgress } from '../../src/index/build-report.ts';
import { isFresh } from '../../src/index/ensure-index.ts';
import { currentGeneration } from '../../src/index/generations.ts';
import { OpenIndex } from '../../src/index/open-index.ts';
import { docxParagraph, makeDocx } from '../support/make-files.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

type FileSystem = Pick<typeof fileSystem, 'readdir' | 'stat'>;

// Root may read all there is: what the system refuses others is made up.
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<FileSystem>();
  return { ...original, readdir: vi.fn(original.readdir), stat: vi.fn(original.stat) };
});
const real = await vi.importActual<FileSystem>('node:fs/promises');

const UNREADABLE = { code: 'unreadable', detail: 'EACCES' };

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
  vi.restoreAllMocks();
  vi.mocked(readdir).mockReset();
  vi.mocked(stat).mockReset();
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
    expect(report.skipped).toEqual([{ source: 'c.txt', reason: { code: 'gone' } }]);
  });
});

describe('documents whose files cannot be read any more', () => {
  const build = (force = false) => buildIndex({ ...corpus.options, force });
  const passages = async (source: string) => {
    const index = await OpenIndex.open(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!);
    const found = index.passages(source).map(({ text }) => text);
    index.close();
    return found;
  };

  describe('because their folder cannot be listed', () => {
    const FOLDER = { 'in/one.txt': 'One lamp burns.', 'in/deep/two.txt': 'Two lamps burn.' };
    const locked = (code: string) =>
      vi.mocked(readdir).mockImplementation((async (path: string, options: object) => {
        if (path === corpus.path('in')) throw Object.assign(new Error(code), { code });
        return await real.readdir(path, options as { withFileTypes: true });
      }) as unknown as typeof readdir);
    beforeEach(() => corpus.write({ ...FOLDER, 'inside.txt': 'No part of that folder.' }));

    it('keep their passages until it can be', async () => {
      await build();
      corpus.remove('inside.txt');
      locked('EACCES');
      for (const force of [false, true]) {
        const report = await build(force);
        expect(report).toMatchObject({ changed: true, added: [], changedSources: [], documents: 5 });
        expect(report.removed).toEqual(force ? [] : ['inside.txt']);
        expect(report.kept).toEqual(
          ['in/deep/two.txt', 'in/one.txt'].map((source) => ({
            source,
            reason: { ...UNREADABLE, folder: 'in' },
          })),
        );
        expect(report.skipped).toEqual([{ source: 'in', reason: UNREADABLE }]);
        expect(await passages('in/one.txt')).toEqual(['One lamp burns.']);
      }
      expect((await build()).changed).toBe(false);
      expect(await isFresh(corpus.options)).toBe(true);

      vi.mocked(readdir).mockReset();
      corpus.write({ 'in/one.txt': 'One lamp is out.' });
      expect(await isFresh(corpus.options)).toBe(false);
      const report = await build();
      expect(report).toMatchObject({ changedSources: ['in/one.txt'], removed: [], kept: [], skipped: [] });
    });

    it('are removed with it', async () => {
      await build();
      locked('EACCES');
      corpus.write({ 'a.txt': 'The lamp burns gas.' });
      await build();
      vi.mocked(readdir).mockReset();
      corpus.remove('in');
      expect((await build()).removed).toEqual(['in/deep/two.txt', 'in/one.txt']);
    });

    it('are removed when it went away while it was listed', async () => {
      await build();
      locked('ENOENT');
      expect(await build()).toMatchObject({ removed: ['in/deep/two.txt', 'in/one.txt'], kept: [] });
    });
  });

  it('keep their passages where a folder can be listed but not entered', async () => {
    corpus.write({ 'in/one.txt': 'One lamp burns.' });
    await build();
    vi.mocked(stat).mockImplementation((async (path: string) => {
      if (path === corpus.path('in/one.txt')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return await real.stat(path);
    }) as unknown as typeof stat);
    const report = await build();
    const unreadable = [{ source: 'in/one.txt', reason: UNREADABLE }];
    expect(report).toMatchObject({ removed: [], kept: unreadable, skipped: [] });
    expect(await passages('in/one.txt')).toEqual(['One lamp burns.']);
  });

  it('keep their passages while the file is one that its parser refuses', async () => {
    const good = makeDocx(docxParagraph('The lamp burns whale oil.'));
    corpus.write({ 'good.docx': good });
    await build();
    corpus.write({ 'good.docx': good.subarray(0, 900) });
    const refused = [
      { source: 'good.docx', reason: { code: 'damaged', detail: expect.any(String) as string } },
    ];
    for (let again = 0; again < 2; again++) {
      corpus.write({ 'a.txt': `The lamp was lit ${again} times.` });
      const report = await build();
      expect(report).toMatchObject({ removed: [], kept: refused, skipped: [], changedSources: ['a.txt'] });
      expect(await passages('good.docx')).toEqual(['The lamp burns whale oil.']);
    }
    expect(await build()).toMatchObject({ changed: false, kept: refused });
    expect(await build(true)).toMatchObject({ removed: [], kept: refused, documents: 4 });
    expect(await passages('good.docx')).toEqual(['The lamp burns whale oil.']);

    corpus.write({ 'good.docx': makeDocx(docxParagraph('The lamp burns gas.')) });
    expect(await build()).toMatchObject({ changedSources: ['good.docx'], kept: [], skipped: [] });
    corpus.write({ 'good.docx': good.subarray(0, 900) });
    await build();
    corpus.remove('good.docx');
    expect(await build()).toMatchObject({ removed: ['good.docx'], kept: [] });
  });

  it.skipIf(process.platform === 'win32').each([
    ['that is not there', 'elsewhere.txt', 'ENOENT'],
    ['that is below a file', 'b.txt/elsewhere.txt', 'ENOTDIR'],
    ['that leads to itself', 'a.txt', 'ELOOP'],
  ])('keep their passages while they are links to one %s', async (_, target, detail) => {
    await build();
    corpus.remove('a.txt');
    symlinkSync(target, corpus.path('a.txt'));
    const kept = [{ source: 'a.txt', reason: { code: 'unreadable', detail } }];
    expect(await build()).toMatchObject({ removed: [], kept, skipped: [] });
    expect(await passages('a.txt')).toEqual([FILES['a.txt']]);
    expect((await build()).changed).toBe(false);
    corpus.remove('a.txt');
    expect(await build()).toMatchObject({ removed: ['a.txt'], kept: [] });
  });

  it('are removed when the file holds no text any more', async () => {
    await build();
    corpus.write({ 'a.txt': '\n' });
    expect(await build()).toMatchObject({
      removed: ['a.txt'],
      kept: [],
      skipped: [{ source: 'a.txt', reason: { code: 'no-text' } }],
    });
  });

  it.each([
    ['parser-killed', 'SIGKILL'],
    ['parser-too-slow', '60 s'],
  ] as const)('are tried again at the next build where the reason, %s, may pass', async (code, detail) => {
    const error = new PassingRefusalError(code, detail);
    const parse = vi.spyOn(ChildParser.prototype, 'parse').mockRejectedValueOnce(error);
    corpus.write({ 'new.docx': makeDocx(docxParagraph('Gas.')) });
    expect((await build()).skipped).toEqual([{ source: 'new.docx', reason: { code, detail } }]);
    expect((await build()).changed).toBe(false);
    corpus.write({ 'a.txt': 'The lamp burns gas.' });
    expect(await build()).toMatchObject({ added: ['new.docx'], skipped: [] });
    expect(parse).toHaveBeenCalledTimes(2);
  });

  it('are tried twice and no more while they stay as they are, for each try may take a minute', async () => {
    const reason = { code: 'parser-too-slow', detail: '60 s' } as const;
    const parse = vi
      .spyOn(ChildParser.prototype, 'parse')
      .mockImplementation(() => Promise.reject(new PassingRefusalError(reason.code, reason.detail)));
    parse.mockClear();
    const skipped = [{ source: 'new.docx', reason }];
    corpus.write({ 'new.docx': makeDocx(docxParagraph('Gas.')) });
    for (let again = 0; again < 4; again++) {
      corpus.write({ 'a.txt': `The lamp was lit ${again} times.` });
      expect(await build()).toMatchObject({ changed: true, skipped });
    }
    expect(parse).toHaveBeenCalledTimes(2);
    await build(true);
    expect(parse).toHaveBeenCalledTimes(3);
    parse.mockRestore();
  });
});
