import { afterEach, beforeEach, expect, it } from 'vitest';
import { listCorpus } from '../../src/corpus/files.ts';
import { FORMATS } from '../../src/corpus/formats/formats.ts';
import { reasonText } from '../../src/corpus/reason-text.ts';
import { readDocument } from '../../src/corpus/read.ts';
import { docxParagraph, makeDocx, makePdf, setLines } from '../support/make-files.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus();
});
afterEach(() => corpus[Symbol.dispose]());

const FACT = 'The lamp at Harrow Quay burns whale oil.';
const CUE = `1\n00:01:02,000 --> 00:01:04,000\n${FACT}\n`;

it('reads a folder with every format, beside files that are none', async () => {
  corpus.write({
    'a.txt': FACT,
    'b.text': FACT,
    'c.md': `# Lamps\n\n${FACT}`,
    'd.markdown': FACT,
    'e.html': `<h2>Lamps</h2><p>${FACT}`,
    'f.htm': `<p>${FACT}${' '.repeat(100_000)}`,
    'g.pdf': makePdf([[], setLines([[FACT]])]),
    'h.docx': makeDocx(docxParagraph(FACT)),
    'i.csv': `id,text\n1,${FACT}\n`,
    'j.tsv': `id\ttext\n1\t${FACT}\n`,
    'k.jsonl': JSON.stringify({ text: FACT }),
    'l.ndjson': JSON.stringify(FACT),
    'm.srt': CUE,
    'n.vtt': `WEBVTT\n\n${CUE.replaceAll(',000', '.000')}`,
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
    'e.html': 'Lamps',
    'g.pdf': 2,
    'm.srt': '00:01:02',
    'n.vtt': '00:01:02',
    'o 🎉.pdf': 'encrypted',
    'p.pdf': 'damaged: Invalid PDF structure.',
    'q.docx': 'damaged: invalid zip data',
    'r.html': 'no text',
    's.exe': `not one of ${FORMATS.join(' ')}`,
    't.srt': 'damaged: no subtitles with times',
  });
  expect(Object.keys(found)).toHaveLength(20);
  expect(new Set(Object.keys(found).map((name) => name.slice(name.lastIndexOf('.'))))).toEqual(
    new Set([...FORMATS, '.exe']),
  );
});
