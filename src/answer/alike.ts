import type { OpenIndex } from '../index/open-index.ts';
import type { Language } from '../language/languages.ts';

/** A term of the index that may stand where the question has another word. */
export interface AlikeTerm {
  readonly id: number;
  /** What finding it counts for beside finding the word itself, 0 to 1. */
  readonly strength: number;
  /** Whether the question's word is in no passage and very likely this one, misspelled: one edit is between them. */
  readonly misspelled?: boolean;
}

/** Cosines of similar words become strengths between these two: see {@link similarStrength}. */
const LEAST_COSINE = 0.25;
const MOST_COSINE = 0.75;
const MOST_STRENGTH = 0.9;

const NEAR_SPELLING = { 1: 0.95, 2: 0.8 } as const;
const COMPOUND = 0.5;
/** Languages that write compounds as one word. */
const COMPOUNDING: ReadonlySet<Language> = new Set<Language>(['de', 'nl', 'sv', 'da', 'no', 'fi']);

/** Words of the index that mean the same, are parts of the same compound, or that a misspelled word may mean. */
export function alikeTerms(index: OpenIndex, term: string, language: Language): AlikeTerm[] {
  const id = index.terms.idOf(term);
  const found = new Map<number, AlikeTerm>();
  const add = (other: number | undefined, strength: number, misspelled = false) => {
    if (other === undefined || other === id || strength <= (found.get(other)?.strength ?? 0)) return;
    found.set(other, { id: other, strength, ...(misspelled ? { misspelled } : {}) });
  };
  const similar = language === 'en' ? index.similarWords : undefined;
  for (const word of similar?.of(term) ?? []) add(index.terms.idOf(word.term), similarStrength(word.cosine));
  if (COMPOUNDING.has(language))
    for (const other of index.terms.spellings.compounds(term)) add(other, COMPOUND);
  // A word that no passage holds may be misspelled, unless it is known to be a word.
  if (id === undefined && similar?.rank(term) === undefined) {
    for (const near of index.terms.spellings.near(term))
      add(near.id, NEAR_SPELLING[near.edits], near.edits === 1);
  }
  return [...found.values()];
}

function similarStrength(cosine: number): number {
  return Math.min(MOST_STRENGTH, (cosine - LEAST_COSINE) / (MOST_COSINE - LEAST_COSINE));
}
