const COPYRIGHT = /^(?:copyright\s+(?:©|\(c\))?\s*\d{4}|(?:©|\(c\))\s*(?:copyright\s*)?\d{4}|©)/i;
const RIGHTS_RESERVED = /\ball rights reserved\b/i;
const MAX_COPYRIGHT_LENGTH = 400;
const MAX_RIGHTS_LENGTH = 200;
const MAX_HEADLINE_LENGTH = 150;

/** Whether a paragraph is a copyright line. */
export function isCopyrightLine(paragraph: string): boolean {
  if (paragraph.length > MAX_COPYRIGHT_LENGTH) return false;
  return (
    COPYRIGHT.test(paragraph) || (RIGHTS_RESERVED.test(paragraph) && paragraph.length < MAX_RIGHTS_LENGTH)
  );
}

/** Whether a paragraph looks like a headline: one short line that does not end as a sentence does. */
export function looksLikeHeadline(paragraph: string): boolean {
  return (
    paragraph.length <= MAX_HEADLINE_LENGTH &&
    !/[\n\r]/.test(paragraph) &&
    /\p{L}/u.test(paragraph) &&
    !/[.!?:;,。！？：；，…]["'”’)\]]*$/u.test(paragraph)
  );
}
