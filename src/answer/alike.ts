import type { OpenIndex } from '../index/open-index.ts';
import { CROWD, type NearSpelling } from '../index/spellings.ts';
import { MONTHS, WEEKDAYS } from '../language/calendar-names.ts';
import { stem, writesCompounds, type Language } from '../language/languages.ts';
import { formsBehindSlip, type Slip } from '../language/slips.ts';
import { words } from '../language/words.ts';

/** A term of the index that may stand where the question has another word. */
export interface AlikeTerm {
  readonly id: number;
  /** What finding it counts for beside finding the word itself, 0 to 1. */
  readonly strength: number;
  /** Whether the question's word, which is in no passage, is this one misspelled: very likely so or only perhaps. */
  readonly misspelled?: 'likely' | 'perhaps';
  /** How that word is written, where it is known by more than its stem. */
  readonly form?: string;
}

/** What {@link alikeTerms} needs of an index. */
export interface AlikeSource {
  readonly terms: Pick<OpenIndex['terms'], 'idOf' | 'spellings'>;
  readonly similarWords: OpenIndex['similarWords'];
}

/**
 * Cosines of similar words become strengths, from 0 at the least to 1 at the most: "ceasefire" for "truce", 0.48 in the
 * bundled model, counts for nearly half, and what is just above `MIN_COSINE` of similar-words.ts for a fifth.
 * From 0.125, chat loses 2 of its 100 first hits, community 1 of 90 and xquad_en 3 of 1,190, and server gains 1 of 65;
 * from 0.35, chat loses 2, sample 1 of 88 and moons 1 of 87, and xquad_en gains 2. Up to 0.5, xquad_en loses 5, seeds
 * and community 1, and chat gains 2, server and moons 1; up to 1, chat loses 2, and sample, community, wire, moons and
 * xquad_en 1.
 */
const LEAST_COSINE = 0.25;
const MOST_COSINE = 0.75;
/**
 * Below {@link NEAR_SPELLING}'s first and below 1: a word of the same meaning stands behind the word itself, however
 * near it is. Of the bundled model's 75,696 pairs 944 reach it. With half of it, xquad_en loses 2 of its
 * first hits and community 1; with 1, the sets have the same.
 */
const MOST_STRENGTH = 0.9;

/**
 * By edits, a swap of letters being one; below 1, so that of two passages the one that has the word as it is asked
 * comes first. With 1 for both, manual loses 1 of its 60 first hits and xquad_de 2 of its 1,190; with half of both,
 * nothing is found for 2 more of xquad_en's questions and 1 more of community's and xquad_de's.
 */
const NEAR_SPELLING = { 1: 0.95, 2: 0.8 } as const;
/**
 * Of a word that is in no passage, but is one, if a rare one: "Ganga" may be meant, or a slip for "Ganja". With half of
 * it or none, community gains a first hit and loses another; with 1, the sets have the same.
 */
const NEAR_KNOWN = 0.8;
/**
 * By how frequent a word is in English. More frequent ones are meant as they stand: "mouse", at 3,623, is no slip for
 * "house". From 3,000 on, the sets have the same first hits; from 12,000 on, community gains one and loses another.
 */
export const RARE_RANK = 6000;
/** Letters of the shortest words that slips are looked for in, most of whose neighbours mean something else. */
const SHORT = 4;
/**
 * Half of a compound says half of it: "Kirche" for "Kirchturm". Of xquad_de's 1,190 questions 1,115 have the right
 * passage first, as with 0.75; with 0.25 1,112, with 1 1,109, with none 1,103.
 */
const COMPOUND = 0.5;
/**
 * "4.3" says most of "4.3.0". With half of it or none, manual has 55 of its 60 among the first three, not 56; the other
 * sets have the same, as all have with 1.
 */
const VERSION = 0.8;

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
  const add = (
    other: number | undefined,
    strength: number,
    slip: Omit<AlikeTerm, 'id' | 'strength'> = {},
  ) => {
    if (other === undefined || other === id || strength <= (found.get(other)?.strength ?? 0)) return;
    found.set(other, { id: other, strength, ...slip });
  };
  const similar = language === 'en' ? index.similarWords : undefined;
  for (const word of MONTHS_AND_DAYS.has(term) ? [] : (similar?.of(term) ?? []))
    add(index.terms.idOf(word.term), similarStrength(word.cosine));
  for (const other of index.terms.spellings.versions(term)) add(other, VERSION);
  if (writesCompounds(language))
    for (const other of index.terms.spellings.compounds(term)) add(other, COMPOUND);
  if (id === undefined) {
    const rank = similar?.rank(term);
    const nearby = [...index.terms.spellings.near(term)];
    // The form may tell what the stem has lost, as of "minks"; where the stem has a crowd, nothing does.
    if (form !== term && !isCrowd(nearby)) nearby.push(...index.terms.spellings.near(form));
    // Where many terms are one slip away, none is told from the others by the hundreds of words that may be meant.
    if (similar && rank === undefined && !isCrowd(nearby))
      for (const slip of stemsBehindSlips(form)) {
        const misspelled = slip.isOwnLetters || form.length > SHORT ? 'likely' : 'perhaps';
        add(index.terms.idOf(slip.stem), NEAR_SPELLING[1], { misspelled, form: slip.form });
      }
    for (const near of nearby) {
      if (rank === undefined)
        add(near.id, NEAR_SPELLING[near.edits], near.edits === 1 ? { misspelled: 'likely' } : {});
      else if (rank > RARE_RANK && near.edits === 1) add(near.id, NEAR_KNOWN);
    }
  }
  return [...found.values()];
}

function isCrowd(nearby: readonly NearSpelling[]): boolean {
  return new Set(nearby.filter(({ edits }) => edits === 1).map(({ id }) => id)).size >= CROWD;
}

/** Stems of the English words that one slip lies behind, of four letters at least. */
function stemsBehindSlips(form: string): (Slip & { stem: string })[] {
  if (form.length < SHORT || !/^[a-z]+$/.test(form)) return [];
  return formsBehindSlip(form)
    .filter(({ form: meant }) => meant.length >= SHORT)
    .map((slip) => ({
      ...slip,
      stem: stem({ form: slip.form, start: 0, end: slip.form.length, unspaced: false }, 'en'),
    }));
}

function similarStrength(cosine: number): number {
  return Math.min(MOST_STRENGTH, (cosine - LEAST_COSINE) / (MOST_COSINE - LEAST_COSINE));
}
