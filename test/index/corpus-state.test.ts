import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CorpusFile } from '../../src/corpus/files.ts';
import { reasonToPassOver } from '../../src/corpus/read.ts';
import type { SkipReason } from '../../src/corpus/skip-reason.ts';
import {
  isUnchanged,
  readCorpusState,
  seeFile,
  writeCorpusState,
  type SeenFile,
} from '../../src/index/corpus-state.ts';
import { UnusableIndexError } from '../../src/index/manifest.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const UNREADABLE: SkipReason = { code: 'unreadable', detail: 'EACCES' };
const REFUSED: Pick<SeenFile, 'skipped' | 'hash'> = {
  skipped: { code: 'damaged', detail: 'Invalid PDF structure.' },
  hash: 'known',
};

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
  const before = state({ 'a.txt': { ...(await seeFile(a)), racy: false } });
  expect(await isUnchanged(listing(a), before)).toBe(true);
  expect(await isUnchanged(listing(), before)).toBe(false);
  expect(await isUnchanged(listing(a, file('__proto__x')), before)).toBe(false);
  expect(await isUnchanged(listing(file('__proto__x')), before)).toBe(false);
  corpus.write({ 'a.txt': 'longer' });
  expect(await isUnchanged(listing(file('a.txt')), before)).toBe(false);
  corpus.remove('a.txt');
  expect(await isUnchanged(listing(a), before)).toBe(false);
});

it('does not take a file for unchanged that was passed over for a format that is known by now', async () => {
  corpus.write({ 'c.dat': 'c' });
  const passedOver = async (source: string, skipped: SkipReason) => {
    const one = file(source);
    return isUnchanged(listing(one), state({ [source]: { ...(await seeFile(one)), racy: false, skipped } }));
  };
  const reason = reasonToPassOver(file('c.dat'))!;
  expect(await passedOver('c.dat', reason)).toBe(true);
  expect(await passedOver('c.dat', { code: 'file-too-large' })).toBe(false);
  expect(await passedOver('a.txt', reason)).toBe(false);
});

it('reads again a file that may have changed within the grain of its times, and one whose times changed', async () => {
  const a = file('a.txt');
  const hash = createHash('sha256').update('a').digest('hex');
  const seen = { ...(await seeFile(a)), hash };
  expect(seen.racy).toBe(true);
  const settled = { ...seen, racy: false };
  const isSame = (known: SeenFile) => isUnchanged(listing(a), state({ 'a.txt': known }));
  expect(await isSame(seen)).toBe(true);
  expect(await isSame({ ...seen, hash: 'other' })).toBe(false);
  expect(await isSame({ ...settled, hash: 'other' })).toBe(true);
  for (const field of ['modified', 'changed', 'inode'] as const) {
    const moved = { ...settled, [field]: settled[field] + 1 };
    expect(await isSame(moved)).toBe(true);
    expect(await isSame({ ...moved, hash: 'other' })).toBe(false);
    expect(await isSame({ ...moved, hash: undefined })).toBe(false);
  }
});

it('does not read a file for its times that is skipped for its name or size', async () => {
  corpus.write({ 'a.png': 'a' });
  const skipped = reasonToPassOver(file('a.png'))!;
  const seen = { ...(await seeFile(file('a.png'))), inode: 0, racy: true, skipped };
  expect(await isUnchanged(listing(file('a.png')), state({ 'a.png': seen }))).toBe(true);
});

it('takes a file that nobody reads for unchanged while it grows', async () => {
  corpus.write({ 'a.log': 'a' });
  const skipped = reasonToPassOver(file('a.log'))!;
  const seen = { ...(await seeFile(file('a.log'))), racy: false, skipped };
  corpus.write({ 'a.log': 'a and more' });
  expect(await isUnchanged(listing(file('a.log')), state({ 'a.log': seen }))).toBe(true);
});

it('looks again at a file that could not be read, once it can', async () => {
  const a = file('a.txt');
  const seen = { ...(await seeFile(a)), racy: false, skipped: UNREADABLE };
  expect(await isUnchanged(listing(a), state({ 'a.txt': seen }))).toBe(false);
  expect(await isUnchanged(listing(a), state({ 'a.txt': { ...seen, ...REFUSED } }))).toBe(true);
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
      ['__proto__', { size: 1, modified: 2.5, changed: 3.5, inode: 4, racy: true }],
      ['constructor', { size: 1, modified: 2, changed: 3, inode: 5, racy: false, ...REFUSED }],
    ]),
    unreadable: new Set(['__proto__']),
    root: { device: 1, inode: 2, born: 3.5 },
  };
  writeCorpusState(corpus.root, before);
  expect(readCorpusState(corpus.root)).toEqual(before);
});

it('takes a file that is something else for a damaged index', () => {
  const files = (skipped: unknown) => [
    ['a', { size: 1, modified: 2, changed: 3, inode: 4, racy: false, skipped }],
  ];
  const content = {
    files: files({ code: 'no-text' }),
    unreadable: [],
    root: { device: 1, inode: 2, born: 3 },
  };
  corpus.write({ 'corpus.json': JSON.stringify(content) });
  expect(readCorpusState(corpus.corpusDir).files.size).toBe(1);
  for (const skipped of ['no text', { code: 'another' }, { detail: 'EACCES' }]) {
    corpus.write({ 'corpus.json': JSON.stringify({ ...content, files: files(skipped) }) });
    expect(() => readCorpusState(corpus.corpusDir)).toThrow(UnusableIndexError);
  }
  corpus.write({ 'corpus.json': '{"a":1}' });
  expect(() => readCorpusState(corpus.corpusDir)).toThrow(UnusableIndexError);
});
