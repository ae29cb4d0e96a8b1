import { describe, expect, it } from 'vitest';
import { isCopyrightLine } from '../../src/corpus/copyright-line.ts';

describe('a copyright line', () => {
  it.each([
    'Copyright 2020 The Paper',
    '© 2020 The Paper',
    '(c) 2020 X',
    'Text © A. All rights reserved.',
    '© X',
  ])('is %j', (paragraph) => expect(isCopyrightLine(paragraph)).toBe(true));

  it.each([
    ['a sentence about copyright', 'Copyright law protects the letter, the court said.'],
    ['a text that begins as one', `© 2020 The Paper. ${'The mill burned down. '.repeat(20)}`],
    ['a text that ends as one', `${'The mill burned down. '.repeat(9)} All rights reserved.`],
  ])('is not %s', (_, paragraph) => expect(isCopyrightLine(paragraph)).toBe(false));
});
