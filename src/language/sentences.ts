import { GERMAN_ONLY_MONTHS, SHARED_MONTHS, SHORT_NAMES } from './calendar-names.ts';

/** Half-open UTF-16 range in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A longer sentence is cut at a clause, else at a space: tables, lists and run-on text must stay searchable. */
export const MAX_SENTENCE_LENGTH = 800;

/** A period after one of these does not end a sentence. */
const ABBREVIATIONS = list(
  `mr mrs ms dr prof rev fr st sr jr gen col lt sgt capt cmdr maj adm gov sen rep pres hon messrs
  no nos vol vols pp p fig figs ch sec art ed eds vs v etc al cf ca approx est inc ltd co corp bros
  ave blvd rd mt ft dept univ assn bldg e.g i.e viz op cit
  bzw z.b d.h u.a ggf nr str bspw evtl inkl zzgl vgl sog mme mlle ${SHORT_NAMES.join(' ')}`,
);

/**
 * German abbreviations that end a sentence as often as not, and letters that stand for words; one of
 * {@link SENTENCE_OPENERS} tells.
 */
const AMBIGUOUS = list('mio mrd usw chr jh jhd c d o p s u v z');

/** After an acronym such as `U.S.` a new sentence is told by one of these words. */
const SENTENCE_OPENERS = list(
  'the a an it he she they we i in on at and but this that these those however while when after before as if there for his her its their',
);

/** These tell it only before a word in lower case: "the U.S. Officials said", but "a U.S. Women's Open". */
const OPENING_NOUNS = list(
  `officials women men children people police residents many some both all most several others another
  nobody everyone everybody witnesses authorities critics experts prosecutors investigators soldiers
  since during although though because despite then later meanwhile instead no none not only what who`,
);

/** After a German number or abbreviation; names of persons are among them: "J. Das". */
const GERMAN_OPENERS = list(
  `der die das den dem ein eine er sie es wir ich ihr und aber doch dann danach dort hier so auch als wenn im in
  am an bei nach vor mit für zu zum zur seit da dies diese dieser dieses man nur wer was wie wo`,
);

/** After one of these a number with a full stop is an ordinal: "im 3. Stock". */
const ARTICLES = list('der die das dem den des im zum zur vom beim ins');
/** Before a date; "am" is English too, and the others also stand before a number that ends its sentence. */
const BEFORE_DATES = list('am bis ab seit nach vor und oder');

/** What German counts, and English does not name: "3. Mai", "19. Jahrhundert". */
const GERMAN_ONLY = new RegExp(`^(?:${GERMAN_ONLY_MONTHS.join('|')})$|^Jahr(?:hundert|tausend)`, 'u');
/** English has these months too: "He was 27. April came." */
const SHARED_MONTH = new RegExp(`^(?:${SHARED_MONTHS.join('|')})$`, 'u');

// The end of a sentence: its mark with closing quotes, brackets and footnote marks, before white space or CJK;
// or a full stop of Arabic, Urdu or Hindi; a blank line; or a line's end before a list's item. Other line ends are
// those of hard-wrapped text, where a line may also begin with a year that ends a sentence ("1931. He …"): items have
// shorter numbers.
// Every alternative begins where no other match could, so that no run of anything is looked at twice.
const END =
  /(?<![.!?…])[.!?…]+["'”’»)\]]*(?:\[\d+\])*(?=\s)|(?<![。！？])[。！？]+[”’」』）]*|(?<![؟۔।॥])[؟۔।॥]+["'”’»)]*(?=\s)|\n(?=[^\S\n]*(?:[-*•|>]|\d{1,2}[.)])\s)|\n[^\S\n]*\n/gu;

/**
 * In UTF-16 code units: as much is looked at behind a full stop, for the word that follows and the case of the next ...
 */
const LOOK_AHEAD = 40;
/** ... and before it, for an abbreviation or an article and a number; a list's number stands so near its beginning. */
const LOOK_BACK = 20;
/** In UTF-16 code units: behind a full stop, as much white space ends the sentence, whatever follows. */
const MAX_SPACE = 20;
/** In UTF-16 code units: as much is looked at behind a line's end for a number and its month ... */
const NUMBER_AND_MONTH = 30;
/** ... and before it for an article or what stands before dates. */
const ARTICLE_BEFORE = 12;

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
    if (match[0] === '\n' && cutsOrdinal(text, match.index)) continue;
    pushTrimmed(text, start, end, ranges);
    start = end;
  }
  pushTrimmed(text, start, text.length, ranges);
  return ranges;
}

