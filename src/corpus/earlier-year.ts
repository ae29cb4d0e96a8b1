// What says that a text, or what it tells, is of a year before the one that its document is dated with: a story's title, or
// what stands above a text that was printed long ago. Days in it are not counted from the document's date.

const YEAR = String.raw`((?:1[5-9]|20)\d{2})`;
/** `The Kellow flood of 1916`, `Harrow in 1950`: "Budget 2016" and "Man jailed for murder in 2014" are none. */
const TITLE_OF_YEAR = new RegExp(
  String.raw`^(?:The )?(?:[\p{L}\p{M}'’-]+ ){1,5}(?:of|in) ${YEAR}$|^The ${YEAR}(?: [\p{L}\p{M}'’-]+){1,3}$`,
  'u',
);
/** What goes on in a title that tells of today: who was jailed for it, what is left of it. */
const TELLS_OF_TODAY =
  /(?<![\p{L}\p{M}])(?:for|over|after|since|about|remembers?|marks?|recalls?|jailed|charged|convicted|sentenced|arrested|accused|tried|found|dies|died|says?|said|anniversary)(?![\p{L}\p{M}])/iu;
/** `ARCHIVE: the following was printed in 1916.` */
const REPRINT = new RegExp(
  String.raw`\b(?:[Tt]he following|(?:[Tt]his|[Tt]he) (?:article|report|letter|text|story|piece|page|account|extract|passage)(?: below)?|[Ff]rom our archives?:?)\b[^.!?\n]{0,60}?\b(?:printed|published|written|appeared|ran|dates|dated|reported|taken|reprinted)\b[^.!?\n]{0,60}?\b${YEAR}\b`,
);
/** In UTF-16 code units: as much of a paragraph may say so. */
const MAX_NOTICE = 300;

/** Whether a document's title is the name of something of a year before the one it was written in. */
export function isTitleOfEarlierYear(title: string, written: string): boolean {
  return isEarlier(TITLE_OF_YEAR.exec(title), written) && !TELLS_OF_TODAY.test(title);
}

/** Whether a paragraph says of what follows that it was printed or written in a year before its document was. */
export function isNoticeOfReprint(paragraph: string, written: string): boolean {
  return isEarlier(REPRINT.exec(paragraph.slice(0, MAX_NOTICE)), written);
}

function isEarlier(found: RegExpExecArray | null, written: string): boolean {
  return found !== null && Number(found[1] ?? found[2]) < Number(written.slice(0, 4));
}
