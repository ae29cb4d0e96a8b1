import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isUnchanged, readCorpusState, seeFile, writeCorpusState } from '../../src/index/corpus-state.ts';
import { UnusableIndexError } from '../../src/index/manifest.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus({ 'a.txt': 'a', __proto__x: 'b' });
});
afterEach(() => corpus[Symbol.dispose]());

const file = (source: string) => ({
  source,
  path: corpus.path(source),
  size: statSync(corpus.path(source)).size,
});

it('tells a corpus that is as it was from one that is not', async () => {
  const a = file('a.txt');
  const state = new Map([['a.txt', await seeFile(a)]]);
  expect(await isUnchanged([a], state)).toBe(true);
  expect(await isUnchanged([], state)).toBe(false);
  expect(await isUnchanged([a, file('__proto__x')], state)).toBe(false);
  expect(await isUnchanged([file('__proto__x')], state)).toBe(false);
  corpus.write({ 'a.txt': 'longer' });
  expect(await isUnchanged([file('a.txt')], state)).toBe(false);
  corpus.remove('a.txt');
  expect(await isUnchanged([a], state)).toBe(false);
});

it('looks again at a file that could not be read, once it can', async () => {
  const a = file('a.txt');
  const seen = { ...(await seeFile(a)), skipped: 'cannot be read (EACCES)' };
  expect(await isUnchanged([a], new Map([['a.txt', { ...seen, unreadable: true }]]))).toBe(false);
  expect(await isUnchanged([a], new Map([['a.txt', { ...seen, unreadable: false }]]))).toBe(true);
});

it('keeps what it saw, whatever the files are called', () => {
  const state = new Map([
    ['__proto__', { size: 1, modified: 2.5 }],
    ['constructor', { size: 1, modified: 2, skipped: 'no text', unreadable: false }],
  ]);
  writeCorpusState(corpus.root, state);
  expect(readCorpusState(corpus.root)).toEqual(state);
});

it('takes a file that is something else for a damaged index', () => {
  corpus.write({ 'corpus.json': '{"a":1}' });
  expect(() => readCorpusState(corpus.corpusDir)).toThrow(UnusableIndexError);
});
