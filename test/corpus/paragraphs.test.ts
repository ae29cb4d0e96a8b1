import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines, paragraphs, trimSpan } from '../../src/corpus/paragraphs.ts';

const texts = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end));

/** Text in which line ends and every kind of white space are frequent. */
const anyText = fc
  .array(
    fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\u2029', ' ', '\t', '\u00a0', '\ufeff', 'a', 'b.', '🎉'),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('paragraphs', () => {
  it('ends a paragraph at a blank line, whatever the line ends', () => {
    for (const lineEnd of ['\n', '\r\n', '\r', '\u2028']) {
      const text = ['one', 'and more', '', 'two', ' \t', '', '  three  '].join(lineEnd);
      expect(texts(text)).toEqual([`one${lineEnd}and more`, 'two', 'three']);
    }
  });

  it('finds none in nothing', () => {
    expect(paragraphs('')).toEqual([]);
    expect(paragraphs(' \n\r\n\t\u00a0')).toEqual([]);
  });

  it('covers every character that is not white space, in order and without overlap', () => {
    fc.assert(
      fc.property(anyText, fc.nat(10), (text, from) => {
        const start = Math.min(from, text.length);
        let at = start;
        for (const span of paragraphs(text, start)) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, span.start).trim()).toBe('');
          const paragraph = text.slice(span.start, span.end);
          expect(paragraph).toBe(paragraph.trim());
          expect(paragraph).not.toBe('');
          at = span.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('lines', () => {
  it('leaves the line ends out and forgets no character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const joined = [...lines(text)].map(({ start, end }) => text.slice(start, end)).join('');
        expect(joined).toBe(text.replace(/[\n\r\u2028\u2029]/g, ''));
      }),
    );
  });
});

describe('trimSpan', () => {
  it('gives nothing for white space alone', () => {
    expect(trimSpan(' \n ', { start: 0, end: 3 })).toBeUndefined();
    expect(trimSpan(' a ', { start: 0, end: 3 })).toEqual({ start: 1, end: 2 });
  });
});
