import type { Span } from '../corpus/document.ts';
import type { OpenIndex } from '../index/open-index.ts';
import { languageOf, type Language } from '../language/languages.ts';
import { measureWords } from '../language/measure-words.ts';
import { numberedThings, type NumberedThing } from '../language/numbering.ts';
import { questionKind, type QuestionKind } from '../language/question-kind.ts';
import { terms, type Term } from '../language/terms.ts';
import { fold, words, type Word } from '../language/words.ts';
import { alikeTerms, type AlikeTerm } from './alike.ts';

/** A word of the question that says something. */
export interface QuestionTerm {
  /** Its stem. */
  readonly term: string;
  /** In the index's vocabulary; `undefined` when no passage holds it. */
  readonly id: number | undefined;
  /** The term that it may be a misspelling of, where no passage holds it. */
  readonly meant?: string;
  /** Whether that is no more than a guess. */
  readonly isGuess?: boolean;
  /** How rare the word is: what finding it counts for. */
  readonly weight: number;
  /** Terms of the index that may stand for it. */
  readonly alike: readonly AlikeTerm[];
  /** Capitalised inside the question: very likely what the question is about. */
  readonly isName: boolean;
  readonly isNumber: boolean;
  /** The thing that is told from others by this number, where the word is one: "40" of "episode 40" ... */
  readonly numbers?: NumberedThing;
  /** ... and where it is the noun. */
  readonly numberedAs?: NumberedThing;
}

/** A question, taken apart for one index. */
export interface Question {
  /** As plain-question.ts leaves it. */
  readonly text: string;
  /**
   * The text with words of the index in place of those that are very likely misspellings of them: what is embedded,
   * for a misspelled name means nothing to the model.
   */
  readonly meant: string;
  readonly kind: QuestionKind;
  /** Distinct, in order. Empty for a question of stop words only. */
  readonly terms: readonly QuestionTerm[];
  /** Whether the embedding model knows the question's language: what its cosines are worth. */
  readonly understood: boolean;
}

/**
 * What a word counts for by which "how" asks for a measure. With 1, a question of xquad_en and one of canard find
 * another passage; with 0.2, a follow-up over a manual.
 */
