/** In UTF-16 code units: what is longer is a paragraph. */
const MAX_HEADLINE_LENGTH = 150;
/** What a sentence ends with, and what goes on. */
const ENDS_SENTENCE = /[.!?:;,。！？：；，…]["'”’)\]]*$/u;

/** Whether a paragraph looks like a headline: one short line that does not end as a sentence does. */
export function looksLikeHeadline(paragraph: string): boolean {
  return (
    paragraph.length <= MAX_HEADLINE_LENGTH &&
    !/[\n\r]/.test(paragraph) &&
    /\p{L}/u.test(paragraph) &&
    !ENDS_SENTENCE.test(paragraph)
  );
}
