import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, readDocument } from '../../src/corpus/read.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus();
});
afterEach(() => corpus[Symbol.dispose]());

const read = (source: string, content: string | Uint8Array) => {
  corpus.write({ [source]: content });
  return readDocument({ source, path: corpus.path(source), size: statSync(corpus.path(source)).size });
};

describe('readDocument', () => {
  it('gives text, metadata, hash and passages whose offsets are exact', async () => {
    const bytes = Buffer.from('\ufeffTitle: Talks\r\n\r\nKalın – “spoke”.\r\n\r\n🎉 Then\r\nmore.\r\n');
    const result = await read('a/talks.txt', bytes);
    if (result.kind !== 'document') throw new Error(result.kind);
    const { document } = result;
    expect(document.metadata).toEqual({ title: 'Talks' });
    expect(document.hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(document.passages.map(({ text }) => text)).toEqual(['Kalın – “spoke”.', '🎉 Then\r\nmore.']);
    for (const { start, end, text, source } of document.passages) {
      expect(document.text.slice(start, end)).toBe(text);
      expect(source).toBe('a/talks.txt');
    }
  });

  it('numbers paragraphs as a reader counts them: boilerplate too, metadata not', async () => {
    const result = await read('a.txt', 'date 2020-10-13 Headline\n\nOne.\n\n© 2020 A\n\nTwo.');
    if (result.kind !== 'document') throw new Error(result.kind);
    expect(result.document.passages.map(({ paragraph, text }) => [paragraph, text])).toEqual([
      [1, 'Headline'],
      [2, 'One.'],
      [4, 'Two.'],
    ]);
  });

  it('skips with a reason what cannot be quoted', async () => {
    const reasons = {
      'binary.txt': ['refused', 'binary', Uint8Array.of(1, 0, 2)],
      'empty.txt': ['skipped', 'no-text', ''],
      'blank.md': ['skipped', 'no-text', ' \n\t\r\n'],
      'front.md': ['skipped', 'no-text', '---\ntitle: a\n---\n'],
    } as const;
    for (const [source, [kind, code, content]] of Object.entries(reasons)) {
      expect(await read(source, content)).toMatchObject({ kind, reason: { code } });
    }
    expect(await read('a.exe', 'text')).toEqual({ kind: 'skipped', reason: { code: 'unknown-format' } });
    expect(await readDocument({ source: 'a.txt', path: 'nowhere', size: MAX_FILE_BYTES + 1 })).toEqual({
      kind: 'refused',
      reason: { code: 'file-too-large', detail: '64 MB' },
    });
  });

  it('tells of a file that is gone since it was listed', async () => {
    const file = { source: 'a.txt', path: corpus.path('a.txt'), size: 1 };
    expect(await readDocument(file)).toEqual({ kind: 'gone', reason: { code: 'gone' } });
  });

  it('tells a file that cannot be read from one that is gone', async () => {
    corpus.write({ 'a.txt/b.txt': '' });
    const result = await readDocument({ source: 'a.txt', path: corpus.path('a.txt'), size: 1 });
    expect(result).toEqual({ kind: 'unreadable', reason: { code: 'unreadable', detail: 'EISDIR' } });
  });

  it.each(['.txt', '.md'])(
    'skips one line of 5 MB in %s and says why, and reads a long one',
    async (extension) => {
      const sentence = 'The fox jumped over it. ';
      expect(await read(`long${extension}`, sentence.repeat(220_000))).toMatchObject({
        kind: 'refused',
        reason: { code: 'paragraph-too-long', detail: '1,000,000 characters' },
      });
      const text = sentence.repeat(40_000).trim();
      const result = await read(`long${extension}`, text);
      if (result.kind !== 'document') throw new Error(result.kind);
      expect(result.document.passages.map((passage) => passage.text)).toEqual([text]);
    },
  );

  it('reads the same text twice as two documents of the same hash', async () => {
    const [a, b] = [await read('a.txt', 'Same.'), await read('b.txt', 'Same.')];
    if (a.kind !== 'document' || b.kind !== 'document') throw new Error('skipped');
    expect(a.document.hash).toBe(b.document.hash);
    expect(a.document.passages[0]!.text).toBe(b.document.passages[0]!.text);
  });
});
