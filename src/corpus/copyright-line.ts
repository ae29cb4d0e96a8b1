const COPYRIGHT = /^(?:copyright\s+(?:©|\(c\))?\s*\d{4}|(?:©|\(c\))\s*(?:copyright\s*)?\d{4}|©)/i;
const RIGHTS_RESERVED = /\ball rights reserved\b/i;
/** In UTF-16 code units: what is longer says something else too. */
const MAX_COPYRIGHT_LENGTH = 400;
/** The same of what only ends as such a line does. */
const MAX_RIGHTS_LENGTH = 200;

/** Whether a paragraph is a copyright line. */
export function isCopyrightLine(paragraph: string): boolean {
  if (paragraph.length > MAX_COPYRIGHT_LENGTH) return false;
  return (
    COPYRIGHT.test(paragraph) || (RIGHTS_RESERVED.test(paragraph) && paragraph.length < MAX_RIGHTS_LENGTH)
  );
}
