import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlainText } from '../../../src/corpus/formats/plain-text.ts';
import { blocksOf, expectSound } from './sound.ts';

/** Milliseconds that a slow machine may take; what takes squared time takes minutes. */
const SOON = 20_000;

describe('paragraphs without blank lines between them', () => {
  it('begin with an indented line after the end of a sentence, as in old books', () => {
    const first = 'It was late when the post coach\nreached the inn at Bellcove, and\nnobody was awake.';
    const second = '"Open the door!" cried the driver.';
    const third = 'A light was lit on the upper floor\nand a window opened.';
    expect(blocksOf(parsePlainText(`   ${first}\n   ${second}\n\t${third}\n`))).toEqual([
      first,
      second,
      third,
    ]);
  });

  it.each([
    ['a list', 'What to bring:\n  - A lamp.\n  - A rope.'],
    ['an address', 'Write to us.\n  c/o The Guild\n  12 Harbour Street'],
    ['hard-wrapped lines', 'The first line is\nthe beginning of it. The\nsecond goes on.'],
    ['a verse with every line further in', '    The sea is wide.\n    The night is long.'],
  ])('are not seen in %s', (_, text) => {
    expect(blocksOf(parsePlainText(`Before this.\n\n${text}\n`))).toEqual(['Before this.', text.trim()]);
  });

  it('are cut at the ends of lines where they go on for pages', () => {
    const log = Array.from(
      { length: 400 },
      (_, i) => `2020-10-12 08:${i} the valve was turned by hand number ${i}`,
    ).join('\n');
    const parts = blocksOf(parsePlainText(log));
    expect(parts.join('\n')).toBe(log);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(4000);
    expect(parts.length).toBeLessThan(10);
  });

  it('take a time that grows with the text', { timeout: SOON }, () => {
    const text = Array.from({ length: 100_000 }, (_, i) => `The valve was turned by hand ${i}.`).join('\n\n');
    expect(parsePlainText(text).blocks).toHaveLength(100_000);
  });

  it('hold every character, whatever the text', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', ' ', '   ', '\t', '\u3000'),
        fc.constantFrom('Word.', 'word', '"Word!"', '', 'x'.repeat(900), '終わり。'),
      )
      .map(([indent, words]) => indent + words);
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.constantFrom('\n', '\r\n', '\r', '\u2028'),
        (all, end) => {
          expectSound(parsePlainText(all.join(end)));
        },
      ),
    );
  });
});
