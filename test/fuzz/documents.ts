import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { decode } from '../../src/corpus/decode.ts';
import type { CorpusDocument } from '../../src/corpus/document.ts';
import { FORMATS } from '../../src/corpus/formats/formats.ts';
import { reasonText } from '../../src/corpus/reason-text.ts';
import { readDocument } from '../../src/corpus/read.ts';
import { modelSpec } from '../../src/embedding/model-spec.ts';
import { fingerprint } from '../../src/index/fingerprint.ts';
import { windowsOf } from '../../src/index/windows.ts';
import { languageOf } from '../../src/language/languages.ts';
import { holds } from '../../src/language/holds.ts';
import { relativeDates } from '../../src/language/relative-dates.ts';
import { sentences } from '../../src/language/sentences.ts';
import { terms } from '../../src/language/terms.ts';
import { words } from '../../src/language/words.ts';
import { docxParagraph, makeDocx, makePdf, setLines } from '../support/make-files.ts';
import { MODELS_DIR, SAMPLE_CORPUS_DIR } from '../support/models.ts';
import { sampleFile } from '../support/sample-files.ts';
import { sharedEmbedder } from '../support/shared-model.ts';
import { joined, mutated } from './mutate.ts';
import { PIECES } from './pieces.ts';
import type { FuzzTarget } from './target.ts';

