/**
 * Letters between which words have spaces, and what stands among them: Chinese or Thai words end nowhere that shows.
 */
const IN_WORD = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Inherited}\p{Nd}_]`;

/**
 * For patterns' sources in place of `\b`, which knows the letters of ASCII alone, whatever the flags: for it no word
 * ends with "où" or "groß", and one begins in the middle of "québec".
 */
export const WORD_START = `(?<!${IN_WORD})`;
/** See {@link WORD_START}. */
export const WORD_END = `(?!${IN_WORD})`;

const BOTH_IN_WORD = new RegExp(`^${IN_WORD}{2}$`, 'u');
const BOTH_IN_NUMBER = /^\p{Nd}[.,]\p{Nd}$/u;

/** Whether a place in a text is inside of a word or of a number such as 1.5. */
export function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const around = text.slice(at - 1, at + 1);
  return (
    BOTH_IN_WORD.test(around) ||
    BOTH_IN_NUMBER.test(text.slice(at - 1, at + 2)) ||
    BOTH_IN_NUMBER.test(text.slice(Math.max(0, at - 2), at + 1))
  );
}
