import fc from 'fast-check';

const MARKUP = [
  '**', '*', '__', '_', '~~', '`', '```', '||', '> ', '>>> ', '# ', '-# ', '- ', '+ ', '1. ', '12. ', '\\',
  '[a](http://b.c)', 'https://example.com/a_b_', '<https://x.y>', '<@123456789012345678>', '<@&1>', '<#5>',
  '<t:1600000000:R>', '<:name:123>', '<a:name:123>', '</ask:1>', '@everyone', '@here', ':smile:', 'a:b:c',
  '¯\\_(ツ)_/¯', '\n', '\n\n', '\r\n', '\r', '\t', ' ', '\u202e', '\u2066', '\u2069', '\u202c', '\u200b',
  '\u2028', '👩‍👩‍👧', '🇦🇿', 'é', 'discord.gg/abc', 'word', 'The quick brown fox. ', 'снова ', '北京',
]; // prettier-ignore

/** Texts rich in what Discord could take for markup. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 5, arbitrary: fc.constantFrom(...MARKUP) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** The same, repeated to any length up to a limit. */
export function hostileUpTo(max: number): fc.Arbitrary<string> {
  return fc
    .tuple(hostile, fc.integer({ min: 1, max }))
    .map(([text, length]) =>
      (text === '' ? 'x' : text).repeat(Math.ceil(length / Math.max(1, text.length))).slice(0, length),
    );
}
