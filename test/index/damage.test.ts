// @module-tag slow
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CurrentIndex } from '../../src/index/current-index.ts';
import { isFresh } from '../../src/index/ensure-index.ts';
import { FILES, MANIFEST, SIMILAR_WORDS_COPY } from '../../src/index/generation-files.ts';
import { currentGeneration, generationFolder } from '../../src/index/generations.ts';
import { sumsOfFile, type FileSums, UnusableIndexError, type Manifest } from '../../src/index/manifest.ts';
import { OpenIndex } from '../../src/index/open-index.ts';
import { PreviousGeneration } from '../../src/index/previous-generation.ts';
import { buildIndex, ensureIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const TEXTS = { 'ganja.txt': 'A missile hit Ganja.\n\nTen people died.', 'talks.md': '# Talks\n\nThey met.' };

let whole: TemporaryCorpus;
let corpus: TemporaryCorpus;
beforeAll(async () => {
  whole = new TemporaryCorpus(TEXTS);
  await buildIndex(whole.options);
});
beforeEach(() => {
  corpus = new TemporaryCorpus();
  cpSync(whole.root, corpus.root, { recursive: true, preserveTimestamps: true });
});
afterEach(() => corpus[Symbol.dispose]());
afterAll(() => whole[Symbol.dispose]());

const inEmbeddings = (name: string) => join(corpus.embeddingsDir, name);
const inGeneration = (name: string) =>
  join(generationFolder(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!), name);

const POINTERS: readonly [string, () => void][] = [
  ['no pointer', () => rmSync(inEmbeddings('current'))],
  ['an empty pointer', () => writeFileSync(inEmbeddings('current'), '')],
  ['a pointer out of the folder', () => writeFileSync(inEmbeddings('current'), '../../etc')],
  [
    'a folder for a pointer',
    () => cpSync(corpus.corpusDir, rmAnd(inEmbeddings('current')), { recursive: true }),
  ],
];
const GENERATIONS: readonly [string, () => void][] = [
  ...Object.values(FILES).map((name): [string, () => void] => [
    `a manifest that does not record ${name}`,
    () =>
      editManifest(({ files }) => ({
        files: Object.fromEntries(Object.entries(files).filter(([other]) => other !== name)),
      })),
  ]),
  ['no generation', () => rmSync(inGeneration(''), { recursive: true })],
  ['no manifest', () => rmSync(inGeneration('manifest.json'))],
  ['half a manifest', () => truncateSync(inGeneration('manifest.json'), 100)],
  ['a manifest without files', () => editManifest({ files: {} })],
  ['a manifest of another format', () => editManifest({ format: 1 })],
  ['a manifest of another dimension', () => editManifest({ dimension: 100 })],
  [
    'a manifest of half the dimension and twice the windows',
    () => editManifest(({ dimension, windows }) => ({ dimension: dimension / 2, windows: windows * 2 })),
  ],
  [
    'a manifest that names a file outside',
    () => editManifest(({ files }) => ({ files: { ...files, '../current': seal(inEmbeddings('current')) } })),
  ],
  ['a manifest of more documents', () => editManifest(({ documents }) => ({ documents: documents + 1 }))],
  [
    'a graph with a link out of it, sealed again',
    () => forge('nearest.hnsw', (graph) => graph.fill(0x7f, 104, 108)),
  ],
  ['a graph of no node, sealed again', () => forge('nearest.hnsw', (graph) => graph.fill(0, 16, 17))],
  [
    'half a graph, sealed again',
    () => forge('nearest.hnsw', (graph) => graph.subarray(0, graph.length >> 1)),
  ],
  ['a database that is a link to itself', () => symlinkSync('corpus.db', rmAnd(inGeneration('corpus.db')))],
  ['a database that is none, sealed again', () => forge('corpus.db', (bytes) => bytes.fill(0x7f, 0, 100))],
  ['rows that are not there, sealed again', () => forge('nearest-rows.u32', (rows) => rows.fill(0x7f))],
  ...[
    'corpus.db',
    'corpus.json',
    'nearest.hnsw',
    'vectors.f32',
    'vectors.i8',
    'terms.txt',
    'postings.u32',
  ].flatMap((name): [string, () => void][] => [
    [`no ${name}`, () => rmSync(inGeneration(name))],
    [`half of ${name}`, () => truncateSync(inGeneration(name), statSync(inGeneration(name)).size >> 1)],
    [`one more byte in ${name}`, () => writeFileSync(inGeneration(name), 'x', { flag: 'a' })],
    [`another byte in ${name}`, () => flipByte(inGeneration(name))],
  ]),
];

/** What opening alone finds out: a build takes nothing over that these are of. */
const WORDS: readonly [string, () => void][] = [
  ['words of other passages, sealed again', () => forge('postings.u32', (postings) => postings.fill(0x7f))],
  ['half a word, sealed again', () => forge('term-sequences.u32', (bytes) => bytes.subarray(0, 7))],
  ['passages without windows, sealed again', () => forge('passage-rows.u32', (rows) => rows.fill(0))],
  ['passages of other documents, sealed again', () => forge('passage-documents.u32', (ids) => ids.fill(9))],
];

describe('a damaged index', () => {
  it.each(WORDS)('with %s is not opened', async (_, damage) => {
    const generation = currentGeneration(corpus.embeddingsDir)!;
    damage();
    await expect(OpenIndex.open(corpus.embeddingsDir, generation)).rejects.toBeInstanceOf(UnusableIndexError);
  });

  it.each(POINTERS)('with %s names no generation', (_, damage) => {
    damage();
    expect(currentGeneration(corpus.embeddingsDir)).toBeUndefined();
  });

  it.each(GENERATIONS)('with %s is not opened, and nothing is taken over from it', async (_, damage) => {
    const generation = currentGeneration(corpus.embeddingsDir)!;
    damage();
    await expect(OpenIndex.open(corpus.embeddingsDir, generation)).rejects.toBeInstanceOf(UnusableIndexError);
    expect(PreviousGeneration.open(corpus.embeddingsDir)).toBeUndefined();
  });

  it.each([
    POINTERS[0]!,
    ...GENERATIONS.filter(([name]) =>
      /^no generation|half a manifest|not record postings|another byte in vectors/.test(name),
    ),
    [
      'a lock that is no database',
      () => {
        writeFileSync(inEmbeddings('build-lock.db'), 'x'.repeat(5000));
        rmSync(inEmbeddings('current'));
      },
    ] as [string, () => void],
    [
      'a lock that is a folder',
      () => {
        rmSync(inEmbeddings('build-lock.db'));
        mkdirSync(inEmbeddings('build-lock.db/inside'), { recursive: true });
        rmSync(inEmbeddings('current'));
      },
    ] as [string, () => void],
    [
      'a lock that leads to itself',
      () => {
        rmSync(inEmbeddings('build-lock.db'));
        symlinkSync('build-lock.db', inEmbeddings('build-lock.db'));
        rmSync(inEmbeddings('current'));
      },
    ] as [string, () => void],
    ['the manifest of another model', () => editManifest({ model: 'another' })] as [string, () => void],
  ])('with %s is built anew before anything is asked of it', async (_, damage) => {
    damage();
    const { index, report } = await ensureIndex(corpus.options);
    expect(report?.embeddedWindows).toBeGreaterThan(0);
    expect(index.passages('ganja.txt').map(({ text }) => text)).toEqual([
      'A missile hit Ganja.',
      'Ten people died.',
    ]);
    index.close();
  });

  it('is looked for in every file that a build writes', () => {
    const names = [...Object.values(FILES), MANIFEST, SIMILAR_WORDS_COPY];
    expect(readdirSync(inGeneration('')).sort()).toEqual(names.sort());
  });

  it('that is whole is opened without a build', async () => {
    const { index, report } = await ensureIndex(whole.options);
    expect(report).toBeUndefined();
    index.close();
  });

  it('is seen at a glance when a file of it is cut or gone, so that a running bot builds anew', async () => {
    expect(await isFresh(corpus.options)).toBe(true);
    truncateSync(inGeneration(FILES.store), 100);
    expect(await isFresh(corpus.options)).toBe(false);
    rmSync(inGeneration(FILES.store));
    expect(await isFresh(corpus.options)).toBe(false);
  });

  it('is told from a bug by whoever answers from it', async () => {
    const generation = currentGeneration(corpus.embeddingsDir)!;
    const current = new CurrentIndex(
      corpus.embeddingsDir,
      await OpenIndex.open(corpus.embeddingsDir, generation),
    );
    expect(current.isWhole()).toBe(true);
    flipByte(inGeneration(FILES.store));
    expect(current.isWhole()).toBe(false);
    current.close();
  });

  it('answers, though stale, when the corpus is gone', async () => {
    rmSync(corpus.corpusDir, { recursive: true });
    const { index, stale } = await ensureIndex(corpus.options);
    expect(stale).toMatchObject({ code: 'CORPUS_MISSING' });
    expect(index.passages('ganja.txt')).toHaveLength(2);
    index.close();
  });
});

function rmAnd(path: string): string {
  rmSync(path);
  return path;
}

type EditableManifest = Pick<Manifest, 'documents' | 'dimension' | 'windows' | 'files'>;

function editManifest(edit: object | ((manifest: EditableManifest) => object)): void {
  const path = inGeneration('manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const edits: object = typeof edit === 'function' ? (edit as (of: Manifest) => object)(manifest) : edit;
  writeFileSync(path, JSON.stringify({ ...manifest, ...edits }));
}

function seal(path: string): { bytes: number } & FileSums {
  return { bytes: statSync(path).size, ...sumsOfFile(path, ['crc32', 'sha256']) };
}

/** Changes a file and makes the manifest agree with it. */
function forge(name: string, change: (bytes: Buffer) => Uint8Array): void {
  const path = inGeneration(name);
  writeFileSync(path, change(readFileSync(path)));
  editManifest(({ files }) => ({ files: { ...files, [name]: seal(path) } }));
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}
