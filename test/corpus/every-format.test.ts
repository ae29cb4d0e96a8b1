import { afterEach, beforeEach, expect, it } from 'vitest';
import { listCorpus } from '../../src/corpus/files.ts';
import { FORMATS } from '../../src/corpus/formats/formats.ts';
import { reasonText } from '../../src/corpus/reason-text.ts';
import { readDocument } from '../../src/corpus/read.ts';
import { makePdf, setLines } from '../support/make-files.ts';
import { sampleFile } from '../support/sample-files.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus();
});
afterEach(() => corpus[Symbol.dispose]());

const FACT = 'The lamp at Harrow Quay burns whale oil.';

it('reads a folder with every format, beside files that are none', async () => {
  for (const extension of FORMATS) corpus.write({ [`a${extension}`]: sampleFile(extension, FACT) });
  corpus.write({
    // Large enough to be parsed in another process.
    'b.htm': `<p>${FACT}${' '.repeat(100_000)}`,
    'o 🎉.pdf': makePdf([setLines([[FACT]])], { encrypted: true }),
    'p.pdf': 'no PDF',
    'q.docx': 'no archive',
    'r.html': '<script>let a;</script>',
    's.exe': FACT,
    't.srt': '',
  });
  const found: Record<string, unknown> = {};
  for (const file of (await listCorpus(corpus.corpusDir)).files) {
    const result = await readDocument(file);
    if (result.kind === 'unchanged') throw new Error('Nothing was read before.');
    if (result.kind !== 'document') {
      found[file.source] = reasonText(result.reason);
      continue;
    }
    const passages = result.document.passages.filter(({ text }) => text.includes(FACT));
    expect(passages).toHaveLength(1);
    const { start, end, text, section, page } = passages[0]!;
    expect(result.document.text.slice(start, end)).toBe(text);
    found[file.source] = section ?? page;
  }
  const plain = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  expect(plain).toEqual({
    'a.html': 'Oil',
    'a.pdf': 2,
    'a.srt': '00:01:02',
    'a.vtt': '00:01:02',
    'o 🎉.pdf': 'encrypted',
    'p.pdf': 'damaged: Invalid PDF structure.',
    'q.docx': 'damaged: invalid zip data',
    'r.html': 'no text',
    's.exe': `not one of ${FORMATS.join(' ')}`,
    't.srt': 'damaged: no subtitles with times',
  });
  expect(Object.keys(found)).toHaveLength(FORMATS.length + 7);
});
