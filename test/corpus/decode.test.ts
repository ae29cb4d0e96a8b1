import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/corpus/decode.ts';
import { RefusedFileError } from '../../src/corpus/refused-file.ts';

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark, which is not part of the text', () => {
    expect(decode(Buffer.from('Kalın – 阿'))).toBe('Kalın – 阿');
    expect(decode(Buffer.from('\ufeffKalın'))).toBe('Kalın');
  });

  it('reads UTF-16 of either byte order by its mark', () => {
    const little = Buffer.from('\ufeffGanja – 🎉', 'utf16le');
    expect(decode(little)).toBe('Ganja – 🎉');
    expect(decode(Buffer.from(little).swap16())).toBe('Ganja – 🎉');
  });

  it('takes what is not valid UTF-8 for Windows-1252', () => {
    expect(decode(Uint8Array.of(0x93, 0x61, 0x94, 0x20, 0xe9))).toBe('“a” é');
  });

  it('reads UTF-8 with a slip in it, as when it was cut in mid-character', () => {
    const text = 'Die Brücke über den Fluß führt von Köln nach Düren: Öl für Züge, schöne Grüße';
    const cut = Buffer.concat([Buffer.from(text), Uint8Array.of(0xc3)]);
    expect(decode(cut)).toBe(`${text}\ufffd`);
  });

  it('refuses what holds NUL characters', () => {
    expect(() => decode(Uint8Array.of(0x61, 0, 0x62))).toThrow(new RefusedFileError('binary'));
    expect(() => decode(Uint8Array.of(0xff, 0xfe, 0, 0))).toThrow(new RefusedFileError('binary'));
  });

  it('gives well-formed text for any bytes, or refuses them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        let text: string;
        try {
          text = decode(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedFileError);
          return;
        }
        expect(text).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('reads back whatever text was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(decode(Buffer.from(text))).toBe(text);
      }),
    );
  });
});
