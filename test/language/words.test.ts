import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStopWord, languageOf, stem } from '../../src/language/languages.ts';
import { termsOf } from '../../src/language/terms.ts';
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
});

describe('languages', () => {
  test.each([
    ['Where was the mill built?', 'en'],
    ['Wo wurde die Mühle gebaut?', 'de'],
    ['Où est le moulin de la ville ?', 'fr'],
  ] as const)('%s is %s', (text, language) => expect(languageOf(words(text))).toBe(language));

  test('a text that does not tell is in the fallback', () => {
    expect(languageOf(words('Ganja'), 'de')).toBe('de');
    expect(languageOf([], 'fr')).toBe('fr');
  });

  test('stop words say nothing, and the words by which a question asks neither', () => {
    const stop = words('when did the').every((word) => isStopWord(word, 'en'));
    expect(stop).toBe(true);
    expect(isStopWord(words('ferry')[0]!, 'en')).toBe(false);
  });

  test.each([
    ['What happened on October 10th?', 'Oct. 10'],
    ['27 September', '27 Sept.'],
  ])('%s holds the words of %s', (question, text) => {
    const asked = termsOf(question).map(({ term }) => term);
    expect(asked).toEqual(expect.arrayContaining(termsOf(text).map(({ term }) => term)));
  });

  test.each([
    ['怎么烤面包？', '怎么'],
    ['火災はいつ発生しましたか', 'いつ'],
    ['ไฟไหม้เมื่อไหร่', 'เมื่อไหร่'],
    ['من كتب هاملت؟', 'من'],
    ['Сколько людей погибло?', 'Сколько'],
    ['Combien de morts ?', 'Combien'],
  ])('%s asks by %s, which says nothing of what it asks about', (question, asking) => {
    const at = question.indexOf(asking);
    const end = at + asking.length;
    expect(termsOf(question).filter((term) => term.start < end && at < term.end)).toEqual([]);
    expect(termsOf(question)).not.toEqual([]);
  });

  test('forms of a word fall together, numbers stay', () => {
    const [killed, killing, year] = words('killed killing 1990s');
    expect(stem(killed!, 'en')).toBe(stem(killing!, 'en'));
    expect(stem(year!, 'en')).toBe('1990');
  });

  test('terms keep their places', () => {
    const text = 'When did the ferries sink?';
    expect(termsOf(text).map(({ term, start, end }) => [term, text.slice(start, end)])).toEqual([
      ['ferri', 'ferries'],
      ['sink', 'sink'],
    ]);
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
});

test('words are not cut where nobody sees it', () => {
  expect(words('zam\u00adbo\u00adni می\u200cخواهم').map(({ form }) => form)).toEqual(['zamboni', 'میخواهم']);
});
