/** In the languages that documents are mostly written in, without their full stop. */
const WORDS =
  'pages?|pgs?|pp?|seiten?|s|páginas?|paginas?|pág|pag|str|strana|stránka|strona|sayfa|side|sidan?|sivu|oldal|lk|halaman|trang|стр|страница|сторінка|σελίδα|第';
/** A number that no word stands beside but the one for a page, and how many there are; "3-12" is the chapter's. */
const ALONE = new RegExp(
  `^(?<word>(?:${WORDS})(?:\\.\\s*|\\s+|(?<=第)))?[-–—|\\s]*(?:[\\dA-Z]{1,2}[-–])?(?<number>\\d{1,5}|[ivxlc]{1,7})[-–—|\\s]*(?:(?:of|von|de|di|van|av|af|sur|/)\\s*\\d{1,5}|[页頁쪽]|ページ)?$`,
  'iu',
);
/** At one end of the line that has the chapter's title at the other. */
const BESIDE = /^(?<first>\d{1,5}) \| | \| (?<last>\d{1,5})$/;
/** One that stands for itself: no part of a date, a sum, a version or a telephone number. */
const WHOLE_NUMBER = /(?<![\p{L}\p{N}.,:/#-])(?!0)\d{1,5}(?![\p{L}\p{N}]|[.,:-]\d|\/\d+\/)/gu;
/** What is before a page's number in a line of words. A name is not: "Ticket 3" is called so. */
const PARTED = new RegExp(
  `(?:^|[|–—·•]\\s*|\\s-\\s*|(?<!\\p{L})(?:${WORDS})(?:\\.\\s*|\\s+|(?<=第)))$`,
  'iu',
);
/** More are a table's row: 10,000 pages of such lines took 21 s, not 1. */
const MAX_NUMBERS = 6;
/** In UTF-16 code units: the longest word, and what is around it. */
const MAX_PARTING = 20;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** A number that is farther ahead of the page's is a year, or whatever else counts with the pages. */
const MOST_AHEAD = 1000;

/** A line's number that may be the page's. */
export interface LineNumber {
  readonly value: number;
  /** Whether it is all of the line, not a cell at one end. */
  readonly isAlone: boolean;
  /** Whether it is written as a page's: with the word, or as a small Roman one. */
  readonly isNamed: boolean;
}

/** The number that a line holds alone, or in a cell of its own at one end. */
export function lineNumber(text: string): LineNumber | undefined {
  const { number, word } = ALONE.exec(text)?.groups ?? {};
  if (number !== undefined) {
    const isRoman = !/\d/.test(number);
    const isNamed = word !== undefined || (isRoman && number === number.toLowerCase());
    return { value: isRoman ? fromRoman(number) : Number(number), isAlone: true, isNamed };
  }
  const { first, last } = BESIDE.exec(text)?.groups ?? {};
  const beside = first ?? last;
  return beside === undefined ? undefined : { value: Number(beside), isAlone: false, isNamed: false };
}

/** Whether a number may be the one that is printed on a page, e.g. of the second volume. */
export function mayBePage(value: number, page: number): boolean {
  return Math.abs(value - page) <= MOST_AHEAD;
}

/**
 * The line, once for each number in it that may count with the pages: what is the same on two pages differs by no other.
 * Page 12 of 12 has another number that is the same, and that one stays.
 *
 * @param anywhere whether the number may stand behind a word that is not "page"
 */
export function withoutNumber(text: string, page: number, anywhere: boolean): readonly string[] {
  const numbers = [...text.matchAll(WHOLE_NUMBER)];
  if (numbers.length > MAX_NUMBERS) return [];
  return numbers
    .filter(({ 0: digits }) => mayBePage(Number(digits), page))
    .filter(({ index }) => anywhere || PARTED.test(text.slice(Math.max(0, index - MAX_PARTING), index)))
    .map(({ 0: digits, index }) => {
      const by = Number(digits) - page;
      return `${text.slice(0, index)}\0${by}\0${text.slice(index + digits.length)}`;
    });
}

function fromRoman(numeral: string): number {
  const values = Array.from(numeral.toLowerCase(), (letter) => ROMAN[letter]!);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
