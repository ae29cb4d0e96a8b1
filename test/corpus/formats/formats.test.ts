import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../../src/corpus/document.ts';
import { FORMATS, parserFor } from '../../../src/corpus/formats/formats.ts';
import { expectSound } from './sound.ts';

/** Bytes of all kinds: none that mean anything, text, and text with a byte order mark. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
  fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  fc
    .lorem({ maxCount: 30, mode: 'sentences' })
    .map((text) => Buffer.from(text.replaceAll('. ', '.\r\n\r\n'))),
);

/** Bytes may be refused for what they are; a TypeError and its like are bugs. */
function expectRefusal(error: unknown): void {
  expect(error).toBeInstanceOf(Error);
  for (const bug of [TypeError, RangeError, ReferenceError, SyntaxError])
    expect(error).not.toBeInstanceOf(bug);
}

describe('every format', () => {
  it.each([...FORMATS])('covers the text of %s with blocks, whatever the bytes', async (extension) => {
    const parse = parserFor(`a${extension}`)!;
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        let document: ParsedDocument;
        try {
          document = await parse(bytes);
        } catch (error) {
          expectRefusal(error);
          return;
        }
        expectSound(document);
      }),
    );
  });

  it('is found by its extension in any case, and nothing else is', () => {
    for (const extension of FORMATS)
      expect(parserFor(`Folder.x/A.b${extension.toUpperCase()}`)).toBeDefined();
    for (const path of ['txt', 'a.exe', 'a.constructor', 'a.__proto__', '.md', 'a.txt/b']) {
      expect(parserFor(path)).toBeUndefined();
    }
  });
});