export interface FuzzedFile {
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** Bytes of any kind as a file of any format: it is read or refused, and what is read is what stands there. */
export async function documentTarget(folder: string): Promise<FuzzTarget<FuzzedFile>> {
  const embedder = await sharedEmbedder(modelSpec(''), MODELS_DIR);
  return {
    inputs: anyFile,
    size: 1,
    check: (file) => checkFile(file, folder, embedder),
    file: ({ extension, bytes }) => ({ extension, content: bytes }),
    close: () => Promise.resolve(),
  };
}

export interface Tokens {
  readonly maxTokens: number;
  countTokens(text: string): number;
}

/** A guess, for texts that would take the tokenizer long. */
const GUESSED: Tokens = { maxTokens: 254, countTokens: (text) => Math.ceil(text.length / 4) };
const MAX_TOKENIZED = 4000;

/** Reads a file as a build does, up to where the model would embed it. */
async function checkFile({ extension, bytes }: FuzzedFile, folder: string, tokens: Tokens): Promise<void> {
  const source = `fuzzed${extension}`;
  const path = join(folder, source);
  writeFileSync(path, bytes);
  const result = await readDocument({ source, path, size: bytes.length });
  if (result.kind !== 'document') {
    assert.ok(result.kind === 'skipped' || result.kind === 'refused', result.kind);
    assert.doesNotMatch(reasonText(result.reason), SIGN_OF_A_BUG);
    return;
  }
  checkDocument(result.document, tokens);
  // Every quote is its slice of the file: of these formats the document's text is the file's.
  if (/^\.(?:txt|text|md|markdown)$/.test(extension)) assert.equal(result.document.text, decode(bytes));
}

/** In the reason for which a file of a few kilobytes is refused. */
const SIGN_OF_A_BUG =
  /undefined|not a function|Cannot (?:read|set|convert)|not iterable|Invalid (?:array|string|count)|call stack|takes more than|breaks the parser|\[object/;

/** SQLite's binding ends a text at a NUL; half a character has no UTF-8. */

const CANNOT_BE_KEPT = /[\0\p{Cs}]/u;

function checkDocument({ text, metadata, passages }: CorpusDocument, tokens: Tokens): void {
  assert.ok(passages.length > 0);
  assert.doesNotMatch(text, CANNOT_BE_KEPT);
  const counting = text.length <= MAX_TOKENIZED ? tokens : GUESSED;
  const language = languageOf(words(text.slice(0, 20_000)));
  let at = 0;
  let paragraph = 0;
  for (const passage of passages) {
    assert.ok(passage.start >= at && passage.end > passage.start && passage.end <= text.length);
    assert.equal(text.slice(passage.start, passage.end), passage.text);
    assert.equal(passage.text.trim(), passage.text);
    assert.ok(passage.paragraph > paragraph);
    at = passage.end;
    paragraph = passage.paragraph;
    fingerprint(passage.text);
    for (const { start, end } of sentences(passage.text)) {
      const sentence = passage.text.slice(start, end);
      holds(sentence);
      terms(words(sentence), language);
    }
    assert.doesNotMatch(passage.section ?? '', CANNOT_BE_KEPT);
    checkWindows(passage.text, counting);
    for (const { start, end, expression } of relativeDates(passage.text, metadata.date ?? '2020-10-13'))
      assert.equal(passage.text.slice(start, end), expression);
  }
  for (const value of Object.values(metadata) as string[]) {
    assert.equal(value, value.trim());
    assert.notEqual(value, '');
    assert.doesNotMatch(value, /[\n\r]/);
    assert.doesNotMatch(value, CANNOT_BE_KEPT);
  }
}

/** Windows that fit the model and leave nothing out. */
function checkWindows(passage: string, tokens: Tokens): void {
  let at = 0;
  for (const { start, end, level } of windowsOf(passage, tokens)) {
    assert.ok(start < end && end <= passage.length);
    if (level !== 'passage') continue;
    assert.equal(passage.slice(at, start).trim(), '');
    at = end;
  }
  assert.equal(passage.slice(at).trim(), '');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const SAMPLES = readdirSync(SAMPLE_CORPUS_DIR).map((name) => ({
  extension: extname(name),
  bytes: readFileSync(join(SAMPLE_CORPUS_DIR, name)),
}));
const samplesOf = (extension: string): Uint8Array[] =>
  SAMPLES.filter((sample) => sample.extension === extension).map(({ bytes }) => bytes);

const PARAGRAPHS = [
  ['The lamp at Harrow Quay burns whale oil.', 'It was lit in 1871 by Odile Farrow.'],
  ['Nobody has seen it dark since, but for one night in October.'],
];
const HTML = `<!doctype html><html><head><title>Lamps | The Almanac</title><meta name="author" content="Ada Oak">
  <meta property="article:published_time" content="2021-03-04T10:00:00Z"></head><body><nav>Home</nav><main><h1>Of lamps</h1>
  <p>${PARAGRAPHS[0]!.join(' ')}</p><ul><li>oil<li>wick</ul><table><tr><th>Name<th>Steps<tr><td>Harrow<td>112</table></main>`;
const CUES =
  '1\n00:01:02,000 --> 00:01:04,000\nThe lamp burns.\n\n2\n00:01:05,000 --> 00:01:07,000\n- It does.\n- Yes.\n';
const PDFS = [
  makePdf([setLines(PARAGRAPHS), setLines(PARAGRAPHS, { x: 300 })], { title: 'Of lamps', author: 'Ada Oak' }),
  makePdf([[], setLines([PARAGRAPHS[1]!])], { encrypted: true }),
];
const docx = (body: string): Uint8Array => makeDocx(body);

/** What the formats can hold beside one sentence. */
const RICH: Readonly<Record<string, readonly Uint8Array[]>> = {
  '.txt': samplesOf('.txt'),
  '.text': samplesOf('.txt'),
  '.md': samplesOf('.md'),
  '.markdown': samplesOf('.md'),
  '.html': [utf8(HTML)],
  '.htm': [utf8(HTML)],
  '.csv': [utf8('id,name,city\r\n1,Ada,"Ghent, Belgium"\r\n2,"Bo ""the"" Oak",\r\n'), utf8('a;b\n1,5;2\n')],
  '.jsonl': [utf8('{"title":"Lamps","text":"One. Two."}\n{"id":2,"body":["a",{"b":"c"}]}\n"alone"\n')],
  '.srt': [utf8(CUES)],
  '.vtt': [utf8(`WEBVTT\n\nNOTE x\n\n${CUES.replaceAll(',000', '.000')}`)],
  '.pdf': PDFS,
  '.docx': [
    docx(
      docxParagraph('Of Lamps', 'Title') + PARAGRAPHS.map((lines) => docxParagraph(lines.join(' '))).join(''),
    ),
  ],
};

/** Parsers of markup are given to another process from this size on; below it they must be quick by themselves. */
const MAX_REPEATED = 60_000;

const anyFile: fc.Arbitrary<FuzzedFile> = fc
  .constantFrom(...FORMATS)
  .chain((extension) => fc.record({ extension: fc.constant(extension), bytes: bytesFor(extension) }));

function bytesFor(extension: string): fc.Arbitrary<Uint8Array> {
  const piece = fc.constantFrom(...PIECES[extension]!);
  const made = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));
  const repeated = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: MAX_REPEATED }))
    .map(([parts, length]) => repeatedTo(parts.join(''), length));
  const written = extension === '.docx' ? (body: string) => docx(body) : utf8;
  return fc.oneof(
    { weight: 60, arbitrary: made.map(written) },
    { weight: 60, arbitrary: mutated(realFiles(extension), piece) },
    { weight: 15, arbitrary: fc.uint8Array({ maxLength: 400 }) },
    { weight: 15, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map(utf8) },
    { weight: 10, arbitrary: made.map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')) },
    { weight: 5, arbitrary: made.map((text) => joined(new Uint8Array([0xfe, 0xff]), utf8(text))) },
    { weight: 10, arbitrary: made.map((text) => Buffer.from(text, 'latin1')) },
    { weight: 1, arbitrary: repeated.map(written) },
  );
}

function realFiles(extension: string): readonly Uint8Array[] {
  const plain = sampleFile(extension, PARAGRAPHS[0]![0]!);
  return [typeof plain === 'string' ? utf8(plain) : plain, ...(RICH[extension] ?? [])];
}

function repeatedTo(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
