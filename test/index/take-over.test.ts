// @module-tag slow
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChildParser } from '../../src/corpus/parse-in-child.ts';
import { currentGeneration, generationFolder } from '../../src/index/generations.ts';
import { FILES } from '../../src/index/generation-files.ts';
import { OpenIndex } from '../../src/index/open-index.ts';
import { VectorFile } from '../../src/index/vector-file.ts';
import { makePdf, setLines } from '../support/make-files.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const LONG = Array.from({ length: 60 }, (_, i) => `In the year ${1800 + i} the mill ground ${i * 31} sacks.`);

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus({
    'b.txt': 'A missile hit Ganja on Sunday.\n\nTen people died, officials said. Women were among them.',
    'c.md': '---\ntitle: Talks\ndate: 2020-10-10\nauthor: A\n---\n\n# Talks\n\nThe sides met in Moscow.',
    'e.txt': 'The city is large.\n\nThe last one.',
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  corpus[Symbol.dispose]();
});

const folder = () => generationFolder(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!);

/** All that is in an index, but for the graph's form, which tells how it came about. */
async function contents() {
  const files = readdirSync(folder()).filter((name) => /\.(?:u32|u64|i8|f32|txt)$/.test(name));
  const bytes = files
    .filter((name) => name !== FILES.nearestRows)
    .map((name): [string, string] => [name, readFileSync(join(folder(), name)).toString('base64')]);
  const index = await OpenIndex.open(corpus.embeddingsDir, currentGeneration(corpus.embeddingsDir)!);
  const documents = index.documents().map((document) => ({
    document,
    text: index.text(document.source),
    passages: index.passages(document.source),
  }));
  const windows = index.windows(0, index.manifest.windows);
  const vectors = new VectorFile(join(folder(), FILES.vectors), index.manifest.dimension);
  const nearest = Array.from({ length: index.passageCount }, (_, passage) => {
    const { first } = index.rows(passage);
    return index.nearest.search(vectors.read(first, 1).slice(), 3).map(({ cosine }) => cosine.toFixed(4));
  });
  vectors.close();
  index.close();
  return { bytes: Object.fromEntries(bytes), documents, windows, nearest };
}

describe('what is taken over from the last generation', () => {
  beforeEach(() => corpus.write({ 'd.txt': `${LONG.join(' ')}\n\nThe city is large.` }));

  it('is what a build from nothing gives, wherever the documents move to', async () => {
    await buildIndex(corpus.options);
    corpus.write({
      'a.txt': 'Words that were not there: zeppelin, aqueduct.',
      'd2.txt': 'The city is large.',
    });
    corpus.remove('b.txt');
    const report = await buildIndex(corpus.options);
    // The new text; the title and the paragraph of d2.txt were known or are one letter.
    expect(report.embeddedWindows).toBeLessThanOrEqual(4);
    expect(report.reusedWindows).toBeGreaterThan(60);
    const taken = await contents();
    await buildIndex({ ...corpus.options, force: true });
    expect(taken).toEqual(await contents());
  });

  it('holds over many generations', async () => {
    await buildIndex(corpus.options);
    for (let i = 0; i < 4; i++) {
      corpus.write({ [`${i}.txt`]: `Number ${i} came.`, 'z.txt': `The end, for the ${i}th time.` });
      await buildIndex(corpus.options);
    }
    const taken = await contents();
    await buildIndex({ ...corpus.options, force: true });
    expect(taken).toEqual(await contents());
  });
});

describe('a file that was refused', () => {
  const refused = makePdf([[]]);
  const parse = () => vi.spyOn(ChildParser.prototype, 'parse');

  it('is not parsed again until it changes, under whatever name', async () => {
    corpus.write({ 'scan.pdf': refused });
    const first = await buildIndex(corpus.options);
    expect(first.skipped).toEqual([{ source: 'scan.pdf', reason: { code: 'no-text-layer' } }]);
    const parses = parse();
    corpus.write({ 'new.txt': 'More.', 'scan2.pdf': refused });
    const second = await buildIndex(corpus.options);
    expect(parses).not.toHaveBeenCalled();
    expect(second.skipped).toEqual(
      ['scan.pdf', 'scan2.pdf'].map((source) => ({ source, reason: first.skipped[0]!.reason })),
    );

    corpus.write({ 'scan.pdf': makePdf([setLines([['The lamp burns whale oil.']])]) });
    const third = await buildIndex(corpus.options);
    expect(parses).toHaveBeenCalledTimes(1);
    expect(third.added).toEqual(['scan.pdf']);
    expect(third.skipped.map(({ source }) => source)).toEqual(['scan2.pdf']);
  });

  it('is tried again by force', async () => {
    corpus.write({ 'scan.pdf': refused });
    await buildIndex(corpus.options);
    const parses = parse();
    await buildIndex({ ...corpus.options, force: true });
    expect(parses).toHaveBeenCalledTimes(1);
  });
});
