import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SENTENCE_LENGTH, sentences } from '../../src/language/sentences.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['The fighting began Sept. 27 and has gone on. It is heavy.', 1],
    ['The U.S. National Security Advisor spoke. Then he left.', 1],
    ['He flew to the U.S. The talks began there.', 1],
    ['Mr. Aliyev met Dr. J. Smith. They spoke.', 1],
    ['It was called a crime, e.g. by Ankara. Others agreed.', 1],
    ['The rate was 3.5 percent. It fell.', 1],
    ['“They left.” The others stayed.', 1],
    ['Did they?! They did… Nobody knows.', 2],
    ['It began.[1] It ended.[2][3] Done.', 2],
    ['一号。二号！三号', 2],
    ['नाव डूब गई। कोई नहीं बचा।', 1],
    ['متى غرقت العبارة؟ لا أحد يعرف.', 1],
    ['کشتی ڈوب گئی۔ کوئی نہیں بچا۔', 1],
    ['One line\n\nAnother line', 1],
    ['Listed:\n- one\n- two\n2. three', 3],
  ])('splits %j', (text, ends) => {
    expect(split(text)).toHaveLength(ends + 1);
  });

  it.each([
    'Der Krieg um Bergkarabach begann am 27. September 2020.',
    'Sie begann am\n27. September 2020.',
    'Das Turnier findet am 3. Mai statt.',
    'Das war im 19. Jahrhundert so.',
    'Die Wohnung liegt im 3. Stock.',
    'Es gibt Tiere, z. B. Hunde, d. h. Haustiere, u. a. Katzen.',
    'Das kostete 5 Mio. Euro und 2 Mrd. Dollar.',
    'Ludwig II. von Bayern baute es.',
    'Ludwig II. (1845–1886) baute es.',
    'Er endete am 10. November 2020.',
    '1. Nicht fluchen.',
    'Regeln: 1. Nicht fluchen.',
    'Caesar starb 44 v. Chr. Geburt.',
    'Roe v. Wade was overturned.',
    'The U.S. Women’s Open is on.',
    'At 3 a.m. Moscow time they left.',
  ])('does not cut %j', (text) => {
    expect(split(text)).toEqual([text]);
  });

  it.each([
    ['He died in 2020.', 'Then it ended.'],
    ['It was No. 5.', 'Then it ended.'],
    ['He was 27.', 'April came.'],
    ['I am 27.', 'Then it ended.'],
    ['The score was 3:1.', 'Bob left.'],
    ['They can’t.', 'Bob left.'],
    ['It is 5 m.', 'Bob left.'],
    ['We solve for x.', 'Bob left.'],
    ['He fought in World War II.', 'Bob left.'],
    ['Now he lives in the U.S.', 'Officials said so.'],
    ['It fell at 3 a.m.', 'Women and children fled.'],
    ['Es kostete 5 Mio.', 'Das war viel.'],
    ['Es gab Äpfel usw.', 'Dann ging er.'],
    ['Er wählte die 5.', 'Dann ging er.'],
    ['1. Nicht fluchen.', '2. Nett sein.'],
  ])('cuts between %j and %j', (first, second) => {
    expect(split(`${first} ${second}`)).toEqual([first, second]);
  });

  it('keeps marks and quotes with the sentence that they end', () => {
    expect(split('“They left.” (All of them.) Then – nothing.')).toEqual([
      '“They left.”',
      '(All of them.)',
      'Then – nothing.',
    ]);
  });

  it('cuts what has no end at clauses and words, never inside a character', () => {
    for (const text of [
      'one, two; three '.repeat(500),
      'x'.repeat(5000),
      '🎉'.repeat(3000),
      `a${'🎉'.repeat(3000)}`,
      '一二三，'.repeat(2000),
    ]) {
      for (const sentence of split(text)) {
        expect(sentence.length).toBeLessThanOrEqual(MAX_SENTENCE_LENGTH);
        expect(sentence).not.toMatch(/\p{Cs}/u);
      }
    }
  });

  it.each([
    ['dots', '.'],
    ['question marks and quotes', '?"'],
    ['footnote marks', '.[1]'],
    ['blank lines', '\n '],
    ['line ends', '\n'],
    ['ideographic stops', '。'],
    ['initials', 'A.'],
    ['letters', 'a'],
  ])('is done with a megabyte of %s in a moment', (_, piece) => {
    const text = `a ${piece.repeat(1_000_000 / piece.length)} b`;
    expect(cpuTimeOf(() => sentences(text))).toBeLessThan(2000);
  });

  it('holds every character that is not white space, in order and without overlap', () => {
    const pieces = fc.constantFrom(
      ...[
        '. ',
        '.',
        '! ',
        '? ',
        '…',
        '。',
        '\n',
        '\n\n',
        '\r\n',
        '- ',
        '1. ',
        'am 3. Mai ',
        'z. B. ',
        'II. ',
        '[1]',
        '"',
        '” ',
        ') ',
      ],
      ...['U.S.', 'Sept.', 'Mr. ', 'A', 'the ', 'word ', '🎉', '\u00a0', 'x'.repeat(900)],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end } of sentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start).trim()).toBe('');
          const sentence = text.slice(start, end);
          expect(sentence).not.toBe('');
          expect(sentence).toBe(sentence.trim());
          expect(sentence.length).toBeLessThanOrEqual(MAX_SENTENCE_LENGTH);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
