// @module-tag slow
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { ChildParser } from '../../src/corpus/parse-in-child.ts';
import { reasonText } from '../../src/corpus/reason-text.ts';
import type { BuildProgress } from '../../src/index/build-report.ts';
import { currentGeneration } from '../../src/index/generations.ts';
import { docxParagraph, makeDocx, makePdf, setLines } from '../support/make-files.ts';
import { openAnswererFor } from '../support/sample.ts';
import { buildIndex } from '../support/shared-model.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const LAMP = 'The lamp at Harrow Quay burns whale oil.';

let corpus: TemporaryCorpus;
let answerer: LiveAnswerer | undefined;
beforeEach(() => {
  corpus = new TemporaryCorpus();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  answerer?.close();
  answerer = undefined;
  corpus[Symbol.dispose]();
});

const sourcesFor = async (question: string, top = 10) => {
  answerer = await openAnswererFor(corpus.options);
  return (await answerer.ask(question, { top })).quotes.map(({ source }) => source);
};

it('skips what cannot be read and says why, and answers from the rest', async () => {
  const page = (text: string) => setLines([[text]]);
  corpus.write({
    'good.txt': LAMP,
    'bomb.docx': makeDocx(docxParagraph('a'.repeat(120_000_000))),
    'cut.pdf': makePdf([page('A text.')]).subarray(0, 300),
    'encrypted.pdf': makePdf([page('A text.')], { encrypted: true }),
    'huge.txt': '',
    'scanned.pdf': makePdf([[], []]),
    'scripts.html': '<html><script>let a = 1;</script><style>p {}</style></html>',
    'unbalanced.csv': 'id,text\n1,"The quay was built in 1851\n2,The mill is "old"\n',
  });
  // Takes no room on the disk.
  truncateSync(corpus.path('huge.txt'), 500 * 1024 * 1024);
  const report = await buildIndex(corpus.options);
  expect(report.added).toEqual(['good.txt', 'unbalanced.csv']);
  expect(
    Object.fromEntries(report.skipped.map(({ source, reason }) => [source, reasonText(reason)])),
  ).toEqual({
    'bomb.docx': 'unpacks to more than 100 MB',
    'cut.pdf': expect.stringMatching(/^damaged/) as unknown,
    'encrypted.pdf': 'encrypted',
    'huge.txt': 'larger than 64 MB',
    'scanned.pdf': 'no text (scanned?)',
    'scripts.html': 'no text',
  });
  expect((await sourcesFor('what does the lamp at Harrow Quay burn'))[0]).toBe('good.txt');
  expect((await answerer!.ask('when was the quay built')).quotes[0]!.source).toBe('unbalanced.csv');
});

it('skips a text of nothing but short lines, whose parts would fill any memory', async () => {
  corpus.write({ 'good.txt': LAMP, 'lines.txt': 'a\n'.repeat(12 * 1024 * 1024) });
  const report = await buildIndex(corpus.options);
  expect(report.added).toEqual(['good.txt']);
  const [reason] = report.skipped.map((file) => reasonText(file.reason));
  expect(reason).toMatch(/takes more than/);
});

it('takes file names as they are', async () => {
  const names = ['with space', 'emoji 🎉', 'new\nline', 'right \u202eto left', `quotes '"`, '%2e%2e', '-rf'];
  for (const [i, name] of names.entries())
    corpus.write({ [`${name}.txt`]: `Lamp number ${i} burns whale oil.` });
  await buildIndex(corpus.options);
  const expected = names.map((name) => `${name}.txt`);
  expect((await sourcesFor('which lamp burns whale oil')).sort()).toEqual(expected.sort());
  const from = await answerer!.ask('which lamp burns whale oil', { source: 'new\nline.txt' });
  expect(from.quotes.map(({ text }) => text)).toEqual(['Lamp number 2 burns whale oil.']);
});

it('looks at ten thousand empty files without taking long over any', async () => {
  corpus.write({ 'good.txt': LAMP });
  mkdirSync(corpus.path('empty'));
  for (let i = 0; i < 10_000; i++) writeFileSync(corpus.path(`empty/${i}.txt`), '');
  const parses = vi.spyOn(ChildParser.prototype, 'parse');
  const report = await buildIndex(corpus.options);
  expect(report.skipped).toHaveLength(10_000);
  expect(report.documents).toBe(1);
  expect(parses).not.toHaveBeenCalled();
  expect((await buildIndex(corpus.options)).changed).toBe(false);
});

