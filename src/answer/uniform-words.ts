import { saidIn, type Said } from '../index/fingerprint.ts';
import { MONTHS, WEEKDAYS } from '../language/calendar-names.ts';
import { isStopWord, type Language } from '../language/languages.ts';
import { ORDINAL, NUMERAL } from '../language/numerals.ts';
import { uniformSpelling } from '../language/spelling-variants.ts';

/** A word or a sign of a text, in the form that stands for all ways to write it. */
export interface UniformWord {
  readonly form: string;
  /** Half-open UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it may have been mistyped: written in small letters, as no name is. */
  readonly small: boolean;
}

/** A word before it is told what becomes of it. */
interface Written extends Said {
  readonly raw: string;
}

/** Parts of a compound that is also written as one word: "cease-fire", but neither "re-sign" nor "10-20". */
const JOINABLE = /^\p{L}{3,}$/u;

/** Before these, "the" tells another thing than none: "the few", "the number of", "the third". */
const COUNTED = new RegExp(
  String.raw`^(?:${NUMERAL}|${ORDINAL}|few|little|lot|numbers?|couple|dozens?|hundreds?|thousands?|millions?|billions?|score|half|quarter|majority|minority|handful|fraction|part|share|rest)$`,
  'iu',
);
/** What ends before a sentence begins, quotation marks that open it left out. */
const SENTENCE_BEFORE = /(?:^|[.!?…:]["'”’)]*\s|\n)\s*["'“‘(]*$/u;
const WORD_AFTER_SPACE = /^\s+["'“‘]?$/u;

const SAYING =
  /^(?:sa(?:y|ys|id|ying)|stat(?:es?|ed|ing)|announc(?:e|es|ed|ing)|add(?:s|ed|ing)|confirm(?:s|ed|ing)?)$/;
/**
 * What a clause begins with and "that" never points to: "said that the", "said that he", "said that 10". With what else
 * follows, as in "said that man", it may tell of whom, or be the subject.
 */
const BEGINS_CLAUSE =
  /^(?:the|an?|s?he|it|they|we|I|you|there|th[eo]se|his|her|its|their|our|my|your|no|some|many|most|both|every|each|\p{Nd}.*)$/u;
const DAYS_AND_MONTHS = new Set([...WEEKDAYS, ...MONTHS].map((name) => name.toLowerCase()));

/** What joins a sentence to the one before, and says nothing of what happened. */
const CONNECTIVES =
  `however, moreover, furthermore, meanwhile, indeed, too, though, of course, in fact, as well, after all,
  in addition, for its part`
    .split(/,\s*/)
    .map((phrase) => phrase.split(' '));
const PAUSE_BEFORE = /(?:^|[.!?…;:,(\n–—]["'”’)]*)\s*["'“‘(]*$/u;
const PAUSE_AFTER = /^["'”’)]*(?:[,;.)–—]|\s[–—]|\s*$)/u;
/** In UTF-16 code units: as much is looked at before a word. */
const LOOK_BACK = 20;

/**
 * The words and signs of a text such that those who copy and edit it leave the same ones: of English without "the" and
 * connectives, in one spelling, and with one preposition where two say the same of a time. Numbers, names, negations,
 * quantities, "a", which says that there may be others, and words that tell who, whether, to or from where stay as they
 * are, in order.
 */
export function uniformWords(text: string, language: Language): UniformWord[] {
  const written = joinCompounds(saidIn(text)).map((said) => ({
    ...said,
    raw: text.slice(said.start, said.end),
  }));
  const uniform = language === 'en' ? uniformEnglish(text, written) : written;
  return uniform.map(({ form, start, end, raw }) => ({ form, start, end, small: /^\p{Ll}+$/u.test(raw) }));
}

/** Without the parts of compounds that may be one word, and without these where they may not. */
function joinCompounds(said: readonly Said[]): Said[] {
  const joined: Said[] = [];
  for (const word of said) {
    let parts = joined.length;
    if (!word.unspaced) while (parts > 0 && joined[parts - 1]!.start >= word.start) parts--;
    if (joined.slice(parts).every(({ form }) => JOINABLE.test(form))) joined.length = parts;
    joined.push(word);
  }
  return joined;
}

function uniformEnglish(text: string, written: readonly Written[]): Written[] {
  const kept: Written[] = [];
  for (let i = 0; i < written.length;) {
    const connective = connectiveAt(text, written, i);
    if (connective > 0) {
      i += connective;
      continue;
    }
    const word = written[i]!;
    const next = written[i + 1];
    i++;
    if (word.form === 'also' || isOptionalThe(text, word, next)) continue;
    if (word.form === 'that' && SAYING.test(kept.at(-1)?.form ?? '') && BEGINS_CLAUSE.test(next?.raw ?? ''))
      continue;
    if (word.form === 'an') {
      kept.push({ ...word, form: 'a' });
      continue;
    }
    if (word.form === 'on' && next && isDayOrMonth(next)) continue;
    if (word.form === 'per' && next?.form === 'cent') {
      kept.push({ ...word, form: '%', end: next.end });
      i++;
      continue;
    }
    // "In 10 minutes" is after them.
    const isWithin =
      word.form === 'during' && !COUNTED.test(next?.raw ?? '') && !/^\p{Nd}/u.test(next?.form ?? '');
    kept.push({ ...word, form: isWithin ? 'in' : uniformSpelling(word, word.raw) });
  }
  return kept;
}

/** Whether a word is a "the" that can be left out: not that of a name within a sentence, and no "the few". */
function isOptionalThe(text: string, { raw, start, end }: Written, next: Written | undefined): boolean {
  if (!/^[Tt]he$/.test(raw) || !next || !WORD_AFTER_SPACE.test(text.slice(end, next.start))) return false;
  if (isStopWord(next, 'en') || COUNTED.test(next.raw) || !/^\p{L}/u.test(next.raw)) return false;
  return raw === 'the' || SENTENCE_BEFORE.test(text.slice(Math.max(0, start - LOOK_BACK), start));
}

function isDayOrMonth(word: Written): boolean {
  return /^\p{Lu}/u.test(word.raw) && DAYS_AND_MONTHS.has(uniformSpelling(word, word.raw));
}

/** How many words from `i` on are a connective between pauses; 0 where there is none. */
function connectiveAt(text: string, written: readonly Written[], i: number): number {
  const phrase = CONNECTIVES.find((words) => words.every((form, j) => written[i + j]?.form === form));
  if (!phrase) return 0;
  const { start } = written[i]!;
  const { end } = written[i + phrase.length - 1]!;
  const isSetOff =
    PAUSE_BEFORE.test(text.slice(Math.max(0, start - LOOK_BACK), start)) &&
    PAUSE_AFTER.test(text.slice(end, end + LOOK_BACK));
  return isSetOff ? phrase.length : 0;
}
