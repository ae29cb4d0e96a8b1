import type { OpenIndex } from '../index/open-index.ts';
import { MONTHS, WEEKDAYS } from '../language/calendar-names.ts';
import { stem, type Language } from '../language/languages.ts';
import { words } from '../language/words.ts';

/** A term of the index that may stand where the question has another word. */
export interface AlikeTerm {
  readonly id: number;
  /** What finding it counts for beside finding the word itself, 0 to 1. */
  readonly strength: number;
  /** Whether the question's word is in no passage and very likely this one, misspelled: one edit is between them. */
  readonly misspelled?: boolean;
}

/** What {@link alikeTerms} needs of an index. */
export interface AlikeSource {
  readonly terms: Pick<OpenIndex['terms'], 'idOf' | 'spellings'>;
  readonly similarWords: OpenIndex['similarWords'];
}

/**
 * Cosines of similar words become strengths, from 0 at the least to 1 at the most: "ceasefire" for "truce", 0.48 in the
 * bundled model, counts for nearly half, and what is just above `MIN_COSINE` of similar-words.ts for a fifth.
 */
const LEAST_COSINE = 0.25;
const MOST_COSINE = 0.75;
/**
 * Below {@link NEAR_SPELLING}'s first and below 1: a word of the same meaning stands behind the word itself, however
 * near it is. Of the bundled model's 75,696 pairs 944 reach it.
 */
const MOST_STRENGTH = 0.9;

/**
 * By edits, a swap of letters being one; below 1, so that of two passages the one that has the word as it is asked
 * comes first.
 */
const NEAR_SPELLING = { 1: 0.95, 2: 0.8 } as const;
/** Of a word that is in no passage, but is one, if a rare one: "Ganga" may be meant, or a slip for "Ganja". */
const NEAR_KNOWN = 0.8;
/**
 * By how frequent a word is in English. More frequent ones are meant as they stand: "mouse", at 3,623, is no slip for
 * "house".
 */
export const RARE_RANK = 6000;
/** So near its end a slip keeps a word's ending from being taken off: "treasurerr" has not the stem of "treasurer". */
const ENDING = 4;
/** Shorter stems are those of too many words. */
const MIN_STEM = 5;
/** Half of a compound says half of it: "Kirche" for "Kirchturm". */
const COMPOUND = 0.5;
/** "4.3" says most of "4.3.0". */
const VERSION = 0.8;
/** Languages that write compounds as one word. */
const COMPOUNDING: ReadonlySet<Language> = new Set<Language>(['de', 'nl', 'sv', 'da', 'no', 'fi']);

/** Stems: a month is used like any other month, and so is near it for the model, but means none of them. */
const MONTHS_AND_DAYS = new Set(words([...MONTHS, ...WEEKDAYS].join(' ')).map((word) => stem(word, 'en')));

/**
 * Words of the index that mean the same, are parts of the same compound, or that a misspelled word may mean: each once,
 * with the greatest of its strengths, and never the word itself.
 *
 * @param term the word's stem
 * @param form the word as it is written, folded: of "minks", meant for "Minsk", the stem has lost a letter
 */
export function alikeTerms(index: AlikeSource, term: string, form: string, language: Language): AlikeTerm[] {
  const id = index.terms.idOf(term);
  const found = new Map<number, AlikeTerm>();
  const add = (other: number | undefined, strength: number, misspelled = false) => {
    if (other === undefined || other === id || strength <= (found.get(other)?.strength ?? 0)) return;
    found.set(other, { id: other, strength, ...(misspelled ? { misspelled } : {}) });
  };
  const similar = language === 'en' ? index.similarWords : undefined;
  for (const word of MONTHS_AND_DAYS.has(term) ? [] : (similar?.of(term) ?? []))
    add(index.terms.idOf(word.term), similarStrength(word.cosine));
  for (const other of index.terms.spellings.versions(term)) add(other, VERSION);
  if (COMPOUNDING.has(language))
    for (const other of index.terms.spellings.compounds(term)) add(other, COMPOUND);
  if (id === undefined) {
    const rank = similar?.rank(term);
    for (const near of [...new Set([term, form])].flatMap((word) => index.terms.spellings.near(word))) {
      if (rank === undefined) add(near.id, NEAR_SPELLING[near.edits], near.edits === 1);
      else if (rank > RARE_RANK && near.edits === 1) add(near.id, NEAR_KNOWN);
    }
    if (similar && rank === undefined)
      for (const meant of stemsBehindSlips(form)) add(index.terms.idOf(meant), NEAR_SPELLING[1], true);
  }
  return [...found.values()];
}

/** Stems of an English word that has a letter too many in its ending, or two in each other's place. */
function stemsBehindSlips(form: string): string[] {
  const stems = new Set<string>();
  for (let at = Math.max(1, form.length - ENDING); at < form.length; at++) {
    const [before, letter, after] = [form.slice(0, at), form.charAt(at), form.slice(at + 1)];
    const swapped = before.slice(0, -1) + letter + before.slice(-1) + after;
    for (const meant of [before + after, swapped])
      stems.add(stem({ form: meant, start: 0, end: meant.length, unspaced: false }, 'en'));
  }
  return [...stems].filter(({ length }) => length >= MIN_STEM);
}

function similarStrength(cosine: number): number {
  return Math.min(MOST_STRENGTH, (cosine - LEAST_COSINE) / (MOST_COSINE - LEAST_COSINE));
}
