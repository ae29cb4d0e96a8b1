/** Half-open UTF-16 range in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A longer sentence is cut at a clause, else at a space: tables, lists and run-on text must stay searchable. */
export const MAX_SENTENCE_LENGTH = 800;

/** A period after one of these does not end a sentence. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof rev fr st sr jr gen col lt sgt capt cmdr maj adm gov sen rep pres hon messrs
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  no nos vol vols pp p fig figs ch sec art ed eds vs v etc al cf ca approx est inc ltd co corp bros
  ave blvd rd mt ft dept univ assn bldg e.g i.e viz op cit
  bzw usw z.b d.h u.a ggf nr str bspw evtl inkl zzgl mme mlle`.split(/\s+/),
);

/** After an acronym such as `U.S.` a new sentence is told by one of these words. */
const OPENERS = new Set(
  'the a an it he she they we i in on at but and this that these those however while when after before as if there for his her its their'.split(
    ' ',
  ),
);

// The end of a sentence: its mark with closing quotes, brackets and footnote marks, before white space or CJK;
// a blank line; or a line's end before a list's item. Other line ends are those of hard-wrapped text, where a
// line may also begin with a year that ends a sentence ("1931. He …"): items have shorter numbers.
// Every alternative begins where no other match could, so that no run of anything is looked at twice.
const END =
  /(?<![.!?…])[.!?…]+["'”’»)\]]*(?:\[\d+\])*(?=\s)|(?<![。！？])[。！？]+[”’」』）]*|\n(?=[^\S\n]*(?:[-*•|>]|\d{1,2}[.)])\s)|\n[^\S\n]*\n/gu;

/**
 * Splits a text into sentences. The ranges are in order, disjoint, trimmed of white space, and hold every
 * character that is not white space.
 */
export function sentences(text: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && !endsSentence(text, start, match.index, end)) continue;
    pushTrimmed(text, start, end, ranges);
    start = end;
  }
  pushTrimmed(text, start, text.length, ranges);
  return ranges;
}

function endsSentence(text: string, start: number, period: number, end: number): boolean {
  const next = /\S/u.exec(text.slice(end, end + 20))?.[0];
  if (next === undefined) return true;
  if (/\p{Ll}/u.test(next)) return false;
  const before = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(start, period - 20), period))?.[0];
  if (before === undefined) return true;
  const word = before.toLowerCase();
  if (word.length > 1 && ABBREVIATIONS.has(word)) return false;
  const nextWord = /^\s*["'“‘(]?(\p{L}+)/u.exec(text.slice(end, end + 40))?.[1]?.toLowerCase();
  const opens = nextWord !== undefined && OPENERS.has(nextWord);
  if (/^\p{Lu}$/u.test(before)) return opens && before !== 'A'; // An initial, as in "J. Smith".
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return opens;
  return true;
}

function pushTrimmed(text: string, from: number, to: number, ranges: Range[]): void {
  let start = from;
  let end = to;
  while (start < end && text[start]!.trim() === '') start++;
  while (end > start && text[end - 1]!.trim() === '') end--;
  while (end - start > MAX_SENTENCE_LENGTH) {
    const cut = cutPoint(text, start, start + MAX_SENTENCE_LENGTH);
    pushTrimmed(text, start, cut, ranges);
    start = cut;
    while (start < end && text[start]!.trim() === '') start++;
  }
  if (start < end) ranges.push({ start, end });
}

/** The last good place to cut in the second half of a range; never inside a surrogate pair. */
function cutPoint(text: string, start: number, end: number): number {
  const middle = (start + end) >> 1;
  for (const place of [/[;:；：\n]\s/u, /[,，、]\s?/u, /\s/u]) {
    for (let i = end - 1; i > middle; i--) if (place.test(text.slice(i - 1, i + 1))) return i;
  }
  const isLowSurrogate = (text.charCodeAt(end) & 0xfc00) === 0xdc00;
  return isLowSurrogate ? end - 1 : end;
}