it('finds at the next build what was written to a file while it was read', async () => {
  corpus.write({ 'log.txt': 'Entry 0 was made.', 'other.txt': LAMP });
  let entries = 0;
  // Between its look at the file and the end of the build.
  await buildIndex(corpus.options, () =>
    corpus.write({ 'log.txt': `Entry ${++entries} was made, later than all before it.` }),
  );
  expect(entries).toBeGreaterThan(0);
  const report = await buildIndex(corpus.options);
  expect(report.changedSources).toEqual(['log.txt']);
  answerer = await openAnswererFor(corpus.options);
  expect((await answerer.ask('which entry was made')).quotes[0]!.text).toContain(`Entry ${entries} was`);
});

it('tells how far it is in a file that takes long', async () => {
  const sentences = Array.from(
    { length: 80 },
    (_, i) => `In the year ${1800 + i} the mill ground ${i} sacks.`,
  );
  corpus.write({ 'a.txt': sentences.join('\n\n') });
  const seen: BuildProgress[] = [];
  await buildIndex(corpus.options, (progress) => seen.push(progress));
  const within = seen.filter(({ done, total }) => done > 0 && done < total).map(({ done }) => done);
  expect(within.length).toBeGreaterThan(1);
  expect(within).toEqual([...within].sort((a, b) => a - b));
});

describe('a clock that goes backwards', () => {
  it('changes neither which index answers nor which is kept beside it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const built: string[] = [];
    for (const time of ['2026-05-01T12:00:00Z', '2026-05-01T11:00:00Z', '2020-01-01T00:00:00Z']) {
      vi.setSystemTime(new Date(time));
      corpus.write({ 'a.txt': `It is ${time} o'clock.` });
      built.push((await buildIndex(corpus.options)).generation);
    }
    expect(built[0]! > built[1]! && built[1]! > built[2]!).toBe(true);
    expect(currentGeneration(corpus.embeddingsDir)).toBe(built[2]);
    const kept = readdirSync(corpus.embeddingsDir).filter((name) => /^\d{8}T/.test(name));
    expect(kept.sort()).toEqual([built[2], built[1]]);
    answerer = await openAnswererFor(corpus.options);
    expect((await answerer.ask('what time is it')).quotes[0]!.text).toContain('2020-01-01');
  });
});

it('forgets the last documents when they are deleted, and goes on when there are others', async () => {
  corpus.write({ 'good.txt': LAMP });
  await buildIndex(corpus.options);
  expect(await sourcesFor('what does the lamp burn')).toEqual(['good.txt']);
  corpus.remove('good.txt');
  corpus.write({ 'binary.txt': 'a\0b' });
  expect(await buildIndex(corpus.options)).toMatchObject({
    changed: true,
    removed: ['good.txt'],
    documents: 0,
    passages: 0,
  });
  corpus.remove('binary.txt');
  for (const changed of [true, false])
    expect(await buildIndex(corpus.options)).toMatchObject({ changed, documents: 0 });
  // Who is at it finds nothing; who starts is told why.
  await answerer!.refresh();
  expect(await answerer!.ask('what does the lamp burn')).toMatchObject({ verdict: 'not-found', quotes: [] });
  expect(answerer!.library().documents()).toEqual([]);
  await expect(openAnswererFor(corpus.options)).rejects.toMatchObject({
    name: 'UserError',
    code: 'CORPUS_EMPTY',
    hint: expect.stringContaining('CORPUS_DIR') as string,
  });
  corpus.write({ 'new.txt': 'The bell is rung in fog.' });
  expect(await buildIndex(corpus.options)).toMatchObject({ added: ['new.txt'], removed: [] });
  await answerer!.refresh();
  expect((await answerer!.ask('when is the bell rung')).quotes[0]!.source).toBe('new.txt');
});

it('answers as before when the corpus folder disappears, and goes on when it is back', async () => {
  corpus.write({ 'good.txt': LAMP });
  await buildIndex(corpus.options);
  expect(await sourcesFor('what does the lamp burn')).toEqual(['good.txt']);
  corpus.remove('');
  await expect(buildIndex(corpus.options)).rejects.toMatchObject({ code: 'CORPUS_MISSING' });
  expect((await answerer!.ask('what does the lamp burn')).quotes[0]!.text).toBe(LAMP);
  mkdirSync(corpus.corpusDir);
  await expect(buildIndex(corpus.options)).rejects.toMatchObject({
    code: 'CORPUS_EMPTY',
    hint: expect.stringContaining(`delete ${corpus.embeddingsDir}/current`) as string,
  });
  corpus.write({ 'good.txt': LAMP, 'new.txt': 'The bell is rung in fog.' });
  expect(await buildIndex(corpus.options)).toMatchObject({ added: ['new.txt'], removed: [] });
  expect((await answerer!.ask('when is the bell rung')).quotes[0]!.source).toBe('new.txt');
  expect(readdirSync(corpus.embeddingsDir)).toContain('current');
});
