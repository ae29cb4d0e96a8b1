import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { CROWD, Spellings } from '../../src/index/spellings.ts';

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
    ["the first two letters in each other's place", 'agndhi', [['gandhi', 1]]],
    ['two letters of a long word', 'aserbaidjan', [['azerbaijan', 2]]],
    ['three letters of a long word', 'aserbaidjam', []],
    ['two letters of a short word', 'gindhy', []],
    ['a short word', 'host', []],
    ['a number', '20201', []],
    ['nothing', '', []],
  ])('%s', (_, word, expected) => expect(near(word)).toEqual(expected));
});

test('near finds what looking at every term would', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'n', 'ş'), minLength: 4, maxLength: 10 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (terms, misspelled) => {
      const all = new Spellings(terms, (term) => terms.indexOf(term));
      const most = misspelled.length >= 8 ? 2 : 1;
      const letters = (text: string) => Array.from(text).sort().join('');
      const isSwap = (term: string) => term[0] === misspelled[0] && letters(term) === letters(misspelled);
      const plain = terms.flatMap((term, id) => {
        const edits = distance(misspelled, term);
        if (edits === 1 || (edits === 2 && isSwap(term))) return [{ id, edits: 1 }];
        return edits === 2 && most === 2 ? [{ id, edits: 2 }] : [];
      });
      const isCrowd = plain.filter(({ edits }) => edits === 1).length >= CROWD;
      const likelier = plain
        .filter(({ edits }) => !isCrowd || edits === 1)
        .sort((a, b) => a.edits - b.edits || a.id - b.id)
        .slice(0, 10);
      expect(all.near(misspelled)).toEqual(misspelled.length < 5 ? [] : likelier);
    }),
  );
});

const LETTERS = Array.from('abcdefghij');
const nearTo = (word: string, terms: readonly string[]) =>
  new Spellings(terms, (term) => terms.indexOf(term)).near(word).map(({ id, edits }) => [terms[id], edits]);

test('near finds ten of many, those that come first', () => {
  const terms = [...LETTERS.map((x) => `kilo${x}eter`), 'kilometers', 'kilometre'];
  expect(nearTo('kilometer', terms)).toEqual(terms.slice(0, 10).map((term) => [term, 1]));
});

test('near finds those of two edits where few are one edit away, behind these', () => {
  const twoEdits = LETTERS.map((x) => `kilomete${x}${x}`);
  const oneEdit = ['kilometers', 'kilometre', 'kilometter'];
  const found = nearTo('kilometer', [...twoEdits, ...oneEdit.slice(0, 2)]);
  expect(found).toEqual([
    ...oneEdit.slice(0, 2).map((term) => [term, 1]),
    ...twoEdits.slice(0, 8).map((term) => [term, 2]),
  ]);
  expect(nearTo('kilometer', [...twoEdits, ...oneEdit])).toEqual(oneEdit.map((term) => [term, 1]));
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

describe('versions', () => {
  const TOLD = ['4.3', '4.3.0', '4.3.1', '4.30', '4', '43', '11.10', '11.10.2020'];
  const versions = (word: string) =>
    new Spellings(TOLD, (term) => (TOLD.includes(term) ? TOLD.indexOf(term) : undefined))
      .versions(word)
      .map((id) => TOLD[id])
      .sort();

  test('finds what a number goes on with, and what it goes on from', () => {
    expect(versions('4.3')).toEqual(['4.3.0', '4.3.1']);
    expect(versions('4.3.1')).toEqual(['4.3']);
    expect(versions('11.10')).toEqual(['11.10.2020']);
  });
  test('finds none of a number in one part, and of a word', () => {
    expect(versions('4')).toEqual([]);
    expect(versions('release')).toEqual([]);
  });
});
