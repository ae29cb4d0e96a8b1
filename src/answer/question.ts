import type { OpenIndex } from '../index/open-index.ts';
import { languageOf } from '../language/languages.ts';
import { questionKind, type QuestionKind } from '../language/question-kind.ts';
import { terms } from '../language/terms.ts';
import { words } from '../language/words.ts';

/** A word of the question that says something. */
export interface QuestionTerm {
  readonly term: string;
  /** In the index's vocabulary; `undefined` when no passage holds it. */
  readonly id: number | undefined;
  /** Inverse document frequency times the word's weight; what the term counts for. */
  readonly weight: number;
}

/** A question, taken apart for one index. */
export interface Question {
  readonly text: string;
  readonly kind: QuestionKind;
  /** Distinct, in order. Empty for a question of stop words only. */
  readonly terms: readonly QuestionTerm[];
}

export function analyseQuestion(text: string, index: OpenIndex): Question {
  const found = words(text);
  const language = languageOf(found, index.language);
  const distinct = new Set(terms(found, language).map(({ term }) => term));
  return {
    text,
    kind: questionKind(text),
    terms: [...distinct].map((term) => {
      const id = index.terms.idOf(term);
      return { term, id, weight: id === undefined ? index.terms.idfOfUnseen : index.terms.idf(id) };
    }),
  };
}
