import { isStopWord, languageOf, stem, type Language } from './languages.ts';
import { words, type Word } from './words.ts';

/** A word that says something, stemmed, where it stands. */
export interface Term {
  readonly term: string;
  /** Half-open UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
}

/** Stop words left out, the others stemmed, in order. */
export function terms(found: readonly Word[], language: Language): Term[] {
  const kept: Term[] = [];
  for (const word of found) {
    if (isStopWord(word, language)) continue;
    kept.push({ term: stem(word, language), start: word.start, end: word.end });
  }
  return kept;
}

/** {@link terms} of a text whose language is told from its own words. */
export function termsOf(text: string, fallback?: Language): Term[] {
  const found = words(text);
  return terms(found, languageOf(found, fallback));
}
