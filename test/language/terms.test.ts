import { describe, expect, test } from 'vitest';
import { termsOf } from '../../src/language/terms.ts';

describe('termsOf', () => {
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

  test('terms keep their places', () => {
    const text = 'When did the ferries sink?';
    expect(termsOf(text).map(({ term, start, end }) => [term, text.slice(start, end)])).toEqual([
      ['ferri', 'ferries'],
      ['sink', 'sink'],
    ]);
  });

  test('of Vietnamese, whose words are written apart, there are pairs of syllables as well', () => {
    const found = termsOf('Nhà máy của thành phố').map(({ term }) => term);
    expect(found).toEqual(expect.arrayContaining(['nhà', 'nha may', 'thành', 'thanh pho']));
    expect(termsOf('The mill of the city').some(({ term }) => term.includes(' '))).toBe(false);
  });
});
