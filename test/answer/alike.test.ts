import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alikeTerms } from '../../src/answer/alike.ts';
import { SimilarWords } from '../../src/embedding/similar-words.ts';
import { TermIndexBuilder } from '../../src/index/term-index-builder.ts';
import { TermIndex } from '../../src/index/term-index.ts';
import { stem, type Language } from '../../src/language/languages.ts';
import { words } from '../../src/language/words.ts';

const folder = mkdtempSync(join(tmpdir(), 'alike-'));

function termsOf(vocabulary: readonly string[]): TermIndex {
  const builder = new TermIndexBuilder();
  builder.add([{ terms: [...vocabulary], holds: 0 }]);
  const into = mkdtempSync(join(folder, 'terms-'));
  builder.write(into);
  return new TermIndex(into);
}

/** @param lines as similar-words.ts writes them: a word, then others with their cosines in hundredths */
function similarWordsOf(lines: readonly string[]): SimilarWords {
  const path = join(mkdtempSync(join(folder, 'words-')), 'words.txt');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return SimilarWords.open(path)!;
}

/** What may stand for a word in an index of a vocabulary: terms with their strengths, those of slips with a mark. */
function alike(
  word: string,
  {
    vocabulary,
    similar,
    language = 'en',
  }: { vocabulary: readonly string[]; similar?: readonly string[]; language?: Language },
): Record<string, number | string> {
  const terms = termsOf(vocabulary);
  const [asked] = words(word);
  const index = { terms, similarWords: similar && similarWordsOf(similar) };
  const found = alikeTerms(index, stem(asked!, language), asked!.form, language);
  return Object.fromEntries(
    found.map(({ id, strength, misspelled }) => {
      const rounded = Number(strength.toFixed(3));
      const slip = misspelled === 'perhaps' ? 'perhaps misspelled' : 'misspelled';
      return [terms.vocabulary[id]!, misspelled ? `${rounded} ${slip}` : rounded];
    }),
  );
}

