import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CorpusFile } from '../../src/corpus/files.ts';
import {
  isUnchanged,
  readCorpusState,
  seeFile,
  writeCorpusState,
  type SeenFile,
} from '../../src/index/corpus-state.ts';
import { UnusableIndexError } from '../../src/index/manifest.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus({ 'a.txt': 'a', __proto__x: 'b' });
});
afterEach(() => corpus[Symbol.dispose]());

const state = (files: Record<string, SeenFile>, ...unreadable: string[]) => ({
  files: new Map(Object.entries(files)),
  unreadable: new Set(unreadable),
});
const listing = (...files: CorpusFile[]) => ({ files, unreadable: new Set<string>() });
const file = (source: string) => ({
  source,
  path: corpus.path(source),
  size: statSync(corpus.path(source)).size,
});

it('tells a corpus that is as it was from one that is not', async () => {
  const a = file('a.txt');
  const before = state({ 'a.txt': await seeFile(a) });
  expect(await isUnchanged(listing(a), before)).toBe(true);
  expect(await isUnchanged(listing(), before)).toBe(false);
  expect(await isUnchanged(listing(a, file('__proto__x')), before)).toBe(false);
  expect(await isUnchanged(listing(file('__proto__x')), before)).toBe(false);
  corpus.write({ 'a.txt': 'longer' });
  expect(await isUnchanged(listing(file('a.txt')), before)).toBe(false);
  corpus.remove('a.txt');
  expect(await isUnchanged(listing(a), before)).toBe(false);
});

it('looks again at a file that could not be read, once it can', async () => {
  const a = file('a.txt');
  const seen = { ...(await seeFile(a)), skipped: 'cannot be read (EACCES)' };
  expect(await isUnchanged(listing(a), state({ 'a.txt': { ...seen, unreadable: true } }))).toBe(false);
  expect(await isUnchanged(listing(a), state({ 'a.txt': { ...seen, unreadable: false } }))).toBe(true);
});

it('tells of folders that can no longer be looked into, or can again', async () => {
  const none = { files: [], unreadable: new Set<string>() };
  const one = { files: [], unreadable: new Set(['in']) };
  expect(await isUnchanged(one, state({}, 'in'))).toBe(true);
  expect(await isUnchanged(one, state({}, 'on'))).toBe(false);
  expect(await isUnchanged(one, state({}))).toBe(false);
  expect(await isUnchanged(none, state({}, 'in'))).toBe(false);
});

it('keeps what it saw, whatever the files are called', () => {
  const before = {
    files: new Map([
      ['__proto__', { size: 1, modified: 2.5 }],
      ['constructor', { size: 1, modified: 2, skipped: 'no text', unreadable: false }],
    ]),
    unreadable: new Set(['__proto__']),
  };
  writeCorpusState(corpus.root, before);
  expect(readCorpusState(corpus.root)).toEqual(before);
});

it('takes a file that is something else for a damaged index', () => {
  corpus.write({ 'corpus.json': '{"a":1}' });
  expect(() => readCorpusState(corpus.corpusDir)).toThrow(UnusableIndexError);
});
