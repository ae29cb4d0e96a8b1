import { expect, test } from 'vitest';
import { isInsideWord, WORD_END, WORD_START } from '../../src/language/word-ends.ts';

test.each([
  ['Où est la gare ?', 'où', true],
  ['couvert', 'où', false],
  ['Wie groß ist er?', 'groß', true],
  ['Großmut', 'groß', false],
  ['québec', 'bec', false],
  ['在May开门', 'May', true],
])('in %j, %j is a word: %s', (text, word, wanted) => {
  expect(new RegExp(`${WORD_START}${word}${WORD_END}`, 'iu').test(text)).toBe(wanted);
});

test('words and numbers have an inside, what stands between them has none', () => {
  const inside = (text: string) =>
    Array.from({ length: text.length }, (_, at) => at).filter((at) => isInsideWord(text, at));
  expect(inside('é1 b')).toEqual([1]);
  expect(inside('1.5, 2')).toEqual([1, 2]);
  expect(inside('在1月')).toEqual([]);
});