/** So many words are more frequent in English than those that follow. */
const frequent = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`);

describe('words of the same meaning', () => {
  const vocabulary = ['truce', 'ceasefir', 'armistic', 'wharf'];

  it('count the more the more alike they are', () => {
    const similar = ['truce ceasefir 48 armistic 41'];
    expect(alike('truce', { vocabulary, similar })).toEqual({ ceasefir: 0.46, armistic: 0.32 });
  });

  it('never count as much as the word itself', () => {
    expect(alike('truce', { vocabulary, similar: ['truce ceasefir 99'] })).toEqual({ ceasefir: 0.9 });
  });

  it('are those that stand in the index', () => {
    expect(alike('truce', { vocabulary, similar: ['truce peac 60 ceasefir 50'] })).toEqual({ ceasefir: 0.5 });
  });

  it('are found for a word that no passage holds', () => {
    expect(alike('quay', { vocabulary, similar: ['quai wharf 50'] })).toEqual({ wharf: 0.5 });
  });

  it('are known of English alone', () => {
    const fog = { vocabulary: ['mist'], similar: ['fog mist 60'] };
    expect(alike('fog', fog)).toEqual({ mist: 0.7 });
    expect(alike('fog', { ...fog, language: 'fr' })).toEqual({});
  });

  it('are none where the model has no list of them', () => {
    expect(alike('truce', { vocabulary })).toEqual({});
  });

  it.each([
    ['months', 'October', 'octob', 'novemb'],
    ['short names of months', 'Oct', 'octob', 'novemb'],
    ['weekdays', 'Sunday', 'sundai', 'mondai'],
  ])('are not %s: the model has one beside another, but no one means another', (_, word, term, other) => {
    expect(alike(word, { vocabulary: [term, other], similar: [`${term} ${other} 90`] })).toEqual({});
  });
});

describe('words that a misspelled one may mean', () => {
  const vocabulary = ['minsk', 'azerbaijan', 'ganja', 'hous'];

  it('are one edit away, or two in a long word, and count less then', () => {
    expect(alike('Minsc', { vocabulary })).toEqual({ minsk: '0.95 misspelled' });
    expect(alike('Azerbaidschan', { vocabulary })).toEqual({});
    expect(alike('Azerbeijen', { vocabulary })).toEqual({ azerbaijan: 0.8 });
  });

  it('are one edit away where letters have changed places', () => {
    expect(alike('Mnisk', { vocabulary })).toEqual({ minsk: '0.95 misspelled' });
  });

  it('are looked for as the word is written too, where its stem has lost a letter', () => {
    expect(stem(words('minks')[0]!, 'en')).toBe('mink');
    expect(alike('minks', { vocabulary })).toEqual({ minsk: '0.95 misspelled' });
  });

  it('are found behind a slip in an ending, which keeps it from being taken off', () => {
    const known = { vocabulary: ['treasur', 'ferri'], similar: ['treasur'] };
    for (const slip of [
      'treasurerr',
      'treasuerr',
      'treasuresr',
      'treasirer',
      'treasyrer',
      'treasurwr',
      'tresurer',
    ])
      expect(alike(slip, known), slip).toEqual({ treasur: '0.95 misspelled' });
    for (const slip of ['ferriez', 'ferrirs', 'frries', 'efrries'])
      expect(alike(slip, known), slip).toEqual({ ferri: '0.95 misspelled' });
  });

  it('are found where the first letter is the wrong one, or the second', () => {
    expect(alike('imnsk', { vocabulary })).toEqual({ minsk: '0.95 misspelled' });
    expect(alike('binsk', { vocabulary })).toEqual({ minsk: '0.95 misspelled' });
  });

  it('are found in a word of four letters, whose own letters tell more than others', () => {
    const known = { vocabulary: ['lamp', 'mast', 'tent'], similar: ['lamp'] };
    expect(alike('lmap', known)).toEqual({ lamp: '0.95 misspelled' });
    expect(alike('alpm', known)).toEqual({});
    expect(alike('maast', known)).toEqual({ mast: '0.95 misspelled' });
    expect(alike('tewt', known)).toEqual({ tent: '0.95 perhaps misspelled' });
    expect(alike('lam', known)).toEqual({});
  });

  it('are none where a passage holds the word', () => {
    expect(alike('Minsc', { vocabulary: [...vocabulary, 'minsc'] })).toEqual({});
  });

  it('count less for a rare word of English, which may be meant as it stands', () => {
    const similar = [...frequent(6001), 'ganga'];
    expect(alike('Ganga', { vocabulary, similar })).toEqual({ ganja: 0.8 });
    // Two edits from another are too many for what is a word.
    const known = [...frequent(6001), 'azerbeijen'];
    expect(alike('Azerbeijen', { vocabulary, similar: known })).toEqual({});
  });

  it('are none for a word that is not rare', () => {
    const similar = [...frequent(6000), 'ganga'];
    expect(alike('Ganga', { vocabulary, similar })).toEqual({});
  });

  it('count by their meaning where that is more', () => {
    const similar = [...frequent(6001), 'ganga ganja 70'];
    expect(alike('Ganga', { vocabulary, similar })).toEqual({ ganja: 0.9 });
  });
});

describe('parts of a compound', () => {
  const vocabulary = ['kirchturm', 'kirch', 'turmuhr', 'kirchhof'];

  it('count half, from the part to the whole and back', () => {
    expect(alike('Kirche', { vocabulary, language: 'de' })).toEqual({ kirchturm: 0.5, kirchhof: 0.5 });
    expect(alike('Kirchturm', { vocabulary, language: 'de' })).toEqual({ kirch: 0.5 });
  });

  it('are looked for only in languages that write compounds as one word', () => {
    expect(alike('Kirchturm', { vocabulary, language: 'fr' })).toEqual({});
  });
});