function endsSentence(text: string, start: number, period: number, end: number): boolean {
  const rest = text.slice(end, end + LOOK_AHEAD);
  const next = /\S/u.exec(rest.slice(0, MAX_SPACE))?.[0];
  if (next === undefined) return true;
  if (/\p{Ll}/u.test(next)) return false;
  const lead = text.slice(Math.max(start, period - LOOK_BACK), period);
  const before = /[\p{L}\p{N}.]+$/u.exec(lead)?.[0];
  if (before === undefined) return true;
  if (/^\d/u.test(before) && period - start <= LOOK_BACK && /^\s*\d{1,2}(?:\.\d{1,2})*$/u.test(lead))
    return false; // A list's number.
  const nextWord = /^\s*["'“‘(]?(\p{L}+)/u.exec(rest)?.[1] ?? '';
  if (
    /^(?:\d{1,2}|[IVX]+)$/u.test(before) &&
    isOrdinal(lead.slice(0, -before.length), before, nextWord, rest)
  ) {
    return false;
  }
  const word = before.toLowerCase();
  if (word.length > 1 && ABBREVIATIONS.has(word)) return false;
  const opens =
    SENTENCE_OPENERS.has(nextWord.toLowerCase()) ||
    (OPENING_NOUNS.has(nextWord.toLowerCase()) && /^\s*["'“‘(]?\p{L}+,?\s+\p{Ll}/u.test(rest));
  const letter = /(?:^|[\s(])\p{L}$/u.test(lead);
  if (letter && nextWord === 'Chr') return false;
  if (letter && /^\s+\p{L}\.(?:\s|$)/u.test(rest) && /\p{Ll}$/u.test(before)) return false; // The first of "z. B.".
  if (letter && /(?:^|[\s(])\p{Ll}\.\s+\p{L}$/u.test(lead)) return opens; // Its last.
  // "isn't" and "5 m" end in a letter too.
  if (AMBIGUOUS.has(word) && (word.length > 1 || (letter && word === before && !/\d\s*\p{L}$/u.test(lead)))) {
    return opens || GERMAN_OPENERS.has(nextWord.toLowerCase());
  }
  if (/^\p{Lu}$/u.test(before)) return opens && before !== 'A'; // An initial, as in "J. Smith".
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return opens;
  return true;
}

/**
 * Whether a full stop makes a number an ordinal, as it does in German.
 *
 * @param lead what stands before the number
 * @param rest what stands behind the full stop, from the white space on
 */
function isOrdinal(lead: string, number: string, nextWord: string, rest: string): boolean {
  if (GERMAN_ONLY.test(nextWord)) return true;
  const previous = /(\p{L}+)\s+$/u.exec(lead)?.[1] ?? '';
  if (!/^\d/u.test(number)) return /^\p{Lu}/u.test(previous) && /^\s+\([\p{Ll}\d]/u.test(rest); // "Ludwig II. (1845–1886)"
  const article = ARTICLES.has(previous.toLowerCase());
  if (SHARED_MONTH.test(nextWord)) {
    return (
      article ||
      BEFORE_DATES.has(previous.toLowerCase()) ||
      /[(,:–-]\s*$/u.test(lead) ||
      /^\s+\p{L}+\s+\d{4}\b/u.test(rest)
    );
  }
  if (number === '1' && /:\s+$/u.test(lead)) return true; // The first of a list within a line.
  return (
    article &&
    nextWord !== '' &&
    !SENTENCE_OPENERS.has(nextWord.toLowerCase()) &&
    !GERMAN_OPENERS.has(nextWord.toLowerCase())
  );
}

/** Whether the line that ends here goes on with the number of a date: "am\n3. Mai" is no list's item. */
function cutsOrdinal(text: string, lineEnd: number): boolean {
  const next = /^\s*\d{1,2}\.\s+(\p{L}+)/u.exec(text.slice(lineEnd, lineEnd + NUMBER_AND_MONTH))?.[1] ?? '';
  if (!GERMAN_ONLY.test(next) && !SHARED_MONTH.test(next)) return false;
  const previous =
    /(\p{L}+)\s*$/u.exec(text.slice(Math.max(0, lineEnd - ARTICLE_BEFORE), lineEnd))?.[1] ?? '';
  return ARTICLES.has(previous) || BEFORE_DATES.has(previous);
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

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
