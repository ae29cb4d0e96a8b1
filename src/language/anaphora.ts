import { isStopWord, stem, type Language } from './languages.ts';
import { words } from './words.ts';

// Sentences that leave out what they are about, because the one before names it.

/** How a language takes up what was named. */
interface Anaphors {
  /** Pronouns and possessives, wherever they stand: whom they mean is rather named before the sentence than in it. */
  readonly pronouns: RegExp;
  /** What begins a sentence whose subject was named before, where the noun behind it was. */
  readonly articles: RegExp;
}

const ANAPHORS: Readonly<Partial<Record<Language, Anaphors>>> = {
  en: {
    pronouns:
      /(?<![\p{L}\p{M}'’-])(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|this|these|those)(?![\p{L}\p{M}-])|^\P{L}*that(?!\p{L})/iu,
    articles: /^\P{L}*(?:the|both)\s/iu,
  },
  de: {
    pronouns:
      /(?<![\p{L}\p{M}-])(?:er|ihm|ihn|sie|ihnen|sein(?:e[mnrs]?)?|ihre?[mnrs]?|dessen|dies(?:e[mnrs]?)?)(?![\p{L}\p{M}-])/iu,
    articles: /^\P{L}*(?:der|die|das|dem|den|beide)\s/iu,
  },
};

/** Words behind an article, of which one is the noun: "the new water pump". */
const NOUN_PHRASE = 3;

/**
 * Whether a sentence goes on about something that the one before names, as far as a pronoun ("It now has 62 shops", "Her
 * deputy takes over") or an article before a noun of that sentence tells ("The pump takes an hour").
 */
export function takesUp(sentence: string, previous: string, language: Language): boolean {
  const anaphors = ANAPHORS[language];
  if (!anaphors) return false;
  if (anaphors.pronouns.test(sentence)) return true;
  const article = anaphors.articles.exec(sentence)?.[0].length;
  if (article === undefined) return false;
  const named = new Set(words(previous).map((word) => stem(word, language)));
  return words(sentence.slice(article))
    .slice(0, NOUN_PHRASE)
    .some((word) => !isStopWord(word, language) && named.has(stem(word, language)));
}
