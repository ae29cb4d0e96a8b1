import { rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CorpusDocument } from '../../src/corpus/document.ts';
import { sha256 } from '../../src/corpus/read.ts';
import type { SkipReason } from '../../src/corpus/skip-reason.ts';
import { CorpusReader, type LastReading } from '../../src/index/corpus-reader.ts';
import type { SeenFile } from '../../src/index/corpus-state.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const MILL = 'The mill burned.';
const UNREADABLE: SkipReason = { code: 'unreadable', detail: 'EACCES' };
const DAMAGED: SkipReason = { code: 'damaged', detail: 'no header' };

/** A document of the last generation. */
const document = (source: string, text = MILL) =>
  ({ source, text, hash: sha256(Buffer.from(text)), metadata: {}, passages: [] }) satisfies CorpusDocument;

/** A generation of these documents, and what its build saw of files that gave none. */
function last(
  documents: readonly CorpusDocument[],
  files: Readonly<Record<string, Partial<SeenFile>>> = {},
): LastReading {
  const bySource = new Map(documents.map((one) => [one.source, one]));
  return {
    documents: new Map(documents.map(({ source, hash }, id) => [source, { id, hash }])) as never,
    document: (source) => bySource.get(source),
    state: { files: new Map(Object.entries(files)) } as never,
  };
}

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus({ 'mill.txt': MILL, 'empty.txt': '\n', 'logo.png': 'PNG' });
});
afterEach(() => corpus[Symbol.dispose]());

const file = (source: string) => ({
  source,
  path: corpus.path(source),
  size: statSync(corpus.path(source)).size,
});
const isThere = () => Promise.resolve();

describe('a file that is read', () => {
  it('gives a document', async () => {
    const reader = new CorpusReader(undefined, undefined);
    const { document, hash } = await reader.read(file('mill.txt'), isThere);
    expect(document?.passages.map(({ text }) => text)).toEqual([MILL]);
    expect(hash).toBe(sha256(Buffer.from(MILL)));
    expect(reader.skipped).toEqual([]);
  });

  it('is taken over where its bytes are those of the last generation’s document', async () => {
    const generation = last([document('mill.txt')]);
    const { hash } = document('mill.txt');
    const taken = await new CorpusReader(generation, generation).read(file('mill.txt'), isThere);
    expect(taken).toEqual({ takenOver: hash, hash });
    // Of another model nothing is.
    const anew = await new CorpusReader(undefined, generation).read(file('mill.txt'), isThere);
    expect(anew.document?.hash).toBe(hash);
  });

  it.each([
    ['empty.txt', 'no-text'],
    ['logo.png', 'unknown-format'],
  ])('is skipped where there is nothing to quote: %s', async (source, code) => {
    const generation = last([document(source, 'What it held.')]);
    const reader = new CorpusReader(generation, generation);
    const read = await reader.read(file(source), isThere);
    expect(read).toMatchObject({ skipped: { code } });
    expect(read.takenOver ?? read.document).toBeUndefined();
    expect(reader.skipped).toEqual([{ source, reason: { code } }]);
  });

  it('is skipped when it is gone, if the corpus is there', async () => {
    const gone = file('mill.txt');
    rmSync(gone.path);
    const reader = new CorpusReader(undefined, undefined);
    const checked = vi.fn(isThere);
    expect(await reader.read(gone, checked)).toMatchObject({ skipped: { code: 'gone' } });
    expect(checked).toHaveBeenCalledOnce();
    await expect(reader.read(gone, () => Promise.reject(new Error('no corpus')))).rejects.toThrow(
      'no corpus',
    );
  });
});

describe('a file that was refused', () => {
  const hash = sha256(Buffer.from(MILL));

  it('is refused again for the same bytes, in whatever file of that format', async () => {
    const generation = last([], { 'other.txt': { hash, skipped: DAMAGED } });
    const reader = new CorpusReader(generation, generation);
    expect(await reader.read(file('mill.txt'), isThere)).toEqual({
      skipped: DAMAGED,
      hash,
      tries: undefined,
    });
    expect(reader.skipped).toEqual([{ source: 'mill.txt', reason: DAMAGED }]);
  });

  it.each([
    ['it is in another format', { 'other.md': { hash, skipped: DAMAGED } }],
    ['it was tried once and may do better', { 'mill.txt': { hash, skipped: DAMAGED, tries: 1 } }],
  ])('is tried where %s', async (_, files) => {
    const generation = last([], files);
    const read = await new CorpusReader(generation, generation).read(file('mill.txt'), isThere);
    expect(read.document?.source).toBe('mill.txt');
  });

  it('is not tried a third time', async () => {
    const generation = last([], { 'mill.txt': { hash, skipped: DAMAGED, tries: 2 } });
    const read = await new CorpusReader(generation, generation).read(file('mill.txt'), isThere);
    expect(read.skipped).toEqual(DAMAGED);
  });
});

describe('a document whose file cannot be read', () => {
  it('stays as it was', () => {
    const generation = last([document('mill.txt')]);
    const reader = new CorpusReader(generation, generation);
    expect(reader.keep('mill.txt', UNREADABLE)).toEqual({ takenOver: document('mill.txt').hash });
    expect(reader.kept).toEqual([{ source: 'mill.txt', reason: UNREADABLE }]);
    expect(reader.skipped).toEqual([]);
  });

  it('is indexed anew from what another model’s generation holds of it', () => {
    const reader = new CorpusReader(undefined, last([document('mill.txt')]));
    expect(reader.keep('mill.txt', UNREADABLE)).toEqual({ document: document('mill.txt') });
  });

  it('is none where there was none', () => {
    const reader = new CorpusReader(undefined, last([]));
    expect(reader.keep('mill.txt', UNREADABLE)).toEqual({});
    expect(reader.skipped).toEqual([{ source: 'mill.txt', reason: UNREADABLE }]);
  });
});

describe('documents whose files could not be listed', () => {
  const unlisted = (...unreadable: string[]) => {
    const generation = last(['a/b/one.txt', 'a/two.txt', 'three.txt'].map((source) => document(source)));
    return new CorpusReader(generation, generation).unlisted({
      root: undefined as never,
      files: [],
      skipped: unreadable.map((source) => ({ source, reason: UNREADABLE })),
      unreadable: new Set(unreadable),
    });
  };

  it('are those of the last generation below a folder, with the folder for the reason', () => {
    expect(unlisted('a')).toEqual([
      { source: 'a/b/one.txt', reason: { ...UNREADABLE, folder: 'a' } },
      { source: 'a/two.txt', reason: { ...UNREADABLE, folder: 'a' } },
    ]);
    expect(unlisted('a/b')).toEqual([{ source: 'a/b/one.txt', reason: { ...UNREADABLE, folder: 'a/b' } }]);
  });

  it('are told of once, with the folder that is nearest', () => {
    expect(unlisted('a', 'a/b').map(({ source, reason }) => [source, reason.folder])).toEqual([
      ['a/b/one.txt', 'a/b'],
      ['a/two.txt', 'a'],
    ]);
  });

  it('may be the file itself', () => {
    expect(unlisted('three.txt')).toEqual([{ source: 'three.txt', reason: UNREADABLE }]);
  });

  it('are none where all could be', () => {
    expect(unlisted()).toEqual([]);
  });
});
