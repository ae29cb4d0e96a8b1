// @module-tag slow
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { isFresh } from '../../src/index/ensure-index.ts';
import { FILES as GENERATION_FILES } from '../../src/index/generation-files.ts';
import { currentGeneration, generationFolder } from '../../src/index/generations.ts';
import { OpenIndex } from '../../src/index/open-index.ts';
import { VectorFile } from '../../src/index/vector-file.ts';
import { buildIndex, openIndexFor } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const FILES = {
  'ganja.txt': 'A missile hit Ganja on Sunday.\n\nTen people died, officials said. Women were among them.',
  'talks/moscow.md': '---\ntitle: Talks\ndate: 2020-10-10\n---\n\n# Talks\n\nThe sides met in Moscow.',
};

const OLD_TIME = new Date('2020-10-11T12:00:00Z');

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus(FILES);
});
afterEach(() => corpus[Symbol.dispose]());

const folder = () => generationFolder(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!);
const open = () => OpenIndex.open(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!);
const failure = async (build: Promise<unknown>): Promise<unknown> =>
  build.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Path, size and time of everything under the embeddings folder. */
const everything = () =>
  readdirSync(corpus.embeddingsDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('build-lock'))
    .map((name) => [name, statSync(join(corpus.embeddingsDir, name)).mtimeMs])
    .sort();

describe('buildIndex', () => {
  it('indexes every passage with its exact text, and reports what it did', async () => {
    corpus.write({ 'image.png': 'x', 'empty.txt': '' });
    const report = await buildIndex(corpus.options);
    expect(report).toMatchObject({
      changed: true,
      added: ['ganja.txt', 'talks/moscow.md'],
      changedSources: [],
      removed: [],
      kept: [],
      documents: 2,
      // The title is one too, and its vector is made once.
      passages: 4,
      reusedWindows: 1,
    });
    expect(report.skipped.map(({ source }) => source)).toEqual(['empty.txt', 'image.png']);
    const index = await open();
    expect(index.document('talks/moscow.md')).toMatchObject({ title: 'Talks', date: '2020-10-10' });
    for (const { source } of index.documents()) {
      const text = readFileSync(corpus.path(source), 'utf8');
      expect(index.text(source)).toBe(text);
      const passages = index.passages(source);
      for (const [i, passage] of passages.entries()) {
        expect(text.slice(passage.start, passage.end)).toBe(passage.text);
        expect(index.passageAt(source, i)).toMatchObject({ ...passage, source });
        const { length } = passage.text;
        expect(index.passagesOfLength(source, length)).toEqual(
          passages.filter((one) => one.text.length === length),
        );
      }
      expect(index.passageAt(source, -1)).toBeUndefined();
      expect(index.passageAt(source, passages.length)).toBeUndefined();
      expect(index.passagesOfLength(source, 0)).toEqual([]);
    }
    index.close();
  });

  it('writes nothing when the corpus is as it was, and reports the same skipped files', async () => {
    corpus.write({ 'empty.txt': '' });
    const first = await buildIndex(corpus.options);
    const before = everything();
    const second = await buildIndex(corpus.options);
    expect(second).toMatchObject({ changed: false, generation: first.generation, embeddedWindows: 0 });
    expect(second.skipped).toEqual(first.skipped);
    expect(everything()).toEqual(before);
  });

  it('embeds only what is new, and forgets a removed file', async () => {
    await buildIndex(corpus.options);
    corpus.write({
      'ganja.txt': `${FILES['ganja.txt']}\n\nThe city is large.`,
      'new.txt': 'The city is large.',
    });
    corpus.remove('talks/moscow.md');
    const report = await buildIndex(corpus.options);
    // The new paragraph, and the title that the new file's name gives; the paragraph is embedded once for both.
    expect(report).toMatchObject({
      added: ['new.txt'],
      changedSources: ['ganja.txt'],
      removed: ['talks/moscow.md'],
      passages: 4,
    });
    expect(report.embeddedWindows).toBeLessThanOrEqual(3);
    const index = await open();
    expect(index.passages('talks/moscow.md')).toEqual([]);
    expect(index.documents().map(({ source }) => source)).toEqual(['ganja.txt', 'new.txt']);
    index.close();
  });

  it('embeds nothing of a renamed file but its name', async () => {
    await buildIndex(corpus.options);
    renameSync(corpus.path('talks/moscow.md'), corpus.path('renamed.md'));
    const report = await buildIndex(corpus.options);
    expect(report).toMatchObject({ added: ['renamed.md'], removed: ['talks/moscow.md'], embeddedWindows: 0 });
  });

  it('takes over the very vectors that it would compute anew', async () => {
    await buildIndex(corpus.options);
    corpus.write({ 'new.txt': 'More.' });
    await buildIndex(corpus.options);
    const reused = readFileSync(join(folder(), 'vectors.f32'));
    await buildIndex({ ...corpus.options, force: true });
    expect(readFileSync(join(folder(), 'vectors.f32')).equals(reused)).toBe(true);
  });

  it('keeps two generations and no unfinished ones', async () => {
    for (let i = 0; i < 4; i++) {
      corpus.write({ 'count.txt': `Number ${i}.` });
      await buildIndex(corpus.options);
    }
    const names = readdirSync(corpus.embeddingsDir);
    expect(names.filter((name) => /^\d{8}T/.test(name))).toHaveLength(2);
    expect(names.filter((name) => name.includes('building'))).toEqual([]);
  });

  it.each([
    ['is written', (path: string, text: string) => writeFileSync(path, text)],
    [
      'is replaced',
      (path: string, text: string) => {
        writeFileSync(`${path}.new`, text);
        utimesSync(`${path}.new`, OLD_TIME, OLD_TIME);
        renameSync(`${path}.new`, path);
      },
    ],
  ])('finds a change that leaves size and time as they were where a file %s', async (_, write) => {
    const path = corpus.path('ganja.txt');
    utimesSync(path, OLD_TIME, OLD_TIME);
    await buildIndex(corpus.options);
    write(path, FILES['ganja.txt'].replace('Sunday', 'Monday'));
    utimesSync(path, OLD_TIME, OLD_TIME);
    expect(await isFresh(corpus.options)).toBe(false);
    expect((await buildIndex(corpus.options)).changedSources).toEqual(['ganja.txt']);
  });

  it('writes nothing where only times have changed', async () => {
    await buildIndex(corpus.options);
    const before = everything();
    const path = corpus.path('ganja.txt');
    utimesSync(path, OLD_TIME, OLD_TIME);
    renameSync(path, `${path}.away`);
    writeFileSync(path, FILES['ganja.txt']);
    rmSync(`${path}.away`);
    expect(await isFresh(corpus.options)).toBe(true);
    expect((await buildIndex(corpus.options)).changed).toBe(false);
    expect(everything()).toEqual(before);
  });

  it('embeds a text that stands again and again once', async () => {
    using repeating = new TemporaryCorpus({
      'all.txt': 'The treaty was signed on 3 May 1720.\n\n'.repeat(50),
    });
    const report = await buildIndex(repeating.options);
    expect(report).toMatchObject({ passages: 50, embeddedWindows: 2 });
    expect(report.reusedWindows).toBeGreaterThanOrEqual(49);
  });

  it('gives each of many passages its own vectors', async () => {
    const texts = Array.from({ length: 120 }, (_, i) => `The house of number ${i} was sold in ${1800 + i}.`);
    using long = new TemporaryCorpus({ 'houses.txt': texts.join('\n\n') });
    const { index, embedder } = await openIndexFor(long.options);
    const generation = generationFolder(long.embeddingsDir, currentGeneration(long.embeddingsDir)!);
    const vectors = new VectorFile(join(generation, GENERATION_FILES.vectors), embedder.dimension);
    expect(vectors.rows).toBe(texts.length);
    for (const [row, text] of texts.entries()) {
      expect(vectors.read(row, 1)).toEqual(await embedder.embed(text, 'passage'));
    }
    vectors.close();
    index.close();
  });

  it('indexes the same text in two files as two documents', async () => {
    corpus.write({ 'copy.txt': FILES['ganja.txt'] });
    await buildIndex(corpus.options);
    const index = await open();
    expect(index.passages('copy.txt').map(({ text }) => text)).toEqual(
      index.passages('ganja.txt').map(({ text }) => text),
    );
    index.close();
  });

  it('lives with names and titles that are also words of the machine', async () => {
    corpus.write({ constructor: 'a', '__proto__.txt': 'Text.', 't.md': '---\ntitle: "a\\0b"\n---\nText.' });
    writeFileSync(corpus.path('__proto__'), 'a');
    expect((await buildIndex(corpus.options)).documents).toBe(4);
    expect((await buildIndex(corpus.options)).changed).toBe(false);
  });

  it('does not index its own files when they are inside the corpus', async () => {
    const inside = { ...corpus.options, embeddingsDir: corpus.path('embeddings') };
    await buildIndex(inside);
    const report = await buildIndex(inside);
    expect(report).toMatchObject({ changed: false, documents: 2, skipped: [] });
  });
});

