import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/index/build.ts';
import { currentGeneration } from '../../src/index/generations.ts';
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
    expect((await buildIndex(corpus.options)).changed).toBe(false);
    expect(names()).toEqual(whole);
    expect(currentGeneration(corpus.embeddingsDir)).toBe(generation);
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
