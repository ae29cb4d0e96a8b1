import { anyOf } from './any-of.ts';

/** A number as it stands in a text. */
export interface Numeral {
  /** In digits, "2" or "2.3", without zeros in front. */
  readonly number: string;
  /** Half-open UTF-16 range. */
  readonly start: number;
  readonly end: number;
}

const BELOW_TEN = list('one two three four five six seven eight nine');
const TEENS = list('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen');
const TENS = list('twenty thirty forty fifty sixty seventy eighty ninety');
const ORDINALS = list(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
);
const GERMAN = list('eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf');
const GERMAN_ORDINALS = list(
  'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte',
);
const ROMAN = list('I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX');
/** What numerals in lower case mean. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[[...BELOW_TEN, ...TEENS], ORDINALS, GERMAN, GERMAN_ORDINALS, ROMAN].flatMap((numerals) =>
    numerals.map((numeral, i) => [numeral.toLowerCase(), i + 1] as const),
  ),
  ...TENS.flatMap((ten, i) => ['', ...BELOW_TEN].map((one, j) => [ten + one, 10 * (i + 2) + j] as const)),
]);

/** In patterns: where a word begins and ends. */
export const BEGINS = String.raw`(?<![\p{L}\p{M}\p{N}])`;
export const ENDS = String.raw`(?![\p{L}\p{M}\p{N}])`;
/** No year, which rather tells when: "season 2019"; and no share. */
export const FIGURE = String.raw`(?!(?:1[5-9]|20)\d\d(?![\p{N}.]))\d{1,5}(?:\.\d{1,4}){0,3}(?:st|nd|rd|th)?(?!\p{N}|[.,]\p{N}|\s?%)`;
export const NUMERAL = `(?:${FIGURE}|(?:${anyOf(TENS)}(?:[ -]${oneOf(BELOW_TEN)})?|${oneOf([...BELOW_TEN, ...TEENS, ...GERMAN])}|${oneOf(ROMAN)})${ENDS})`;
const NUMERALS = new RegExp(NUMERAL, 'giu');
/** None that ends a greater one: "twenty-first". */
export const ORDINAL = String.raw`(?<!\p{L}-)(?:\d{1,3}(?:st|nd|rd|th)|${oneOf(ORDINALS)}|${anyOf(GERMAN_ORDINALS)}[rsnm]?)${ENDS}`;
const ORDINAL_ALONE = new RegExp(ORDINAL, 'giu');
/** A pronoun, unless its clause or line ends here: "the part I liked", "Part I." */
const PRONOUN_AHEAD = /^[^\S\n]+\p{Ll}/u;

/** The numbers of a run of them. @param offset of the run in the text */
export function numeralsIn(text: string, offset: number): Numeral[] {
  return Array.from(text.matchAll(NUMERALS), ({ index, 0: raw }) => numeral(raw, offset + index));
}

/** Those that a pattern finds. */
export function numeralsOf(pattern: RegExp, text: string): Numeral[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: raw }) => numeral(raw, index));
}

/** The ordinals of a run of them. @param offset of the run in the text */
export function ordinalsIn(text: string, offset: number): Numeral[] {
  return Array.from(text.matchAll(ORDINAL_ALONE), ({ index, 0: raw }) => numeral(raw, offset + index));
}

/** A number as it is written, at a place. */
export function numeral(raw: string, start: number): Numeral {
  const word = raw.toLowerCase().replace(/[\s-]/gu, '');
  const value = VALUES.get(word) ?? VALUES.get(word.replace(/[rsnm]$/u, ''));
  const number =
    value === undefined ? word.replace(/(?:st|nd|rd|th|\.)$/u, '').replace(/^0+(?=\d)/u, '') : `${value}`;
  return { number, start, end: start + raw.length };
}

/** Whether what stands there is a number: Roman numerals are in capitals. */
export function isNumber(text: string, start: number, end: number): boolean {
  const raw = text.slice(start, end);
  if (!/^[ivx]+$/iu.test(raw)) return true;
  return raw === raw.toUpperCase() && !(raw === 'I' && PRONOUN_AHEAD.test(text.slice(end)));
}

/** Any of some words, of which none hides a longer one. */
export function oneOf(words: readonly string[]): string {
  return anyOf([...words].sort((a, b) => b.length - a.length));
}

function list(words: string): string[] {
  return words.split(' ');
}
