import { describe, expect, it } from 'vitest';
import { looksLikeHeadline } from '../../src/corpus/headline.ts';

describe('what looks like a headline', () => {
  it.each(['Four killed in attack', 'Fire in Harrow (updated)', '矿井火灾', 'Chapter 3'])(
    'is %j',
    (paragraph) => expect(looksLikeHeadline(paragraph)).toBe(true),
  );

  it.each([
    ['a sentence', 'It happened.'],
    ['a sentence in quotes', '“It happened!”'],
    ['what leads to something', 'The sides agreed to:'],
    ['a Chinese sentence', '矿井着火了。'],
    ['several lines', 'Fire in Harrow\nMill burned'],
    ['no words', '12 – 34'],
    ['what is as long as a paragraph', 'Four killed in attack on the mill '.repeat(5).trim()],
    ['nothing', ''],
  ])('is not %s', (_, paragraph) => expect(looksLikeHeadline(paragraph)).toBe(false));
});
