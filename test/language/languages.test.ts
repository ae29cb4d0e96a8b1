import { describe, expect, test } from 'vitest';
import {
  isStopWord,
  languageOf,
  languageOfDocument,
  stem,
  type Language,
} from '../../src/language/languages.ts';
import { words } from '../../src/language/words.ts';

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

  test.each<[Language, string]>([
    ['pl', 'czym jakiego której zostały'],
    ['it', 'qual stata'],
    ['id', 'manakah siapakah'],
    ['en', 'した なの 何年'],
  ])('%s: those of %s too, in all their forms', (language, text) => {
    const all = words(text).map((word) => isStopWord(word, language));
    expect(all).not.toContain(false);
  });

  test('forms of a word fall together, numbers stay', () => {
    const [killed, killing, year] = words('killed killing 1990s');
    expect(stem(killed!, 'en')).toBe(stem(killing!, 'en'));
    expect(stem(year!, 'en')).toBe('1990');
  });

  test.each<[Language, string]>([
    ['el', 'Πότε χτίστηκε ο μύλος του χωριού;'],
    ['ro', 'Când a fost construită moara din sat și cine a cumpărat-o?'],
    ['hi', 'गाँव की चक्की कब बनी थी?'],
    ['vi', 'Cối xay của làng được xây khi nào?'],
    ['uk', 'Коли збудували цей млин і хто його купив?'],
    ['bg', 'Кога е построена мелницата и кой я купи?'],
    ['hu', 'Mikor építették a malmot, és ki vette meg?'],
    ['id', 'Kapan kincir itu dibangun dan siapa yang membelinya?'],
    ['pl', 'Kiedy zbudowano ten młyn i kto go kupił?'],
    ['cs', 'Kdy byl ten mlýn postaven a kdo ho koupil?'],
    ['fa', 'آسیاب این روستا کی ساخته شد؟'],
    ['he', 'מתי נבנתה הטחנה של הכפר?'],
    ['ru', 'Когда построили эту мельницу и кто её купил?'],
    ['es', '¿Cuándo se construyó el molino del pueblo?'],
    ['it', 'Quando è stato costruito il mulino del paese?'],
  ])('is told to be %s by the small words: %s', (language, text) =>
    expect(languageOf(words(text))).toBe(language),
  );

  const stemOf = (word: string, language: Language) => stem(words(word)[0]!, language);

  test.each<[Language, string, string]>([
    ['fa', 'کتاب', 'کتاب‌ها'],
    ['fa', 'آهنگ', 'آهنگ‌های'],
    ['he', 'עיר', 'בעיר'],
    ['he', 'ספר', 'והספרים'],
    ['ar', 'المدينة', 'والمدينة'],
    ['el', 'πόλεμος', 'πολέμου'],
    ['ro', 'oraș', 'orașului'],
    ['ru', 'русский', 'русская'],
    ['hu', 'ház', 'házak'],
    ['pl', 'młyn', 'młynami'],
    ['pl', 'Warszawa', 'Warszawie'],
    ['pl', 'drewniana', 'drewnianego'],
    ['pt', 'inundação', 'inundações'],
    ['pt', 'inundação', 'inundacao'],
    ['es', 'inundación', 'inundaciones'],
    ['es', 'biología', 'biologias'],
  ])('in %s, %s and %s are forms of one word', (language, one, other) =>
    expect(stemOf(one, language)).toBe(stemOf(other, language)),
  );

  test.each<[Language, string]>([
    ['tr', 'leri'],
    ['he', 'של'],
    ['fa', 'ها'],
    ['pl', 'ami'],
  ])('in %s, %s is no ending alone', (language, word) => expect(stemOf(word, language)).not.toBe(''));
});

test.each([
  ['sku: K1\nqty: 3\nbin: B2\n\nsku: K2\nqty: 4\nbin: B3', 'en'],
  ['player: P3\nscore: 4\n\nx: 1\ny: 2', 'en'],
  ['First para mentions quince. Second para mentions medlar trees.', 'en'],
  ['Der Hund schläft nicht, und die Katze auch nicht.', 'de'],
  ['El perro no duerme y el gato tampoco, porque la casa está llena.', 'es'],
  ['Пёс не спит, и кошка тоже не спит, потому что в доме шумно.', 'ru'],
] as const)('the language of a document is told by words, not by codes: %j', (text, language) =>
  expect(languageOfDocument(words(text))).toBe(language),
);
