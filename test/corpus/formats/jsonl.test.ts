import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonl } from '../../../src/corpus/formats/jsonl.ts';
import { RefusedFileError } from '../../../src/corpus/refused-file.ts';
import { blocksOf, expectSound } from './sound.ts';

describe('parseJsonl', () => {
  it('makes a passage of a line, with its values named', () => {
    const lines = [
      '{"id": 7, "author": {"name": "Ada", "tags": ["a", "b", null]}, "gone": null, "ok": true}',
      '',
      '{"parts": [{"text": "One."}, {"text": "Two."}]}',
      '{"text": "The value alone."}',
      '"Only words."',
      '[1, 2]',
      '{}',
    ];
    expect(blocksOf(parseJsonl(lines.join('\r\n')))).toEqual([
      'id: 7\nauthor.name: Ada\nauthor.tags: a, b\nok: true',
      'parts.1.text: One.\nparts.2.text: Two.',
      'The value alone.',
      'Only words.',
      '1, 2',
    ]);
  });

  it('takes a line separator of Unicode in a string for part of it', () => {
    expect(
      blocksOf(parseJsonl('{"talk": "About geese\u2028and swans."}\n{"talk": "About\u2029eels."}')),
    ).toEqual(['About geese\u2028and swans.', 'About\u2029eels.']);
  });

  it('shows numbers as they are written', () => {
    const line =
      '{"id": 762345678901234567, "price": 5.50, "v": [1.10, -2e+3, 0], "q": "5.50 \\" 1.10", "a1": true}';
    expect(blocksOf(parseJsonl(line))).toEqual([
      'id: 762345678901234567\nprice: 5.50\nv: 1.10, -2e+3, 0\nq: 5.50 " 1.10\na1: true',
    ]);
    expect(blocksOf(parseJsonl('{"a":'.repeat(9) + '1.0' + '}'.repeat(9)))).toEqual(['{"a":1.0}']);
    expect(blocksOf(parseJsonl('{"a": 01}\n{"b": 1.0}\n{"c": 2}'))).toEqual(['{"a": 01}', '1.0', '2']);
  });

  it('keeps a line that is no JSON as it stands', () => {
    expect(blocksOf(parseJsonl('{"a": "One."}\n{"a": "Two\n{"a": "Three."}'))).toEqual([
      'One.',
      '{"a": "Two',
      'Three.',
    ]);
  });

  it('reads a file that is one value by its elements', () => {
    expect(blocksOf(parseJsonl('[\n  {"a": "One."},\n  {"a": "Two."}\n]\n'))).toEqual(['One.', 'Two.']);
  });

  it('refuses what is something else', () => {
    expect(() => parseJsonl('Some words.\nMore words.\n')).toThrow(new RefusedFileError('not-json-lines'));
  });

  it('shows what is nested deeply as JSON, and refuses what is nested without end', () => {
    expect(blocksOf(parseJsonl('{"a":'.repeat(12) + '1' + '}'.repeat(12)))).toEqual([
      '{"a":{"a":{"a":{"a":1}}}}',
    ]);
    expect(() => parseJsonl('['.repeat(500_000) + ']'.repeat(500_000))).toThrow(RefusedFileError);
  });

  it('keeps every string of any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 12 }), (value) => {
        const document = parseJsonl(JSON.stringify(value));
        expectSound(document);
        const strings: string[] = [];
        JSON.stringify(value, (_, inner: unknown) => {
          if (typeof inner === 'string') strings.push(inner);
          return inner;
        });
        const shown = document.text.replace(/\s/g, '');
        for (const string of strings) {
          const bare = string.replace(/\s/g, '');
          expect(
            shown.includes(bare) || shown.includes(JSON.stringify(string).slice(1, -1).replace(/\s/g, '')),
          ).toBe(true);
        }
      }),
    );
  });
});
