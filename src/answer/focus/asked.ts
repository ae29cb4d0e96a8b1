import type { Span } from '../../corpus/document.ts';
import { baseOf } from '../../language/irregular-verbs.ts';
import { isStopWord, languageOf, stem, type Language } from '../../language/languages.ts';
import { isAmong } from '../../language/plural.ts';
import { fold, words, type Word } from '../../language/words.ts';

/** A sentence, and what a question says of it. */
export interface Asked {
  readonly sentence: string;
  /** What the sentence stands in. */
  readonly passage: string;
  readonly language: Language;
  /** Whether the sentence or the question is in English: "met" alone could be Dutch. */
  readonly english: boolean;
  /** The sentence's words, in order. */
  readonly found: readonly Word[];
  /** The question's words, in order ... */
  readonly question: readonly Word[];
  /** ... and how they are spelled. */
  readonly forms: ReadonlySet<string>;
  /**
   * Where the sentence holds words that say something and that the question has in some form, or what stands there
   * for them; in order.
   */
  readonly anchors: readonly Word[];
  /** How much of the question's words that say something the sentence has in some form, or what stands for them; 0 to 1. */
  readonly share: number;
  /** Whether the question has a word in some form. */
  readonly asks: (word: Word) => boolean;
  /** Whether a word says something, as "of" does not. */
  readonly says: (word: Word) => boolean;
  /** The sentence's words that are a word of the question in some form, or that stand for it where there are none. */
  readonly foundFor: (asked: Word) => readonly Word[];
}

/** What a question may ask for. */
export interface FocusCandidate extends Span {
  /** Whether what stands around it tells that it is rather not meant, however near it is. */
  readonly doubtful?: boolean;
  /** Where what it is part of ends, which is as near to a word behind it as it is itself: "60 of 74" to "ferries". */
  readonly reach?: number | undefined;
  /** How much farther from the question's words it counts than it stands, in UTF-16 code units; default 0. */
  readonly farther?: number;
}

/** For stems of the question's words, stems that may stand for them. */
export type Alike = ReadonlyMap<string, readonly string[]>;

/** In UTF-16 code units: the longest that is looked for is a preposition with a year, "between 1991 and ". */
const BEFORE_EXPRESSION = 30;

/** Takes a sentence and a question apart; the question tells the language where the sentence does not. */
export function askedOf(sentence: string, question: string, passage: string, alike: Alike): Asked {
  const found = words(sentence);
  const inQuestion = words(question);
  const languageAsked = languageOf(inQuestion);
  // Together: of "four dead, ten wounded" one word is a stop word somewhere, and in Polish.
  const language = languageOf([...found, ...inQuestion], languageAsked);
  const says = (word: Word) => !isStopWord(word, language);
  const telling = inQuestion.filter(says);
  const wanted = new Set(telling.flatMap((word) => roots(word, language)));
  const asks = (word: Word) => says(word) && roots(word, language).some((root) => wanted.has(root));
  const here = new Set(found.flatMap((word) => roots(word, language)));
  const isHere = (word: Word) =>
    [...roots(word, language), ...(alike.get(stem(word, language)) ?? [])].some((root) => here.has(root));
  const instead = alike.size > 0 ? standIns(inQuestion, found, language, alike) : undefined;
  return {
    sentence,
    passage,
    language,
    english: language === 'en' || languageAsked === 'en',
    found,
    question: inQuestion,
    forms: new Set(inQuestion.map(({ form }) => form)),
    anchors: found.filter((word) => asks(word) || (says(word) && instead?.has(stem(word, language)))),
    share: telling.length > 0 ? telling.filter(isHere).length / telling.length : 1,
    asks,
    says,
    foundFor: (word) => {
      const own = roots(word, language);
      const isHereItself = own.some((root) => here.has(root));
      const accepted = new Set(isHereItself ? own : alike.get(stem(word, language)));
      return found.filter((other) => roots(other, language).some((root) => accepted.has(root)));
    },
  };
}

/** Stems that stand for words of the question that are not in the sentence themselves. */
function standIns(question: readonly Word[], found: readonly Word[], language: Language, alike: Alike) {
  const here = new Set(found.flatMap((word) => roots(word, language)));
  const missing = question.filter((word) => !roots(word, language).some((root) => here.has(root)));
  return new Set(missing.flatMap((word) => alike.get(stem(word, language)) ?? []));
}

/** Stems, and more: that of "died" is not that of "die", and a short sentence does not tell its language. */
export function roots(word: Word, language: Language): string[] {
  const base = baseOf(word.form);
  return [
    stem(word, language),
    word.form.replace(/(?<=^[a-z]{2,})(?:ing|ed|es|e|s)$/, ''),
    ...(base === undefined ? [] : [base]),
  ];
}

/** Whether the question says all of it itself, be it in the singular or the plural. */
export function isStated(text: string, forms: ReadonlySet<string>): boolean {
  return words(text).every(({ form }) => isAmong(fold(form), forms));
}

/** What stands before an expression, as far as prepositions need. */
export function before(sentence: string, at: number): string {
  return sentence.slice(Math.max(0, at - BEFORE_EXPRESSION), at);
}