const MEASURE_WORD = 0.5;
/** "Wasn't" is no slip for "want". */
const CONTRACTED_NOT = /n['’ʼ]t$/iu;
/** In capitals so few letters are rather a title or a thing (PM, CEO, FAQ) than a name that must not be missing. */
const SHORT_ACRONYM = /^\p{Lu}{2,3}$/u;

/**
 * In so many passages the corpus tells as much of how rare a word is as the language at large. With 1, community loses
 * 0.9 hundredths of nDCG@10, sample 0.4 and seeds 0.2; with 1000, community 0.4 and sample 0.1. The corpora of the
 * others are larger.
 */
const TELLING_PASSAGES = 100;
/** Word stems of the bundled model's vocabulary, about; a word that is not among them is rarer than all. */
const KNOWN_STEMS = 15_000;

/**
 * Takes a question apart in the language that its stop words tell, else the corpus's. Ids and weights are good for
 * this index only.
 *
 * @param text without what people write around a question in a chat, see language/plain-question.ts
 */
export function analyseQuestion(text: string, index: OpenIndex): Question {
  const found = words(text);
  const told = languageOf(found, index.language);
  // "Fire" alone is a stop word of Danish: a question that says nothing in one language is asked in the corpus's.
  const language = terms(found, told).length > 0 ? told : index.language;
  const distinct = new Map<string, Term>();
  const all = terms(found, language);
  for (const term of all) if (!distinct.has(term.term)) distinct.set(term.term, term);
  const measured = measureWords(text);
  // One that no passage holds is not missed.
  const kept = [...distinct.values()].filter(
    ({ term, start, end }) =>
      index.terms.idOf(term) !== undefined ||
      !(measured.has(start) || CONTRACTED_NOT.test(text.slice(start, end))),
  );
  const capitalised = kept.map(({ start }) => /^\p{Lu}/u.test(text.slice(start, start + 2)));
  // In a headline or in shouting, capitals tell no names.
  const capitalsTell = capitalised.includes(false);
  const things = numberedThings(text);
  const numbers = thingsByTerm(all, things, (thing) => thing);
  const nouns = thingsByTerm(all, things, ({ noun }) => noun);
  const meantTerms = new Map<string, string>();
  return {
    text,
    kind: questionKind(text),
    terms: kept.map(({ term, start, end }, i) => {
      const alike = alikeTerms(index, term, fold(text.slice(start, end)), language);
      const id = index.terms.idOf(term);
      const slip = id === undefined ? likeliestSlip(index, alike) : undefined;
      const meant = slip ? index.terms.vocabulary[slip.id]! : term;
      if (slip) meantTerms.set(term, slip.form ?? meant);
      return {
        term,
        id,
        ...(slip ? { meant } : {}),
        ...(slip?.misspelled === 'perhaps' ? { isGuess: true } : {}),
        // As rare as the word that was meant: none is rarer than a misspelled one.
        weight: termWeight(index, meant, language) * (measured.has(start) ? MEASURE_WORD : 1),
        alike,
        isName:
          capitalsTell &&
          capitalised[i]! &&
          start > found[0]!.start &&
          (id !== undefined || !SHORT_ACRONYM.test(text.slice(start, end))),
        isNumber: /^\p{Nd}/u.test(term),
        ...(numbers.has(term) ? { numbers: numbers.get(term)! } : {}),
        ...(nouns.has(term) ? { numberedAs: nouns.get(term)! } : {}),
      };
    }),
    understood: !index.bundledModel || (language === 'en' && mostlyLatin(found)),
    meant: asMeant(text, all, meantTerms),
  };
}

/** Things by the terms that stand in a part of them. */
function thingsByTerm(
  all: readonly Term[],
  things: readonly NumberedThing[],
  part: (thing: NumberedThing) => Span | undefined,
): Map<string, NumberedThing> {
  const found = new Map<string, NumberedThing>();
  for (const thing of things) {
    const { start, end } = part(thing) ?? { start: 0, end: 0 };
    for (const term of all) if (start <= term.start && term.end <= end) found.set(term.term, thing);
  }
  return found;
}

function asMeant(text: string, all: readonly Term[], meantTerms: ReadonlyMap<string, string>): string {
  let meant = text;
  for (const { term, start, end } of all.toReversed()) {
    const other = meantTerms.get(term);
    if (other === undefined) continue;
    const possessive = /['’]s$/.exec(text.slice(start, end))?.[0] ?? '';
    meant = meant.slice(0, start) + other + possessive + meant.slice(end);
  }
  return meant;
}

/**
 * Of the terms that a word may be a misspelling of the likeliest; of those that are alike likely the one that most
 * passages hold.
 */
function likeliestSlip({ terms }: OpenIndex, alike: readonly AlikeTerm[]): AlikeTerm | undefined {
  const perhaps = ({ misspelled }: AlikeTerm) => (misspelled === 'perhaps' ? 1 : 0);
  return alike
    .filter(({ misspelled }) => misspelled !== undefined)
    .sort((a, b) => perhaps(a) - perhaps(b) || terms.frequency(b.id) - terms.frequency(a.id))[0];
}

/**
 * Inverse document frequency; in a small corpus, where that is chance, mixed with how rare the word is in
 * English: by Zipf's law the logarithm of its rank.
 */
export function termWeight(index: OpenIndex, term: string, language: Language): number {
  const { terms } = index;
  const id = terms.idOf(term);
  const here = id === undefined ? terms.idfOfUnseen : terms.idf(id);
  if (language !== 'en' || !index.similarWords) return here;
  const rank = index.similarWords.rank(term) ?? KNOWN_STEMS;
  const atLarge = (Math.log(1 + rank) / Math.log(1 + KNOWN_STEMS)) * terms.idfOfUnseen;
  const share = TELLING_PASSAGES / (TELLING_PASSAGES + terms.passages);
  return share * atLarge + (1 - share) * here;
}

function mostlyLatin(found: readonly Word[]): boolean {
  const latin = found.filter(({ form }) => /^[\p{Script=Latin}\p{Nd}]/u.test(form));
  return latin.length * 2 >= found.length;
}
