// @module-tag slow
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquireBuildLock } from '../../src/index/build-lock.ts';
import { CurrentIndex } from '../../src/index/current-index.ts';
import type { EnsuredIndex } from '../../src/index/ensure-index.ts';
import { FILES } from '../../src/index/generation-files.ts';
import { currentGeneration, generationFolder, generationsToAnswer } from '../../src/index/generations.ts';
import { OpenIndex } from '../../src/index/open-index.ts';
import { docxParagraph, makeDocx } from '../support/make-files.ts';
import { buildIndex, ensureIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const WHOLE = makeDocx(docxParagraph('The lamp at Harrow Quay burns whale oil.'));

let corpus: TemporaryCorpus;
/** The generation that answered before the current one. */
let before: string;
beforeEach(async () => {
  corpus = new TemporaryCorpus({ 'lamp.docx': WHOLE, 'bell.txt': 'The bell is rung in fog.' });
  before = (await buildIndex(corpus.options)).generation;
  corpus.write({ 'mill.txt': 'The mill grinds barley.' });
  await buildIndex(corpus.options);
});
afterEach(() => {
  vi.restoreAllMocks();
  corpus[Symbol.dispose]();
});

const inCurrent = (name: string) =>
  join(generationFolder(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!), name);

const DAMAGES: readonly [string, () => void, string][] = [
  ['has another byte', () => flipByte(inCurrent(FILES.titles)), 'The newest index is damaged ('],
  ['is cut', () => truncateSync(inCurrent(FILES.terms), 3), 'The newest index is damaged ('],
  ['is gone', () => rmSync(inCurrent(''), { recursive: true }), 'The newest index is gone, '],
];

describe.each(DAMAGES)('a generation that %s', (_, damage, told) => {
  /** That the one before it is what answers, and why. */
  const expectToTell = ({ index, stale }: EnsuredIndex, reason: string): void => {
    for (const part of [told, `answers, built at ${index.manifest.builtAt}: `, 'removed since', reason])
      expect(stale?.message).toContain(part);
    expect(stale?.hint).toMatch(/: npm run index$/);
  };

  it('is built anew from the one before it: nothing is embedded twice', async () => {
    damage();
    corpus.remove('mill.txt');
    const { index, report, stale } = await ensureIndex(corpus.options);
    expect(stale).toBeUndefined();
    expect(report).toMatchObject({ changed: true, documents: 2, embeddedWindows: 0 });
    index.close();
    // The damaged one is not what could answer in place of the new one.
    expect(generationsToAnswer(corpus.embeddingsDir)).toEqual([report!.generation, before]);
    expect((await buildIndex(corpus.options)).changed).toBe(false);
  });

  it('loses no document whose file cannot be read now', async () => {
    damage();
    corpus.write({ 'lamp.docx': WHOLE.subarray(0, 900) });
    expect(await buildIndex(corpus.options)).toMatchObject({
      added: ['mill.txt'],
      removed: [],
      kept: [{ source: 'lamp.docx' }],
      documents: 3,
    });
  });

  it('leaves the one before it to answer where none can be built', async () => {
    damage();
    renameSync(corpus.corpusDir, join(corpus.root, 'away'));
    const ensured = await ensureIndex(corpus.options);
    const { index, stale } = ensured;
    expect(stale).toMatchObject({ code: 'CORPUS_MISSING' });
    expectToTell(ensured, 'There is no corpus folder at');
    expect(stale!.hint).toContain('Create it and put documents in it');
    expect(index.passages('bell.txt')).toHaveLength(1);
    expect(index.generation).toBe(before);
    index.close();
  });

  it('leaves the one before it to answer where none is to be built first', async () => {
    damage();
    const ensured = await ensureIndex(corpus.options, { staleRatherThan: 'build' });
    const { index, stale } = ensured;
    expect(stale).toMatchObject({ code: 'INDEX_STALE' });
    expectToTell(ensured, 'The index is not what the documents would give now.');
    expect(index.generation).toBe(before);
    index.close();
  });

  it('leaves the one before it to answer while another process builds', async () => {
    damage();
    const release = await acquireBuildLock(corpus.embeddingsDir);
    try {
      const ensured = await ensureIndex(corpus.options, { staleRatherThan: 'wait' });
      expect(ensured.stale).toMatchObject({ code: 'BUILD_UNDER_WAY' });
      expectToTell(ensured, 'Another process is building it.');
      ensured.index.close();
    } finally {
      release();
    }
  });
});

describe('a corpus in whose place another folder was while its disk was away', () => {
  const away = () => join(corpus.root, 'away');
  beforeEach(async () => {
    renameSync(corpus.corpusDir, away());
    corpus.write({ 'README.txt': 'Mount the disk here.' });
    const report = await buildIndex(corpus.options);
    expect(report).toMatchObject({ removed: ['bell.txt', 'lamp.docx', 'mill.txt'], corpusReplaced: true });
    corpus.remove('');
    renameSync(away(), corpus.corpusDir);
  });

  it('is taken over from the generation before when it is back', async () => {
    expect(await buildIndex(corpus.options)).toMatchObject({
      added: ['bell.txt', 'lamp.docx', 'mill.txt'],
      removed: ['README.txt'],
      corpusReplaced: false,
      embeddedWindows: 0,
    });
  });

  it('loses no document whose file cannot be read then', async () => {
    corpus.write({ 'lamp.docx': WHOLE.subarray(0, 900), 'README.txt': 'Of the corpus itself.' });
    expect(await buildIndex(corpus.options)).toMatchObject({
      added: ['bell.txt', 'lamp.docx', 'mill.txt'],
      changedSources: ['README.txt'],
      kept: [{ source: 'lamp.docx' }],
      corpusReplaced: false,
      documents: 4,
    });
  });
});

it('is not said to be another corpus where documents are deleted, or its folder is copied', async () => {
  corpus.write({ 'lamp.docx': WHOLE, 'new.txt': 'The ferry sails at noon.' });
  cpSync(corpus.corpusDir, join(corpus.root, 'copy'), { recursive: true });
  corpus.remove('');
  renameSync(join(corpus.root, 'copy'), corpus.corpusDir);
  expect(await buildIndex(corpus.options)).toMatchObject({ added: ['new.txt'], corpusReplaced: false });
  for (const source of ['lamp.docx', 'bell.txt', 'mill.txt']) corpus.remove(source);
  const report = await buildIndex(corpus.options);
  expect(report).toMatchObject({ removed: ['bell.txt', 'lamp.docx', 'mill.txt'], corpusReplaced: false });
});

it('answers no more where the name of the one that answers was deleted, so that nothing is quoted', async () => {
  rmSync(join(corpus.embeddingsDir, 'current'));
  renameSync(corpus.corpusDir, join(corpus.root, 'away'));
  await expect(ensureIndex(corpus.options)).rejects.toMatchObject({ code: 'CORPUS_MISSING' });
});

it('answers no more once a corpus was emptied', async () => {
  for (const source of readdirSync(corpus.corpusDir)) corpus.remove(source);
  await expect(ensureIndex(corpus.options)).rejects.toMatchObject({ code: 'CORPUS_EMPTY' });
  renameSync(corpus.corpusDir, join(corpus.root, 'away'));
  await expect(ensureIndex(corpus.options)).rejects.toMatchObject({ code: 'CORPUS_MISSING' });
});

it('is answered from while the damaged one is read through once, not for each question', async () => {
  flipByte(inCurrent(FILES.titles));
  const current = new CurrentIndex(corpus.embeddingsDir, await OpenIndex.open(corpus.embeddingsDir, before));
  const open = vi.spyOn(OpenIndex, 'open');
  for (let question = 0; question < 3; question++) expect(await current.refresh()).toBe(false);
  expect(open).toHaveBeenCalledTimes(1);

  const now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now + 61_000);
  flipByte(inCurrent(FILES.titles));
  expect(await current.refresh()).toBe(true);
  expect(current.index.document('mill.txt')).toBeDefined();
  current.close();
});

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}
