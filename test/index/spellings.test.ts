import { describe, expect, test } from 'vitest';
import { Spellings } from '../../src/index/spellings.ts';

const TERMS = [
  'gandhi',
  'ghost',
  'azerbaijan',
  'verteidigung',
  'verteidigungslini',
  'heimatverteidigung',
  'lini',
  '北京',
];
const spellings = new Spellings(TERMS, (term) => {
  const id = TERMS.indexOf(term);
  return id < 0 ? undefined : id;
});
const near = (word: string) => spellings.near(word).map(({ id, edits }) => [TERMS[id], edits]);

describe('near', () => {
  test.each([
    ['a letter replaced', 'gandhy', [['gandhi', 1]]],
    ['a letter left out', 'gandi', [['gandhi', 1]]],
    ['letters in another order', 'ghandi', [['gandhi', 1]]],
    ['two letters of a long word', 'aserbaidjan', [['azerbaijan', 2]]],
    ['three letters of a long word', 'aserbaidjam', []],
    ['two letters of a short word', 'gindhy', []],
    ['a short word', 'host', []],
    ['a number', '20201', []],
    ['nothing', '', []],
  ])('%s', (_, word, expected) => expect(near(word)).toEqual(expected));
});

describe('compounds', () => {
  const compounds = (word: string) =>
    spellings
      .compounds(word)
      .map((id) => TERMS[id])
      .sort();

  test('finds what a word begins and ends', () => {
    expect(compounds('verteidigung')).toEqual(['heimatverteidigung', 'verteidigungslini']);
  });
  test('finds what a word is made of', () => {
    expect(compounds('verteidigungsministerium')).toEqual(['verteidigung']);
  });
  test('leaves short words alone', () => expect(compounds('lini')).toEqual([]));
});
