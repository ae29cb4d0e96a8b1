import { ANY_MONTH, ANY_WEEKDAY } from './calendar-names.ts';
import { isStopWord, languageOf, type Language } from './languages.ts';
import { afterLink } from './leaning.ts';
import { measureWords } from './measure-words.ts';
import { wholeWords, words, type Word } from './words.ts';

/** A thing that is named in a question. */
interface Thing {
  /** Whether it begins with a capital. */
  readonly capital: boolean;
  /** A number takes the place of a number only, a month or a weekday that of another. */
  readonly kind: 'number' | 'calendar' | 'other';
}

/** What "and in Barda?" names, to ask the same of it. */
export interface Another extends Thing {
  /** "In". */
  readonly preposition: string | undefined;
  /** "Barda"; without an article or a "one" that stands for the thing. */
  readonly name: string;
}

/** A word or words of a question that another thing may take the place of. */
export interface Slot extends Thing {
  readonly text: string;
  /** Half-open UTF-16 range in the question. */
  readonly start: number;
  readonly end: number;
  /** Where a preposition and an article stand before it. */
  readonly preposition?: { readonly start: number; readonly end: number };
}

const PREPOSITIONS: Readonly<Partial<Record<Language, string>>> = {
  en: 'in|on|at|of|from|for|with|to|by|near|during|after|before|under|over|against|about|inside|outside|through',
  de: 'in|im|ins|am|an|auf|bei|beim|von|vom|für|mit|zu|zum|zur|nach|aus|um|über|unter|gegen|während',
  fr: 'à|au|aux|en|dans|de|du|des|pour|avec|chez|sur|sous|contre|pendant',
  es: 'en|de|del|para|con|a|al|por|sobre|contra|durante',
};
const ARTICLES: Readonly<Partial<Record<Language, string>>> = {
  en: 'the|an?',
  de: 'der|die|das|den|dem|des|eine?[rsnm]?',
  fr: 'les?|la|une?|des',
  es: 'el|las?|los|una?',
};
const CALENDAR = new RegExp(`^(?:${ANY_MONTH}|${ANY_WEEKDAY})$`, 'iu');
const NOTHING = '(?!)';
/** "The Washington one", "the one in Washington". */
const ONE = /(?<=\p{L}\s+)ones?$|^ones?\s+/iu;
/** "Barda again", "Ganja too". */
const BESIDE = /\s+(?:again|too|as well|then|though|instead|now)$/iu;
/** What can only be an adverb where a place stands. */
const THERE = /(?<!\p{L})(?:there|dort)(?!\p{L})/iu;
/** In UTF-16 code units: as much is looked at before a word for a preposition and an article. */
const LOOK_BACK = 24;
/** Two words of a name: "Nagorno-Karabakh", "Minsk Group". */
const JOINED = /^(?:\s|[-‐‑])$/u;

function openingPattern(language: Language, what: Readonly<Partial<Record<Language, string>>>): RegExp {
  return new RegExp(`^(?:${what[language] ?? NOTHING})(?!\\p{L})\\s*`, 'iu');
}

/**
 * What a question names that is nothing but a link and another thing.
 *
 * @param question see `namesAnother` of leaning.ts
 */
export function anotherOf(question: string, fallback?: Language): Another | undefined {
  const language = languageOf(words(question), fallback);
  const article = openingPattern(language, ARTICLES);
  // A pattern that ends in a stretch of spaces is tried from each of its characters.
  const single = question.replaceAll(/\s+/gu, ' ');
  let rest = afterLink(single, language)
    .replace(/[.?!？！。]$/u, '')
    .trim();
  rest = rest.replace(BESIDE, '').replace(article, '').replace(ONE, '').trim();
  const preposition = openingPattern(language, PREPOSITIONS).exec(rest)?.[0];
  const name = rest
    .slice(preposition?.length ?? 0)
    .replace(article, '')
    .replace(ONE, '')
    .trim();
  if (name === '') return undefined;
  return { preposition: preposition?.trim(), name, capital: /^\p{Lu}/u.test(name), kind: kindOf(name) };
}

function kindOf(text: string): Thing['kind'] {
  if (/^\p{Nd}/u.test(text)) return 'number';
  return CALENDAR.test(text) ? 'calendar' : 'other';
}

/** The words of a question that another thing may take the place of: names as a whole, others alone and in pairs. */
export function slotsIn(question: string, fallback?: Language): Slot[] {
  const found = wholeWords(words(question));
  const language = languageOf(found, fallback);
  const measured = measureWords(question);
  const isContent = (word: Word) => !isStopWord(word, language) && !measured.has(word.start);
  const isCapital = (word: Word) =>
    word !== found[0] && /^\p{Lu}/u.test(question.slice(word.start, word.end));
  const isJoined = (one: Word, other: Word) => JOINED.test(question.slice(one.end, other.start));
  const before = new RegExp(
    `(?<!\\p{L})(?:${PREPOSITIONS[language] ?? NOTHING})\\s+(?:(?:${ARTICLES[language] ?? NOTHING})\\s+)?$`,
    'iu',
  );
  const slotAt = (start: number, end: number, capital: boolean): Slot => {
    const from = Math.max(0, start - LOOK_BACK);
    const opening = before.exec(question.slice(from, start));
    const text = question.slice(start, end);
    const preposition = opening ? { start: from + opening.index, end: start } : undefined;
    return { start, end, text, capital, kind: kindOf(text), ...(preposition ? { preposition } : {}) };
  };
  const slots: Slot[] = [];
  for (let i = 0; i < found.length; i++) {
    const word = found[i]!;
    if (!isContent(word)) continue;
    const capital = isCapital(word);
    let last = word;
    while (capital && found[i + 1] && isJoined(last, found[i + 1]!) && isCapital(found[i + 1]!))
      last = found[++i]!;
    slots.push(slotAt(word.start, last.end, capital));
    const next = found[i + 1];
    if (!capital && next && isContent(next) && !isCapital(next) && isJoined(word, next))
      slots.push(slotAt(word.start, next.end, false));
  }
  const there = THERE.exec(question);
  if (there) {
    const span = { start: there.index, end: there.index + there[0].length };
    slots.push({ ...span, text: there[0], capital: false, kind: 'other', preposition: span });
  }
  return slots;
}
