import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { words } from '../../src/language/words.ts';

const forms = (text: string) => words(text).map(({ form }) => form);

describe('words', () => {
  test.each([
    ['Kalın’s café', ['kalin', 'cafe']],
    ['1,009 soldiers', ['1009', 'soldiers']],
    ['the U.S. and the US, but not us', ['the', 'u.s', 'and', 'the', 'u.s', 'but', 'not', 'us']],
    ['a cease-fire', ['a', 'cease', 'fire', 'ceasefire']],
    ['Straße', ['strasse']],
    ['October 10th, the 2ND and 1,000th', ['october', '10', 'the', '2', 'and', '1000']],
    ['❤️ ⚠️ ok', ['ok']],
    ['a 4thing', ['a', '4', 'thing']],
    ['100% * "AND" [x] \\', ['100', 'and', 'x']],
    ['', []],
    ['?!', []],
  ])('%s', (text, expected) => expect(forms(text)).toEqual(expected));

  test('Chinese gives words and pairs of characters', () => {
    expect(forms('北京大学')).toEqual(expect.arrayContaining(['北京', '京大', '大学']));
  });

  test('Japanese gives no pair with what joins its words', () => {
    const found = forms('水車小屋の高さはどれくらい');
    expect(found).toEqual(expect.arrayContaining(['水車', '車小', '小屋']));
    for (const pair of ['屋の', 'の高', 'さは', 'はど']) expect(found).not.toContain(pair);
  });

  test('stand where they say they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { form, start, end } of words(text)) {
          expect(form).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  test('finds the words of a run without any stop, however long, at their places', () => {
    const text = '北京大学𠀀'.repeat(700);
    const found = words(text);
    for (const { form, start, end } of found) expect(text.slice(start, end)).toBe(form);
    expect(found.filter(({ form }) => form === '北京').length).toBeGreaterThan(690);
    const covered = new Set(
      found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
    );
    expect(covered.size).toBe(text.length);
  });

  test.each([
    ["l'église, dell'acqua", ['eglise', 'acqua'], 'where French and Italian run an article into it'],
    ["d'Artagnan", ['artagnan'], 'in names too'],
    ["Sana'a, O'Brien, don't", ['sanaa', 'obrien', 'dont'], 'and not where an apostrophe is part of it'],
    ["Ankara'nın, İstanbul'dan", ['ankara', 'istanbul'], 'without what Turkish hangs on a name'],
    ['Русский Київ ёлка', ['русский', 'київ', 'елка'], 'with й and ї, which are letters of their own'],
    ['σοφός', ['σοφοσ'], 'with one form of sigma'],
    ['ایران', ['ايران'], 'with the letters of either keyboard'],
    ['รถไฟความเร็วสูง', ['รถไฟ', 'ความเร็ว', 'สูง'], 'by dictionary alone where the script is an alphabet'],
  ])('%s is %j: %s', (text, expected) => expect(forms(text)).toEqual(expected));

  test('Korean gives pairs, in which what stands before an ending is found, however its syllables are written', () => {
    for (const text of ['공습은 언제', '공습은 언제'.normalize('NFD')]) {
      expect(forms(text)).toContain('공습');
      for (const { start, end } of words(text))
        expect(text.slice(start, end).normalize('NFC')).toMatch(/^\p{Script=Hangul}+$/u);
    }
  });
});

test('words are not cut where nobody sees it', () => {
  expect(words('zam\u00adbo\u00adni می\u200cخواهم').map(({ form }) => form)).toEqual(['zamboni', 'ميخواهم']);
});
