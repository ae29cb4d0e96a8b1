// @module-tag slow
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFresh } from '../../src/index/ensure-index.ts';
import { currentGeneration, generationsToAnswer } from '../../src/index/generations.ts';
import { buildIndex, ensureIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus({ 'a.txt': 'The lamp at Harrow Quay burns whale oil.' });
});
afterEach(() => corpus[Symbol.dispose]());

const inside = (name: string) => join(corpus.embeddingsDir, name);
const names = () =>
  readdirSync(corpus.embeddingsDir)
    .filter((name) => !name.startsWith('build-lock'))
    .sort();

describe('what killed builds leave behind', () => {
  it('is removed by the next build, though nothing has changed', async () => {
    const first = (await buildIndex(corpus.options)).generation;
    corpus.write({ 'b.txt': 'The bell is rung in fog.' });
    const { generation } = await buildIndex(corpus.options);
    const whole = names();
    expect(whole).toEqual([first, generation, 'current'].sort());
    for (const name of ['20200101T000000Z-00000000', '20300101T000000Z-00000000']) {
      mkdirSync(inside(name));
      utimesSync(inside(name), new Date('2020-01-01'), new Date('2020-01-01'));
    }
    mkdirSync(inside('20300101T000000Z-00000001.building'));
    writeFileSync(inside('current.building'), 'x');
    mkdirSync(inside('notes.building'));
    expect((await buildIndex(corpus.options)).changed).toBe(false);
    // What is not the index's stays.
    expect(names()).toEqual([...whole, 'notes.building'].sort());
    expect(currentGeneration(corpus.embeddingsDir)).toBe(generation);
  });

  it('does not take the place of the generation that answered before', async () => {
    const first = (await buildIndex(corpus.options)).generation;
    corpus.write({ 'b.txt': 'The bell is rung in fog.' });
    const second = (await buildIndex(corpus.options)).generation;
    // As a build leaves it that is killed between naming its folder and naming it the one that answers.
    cpSync(inside(second), inside('20300101T000000Z-00000000'), { recursive: true });
    await buildIndex(corpus.options);
    expect(names()).toEqual([first, second, 'current'].sort());
    corpus.write({ 'c.txt': 'The mill grinds barley.' });
    const third = (await buildIndex(corpus.options)).generation;
    expect(names()).toEqual([second, third, 'current'].sort());
  });

  it('is removed at once where the build fails after it has named its folder', async () => {
    await buildIndex(corpus.options);
    const whole = names();
    corpus.write({ 'b.txt': 'The bell is rung in fog.' });
    const failing = buildIndex(corpus.options, ({ phase }) => {
      // The name of the generation is written to it.
      if (phase === 'writing') mkdirSync(inside('current.building'));
    });
    await expect(failing).rejects.toMatchObject({ code: 'EMBEDDINGS_NOT_WRITABLE' });
    expect(names().filter((name) => name !== 'current.building')).toEqual(whole);
    expect((await buildIndex(corpus.options)).added).toEqual(['b.txt']);
  });
});

describe('a name that cannot be used beside one that can', () => {
  let first: string;
  let second: string;
  beforeEach(async () => {
    first = (await buildIndex(corpus.options)).generation;
    corpus.write({ 'b.txt': 'The bell is rung in fog.' });
    second = (await buildIndex(corpus.options)).generation;
  });

  it('leaves the newest to answer', async () => {
    writeFileSync(inside('current'), `${second}\n../elsewhere\n`);
    expect(generationsToAnswer(corpus.embeddingsDir)).toEqual([second]);
    expect(currentGeneration(corpus.embeddingsDir)).toBe(second);
    expect(await isFresh(corpus.options)).toBe(true);
    expect((await buildIndex(corpus.options)).changed).toBe(false);
  });

  it('leaves the one before the newest to answer, which is told, until there is a new one', async () => {
    writeFileSync(inside('current'), `\0\0\0\n${first}\n`);
    expect(currentGeneration(corpus.embeddingsDir)).toBeUndefined();
    renameSync(corpus.corpusDir, corpus.path('../away'));
    const { index, stale } = await ensureIndex(corpus.options);
    expect(index.generation).toBe(first);
    expect(stale?.message).toMatch(/^The newest index cannot be told by its name, so the one before it/);
    index.close();

    renameSync(corpus.path('../away'), corpus.corpusDir);
    const failing = buildIndex(corpus.options, () => {
      throw new Error('as if it was killed');
    });
    await expect(failing).rejects.toThrow('as if');
    // Its name can still be written again.
    expect(names()).toContain(second);
    expect(await buildIndex(corpus.options)).toMatchObject({ added: ['b.txt'], changed: true });
    expect(generationsToAnswer(corpus.embeddingsDir)).toContain(first);
  });
});

it('says what to delete where something else stands in place of the name of the generation', async () => {
  await buildIndex(corpus.options);
  renameSync(inside('current'), inside('away'));
  mkdirSync(inside('current'));
  await expect(buildIndex(corpus.options)).rejects.toMatchObject({
    name: 'UserError',
    code: 'EMBEDDINGS_NOT_WRITABLE',
    hint: expect.stringContaining(`Delete ${inside('current')}`) as string,
  });
  rmSync(inside('current'), { recursive: true });
  renameSync(inside('away'), inside('current'));
  expect((await buildIndex(corpus.options)).changed).toBe(false);
});

it.skipIf(process.platform === 'win32')('waits for no pipe in place of its files', async () => {
  const { generation } = await buildIndex(corpus.options);
  for (const name of [`${generation}/manifest.json`, 'current']) {
    rmSync(inside(name));
    execFileSync('mkfifo', [inside(name)]);
    expect(await isFresh(corpus.options)).toBe(false);
  }
  expect(currentGeneration(corpus.embeddingsDir)).toBeUndefined();
});

describe('folders of which one is the other or inside it', () => {
  it('are refused where they are the same', async () => {
    const options = { ...corpus.options, embeddingsDir: corpus.corpusDir };
    await expect(buildIndex(options)).rejects.toMatchObject({ code: 'CORPUS_IS_INDEX' });
  });

  it('do not become a corpus again when that has gone', async () => {
    const options = { ...corpus.options, embeddingsDir: corpus.path('index') };
    await buildIndex(options);
    corpus.remove('');
    await expect(buildIndex(options)).rejects.toMatchObject({ code: 'CORPUS_MISSING' });
    expect(existsSync(corpus.corpusDir)).toBe(false);
  });
});