describe('buildIndex, where it cannot', () => {
  it('says that the corpus is missing or empty, and leaves the last index as it was', async () => {
    await buildIndex(corpus.options);
    const before = everything();
    renameSync(corpus.corpusDir, `${corpus.corpusDir}.away`);
    corpus.write({ 'binary.txt': 'a\0b' });
    const empty = await failure(buildIndex(corpus.options));
    expect(empty).toBeInstanceOf(UserError);
    expect(empty).toMatchObject({
      code: 'CORPUS_EMPTY',
      message: expect.stringContaining('binary.txt') as string,
    });
    rmSync(corpus.corpusDir, { recursive: true });
    expect(await failure(buildIndex(corpus.options))).toMatchObject({ code: 'CORPUS_MISSING' });
    expect(everything()).toEqual(before);
  });

  it('says that the embeddings folder cannot be written where it is a file', async () => {
    writeFileSync(join(corpus.root, 'file'), '');
    for (const embeddingsDir of [join(corpus.root, 'file'), join(corpus.root, 'file/inside')]) {
      const error = await failure(buildIndex({ ...corpus.options, embeddingsDir }));
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ code: 'EMBEDDINGS_NOT_WRITABLE' });
    }
  });

  it('keeps texts whole that hold what SQLite or UTF-8 cannot', async () => {
    using odd = new TemporaryCorpus({
      'a.jsonl':
        '{"text":"One \\u0000 two."}\n{"title":"x\\u0000y","text":"Lone \\ud800 here."}\n{"text":"Last."}\n',
    });
    await buildIndex(odd.options);
    const index = await OpenIndex.open(odd.embeddingsDir, currentGeneration(odd.embeddingsDir)!);
    const text = index.text('a.jsonl')!;
    const passages = index.passages('a.jsonl');
    expect(passages.map((passage) => text.slice(passage.start, passage.end))).toEqual(
      passages.map((passage) => passage.text),
    );
    expect(passages[0]!.text).toBe('One \ufffd two.');
    expect(text).toContain('Lone \ufffd here.');
    index.close();
  });
});
