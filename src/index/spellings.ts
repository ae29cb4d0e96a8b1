import { distance } from 'fastest-levenshtein';
import { bitCount } from '../bit-count.ts';
import { partitionPoint } from '../partition-point.ts';

/** A term of the vocabulary that is spelled almost like another word. */
export interface NearSpelling {
  readonly id: number;
  /** Letters put in, left out or replaced; two that changed places count as one. */
  readonly edits: 1 | 2;
}

/** Shorter words have too many neighbours that mean something else. */
const MIN_LENGTH = 5;
/** Two edits leave enough of a word of this length. */
const MIN_LENGTH_OF_TWO = 8;
/**
 * Those of fewer edits first, and then those that come first in the corpus, as frequent ones do. No word of the
 * questions of clapnq_dev, canard, xquad_en and xquad_de has more in any of their corpora; a word that has hundreds is
 * told apart by none of them.
 */
const MAX_NEAR = 10;
/** Of terms one edit away from a word: with so many it may mean any, and those two edits away tell nothing more. */
export const CROWD = 3;
/** Words whose near terms are remembered. */
const MAX_REMEMBERED = 1000;
/** More compounds than this hold a word that says little. */
const MAX_COMPOUNDS = 50;

/** More of them tell nothing apart. */
const MAX_VERSIONS = 50;
/** As language/words.ts leaves it. */
const DOTTED_NUMBER = /^\p{Nd}+(?:\.\p{Nd}+)+$/u;

/** Finds terms of a vocabulary by their letters. What that needs is worked out when first asked for. */
export class Spellings {
  readonly #terms: readonly string[];
  readonly #idOf: (term: string) => number | undefined;
  readonly #near = new Map<string, readonly NearSpelling[]>();
  #byLength: readonly (LengthBucket | undefined)[] | undefined;
  #sorted: readonly string[] | undefined;
  #sortedReversed: readonly string[] | undefined;
  #dotted: readonly string[] | undefined;

  /** @param terms by id */
  constructor(terms: readonly string[], idOf: (term: string) => number | undefined) {
    this.#terms = terms;
    this.#idOf = idOf;
  }

  /**
   * Terms that a slip of the finger may have turned into this word, {@link MAX_NEAR} at most, the likelier first; those of
   * two edits only where there is no {@link CROWD} of one.
   */
  near(word: string): readonly NearSpelling[] {
    const known = this.#near.get(word);
    if (known) return known;
    // A question asks twice: before it is embedded and after.
    if (this.#near.size >= MAX_REMEMBERED) this.#near.clear();
    const found = this.#find(word);
    this.#near.set(word, found);
    return found;
  }

  #find(word: string): NearSpelling[] {
    if (!isLongWord(word)) return [];
    const oneEdit = this.#within(1, word);
    const found =
      word.length < MIN_LENGTH_OF_TWO || oneEdit.length >= CROWD ? oneEdit : this.#within(2, word);
    return found.sort((a, b) => a.edits - b.edits || a.id - b.id).slice(0, MAX_NEAR);
  }

  #within(most: 1 | 2, word: string): NearSpelling[] {
    this.#byLength ??= byLength(this.#terms);
    const letters = lettersOf(word);
    const repeated = repeatedLettersOf(word);
    const pieces = piecesOf(word, most + 1);
    const found: NearSpelling[] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      const bucket = this.#byLength[length];
      if (!bucket) continue;
      for (let i = 0; i < bucket.letters.length; i++) {
        // An edit changes how often two letters stand in a word, each by one: this rules out nearly all terms.
        const differing = bitCount(letters ^ bucket.letters[i]!);
        if (differing > 2 * most) continue;
        if (differing + bitCount(repeated ^ bucket.repeated[i]!) > 2 * most) continue;
        for (let j = bucket.starts[i]!; j < bucket.starts[i + 1]!; j++) {
          const id = bucket.ids[j]!;
          const term = this.#terms[id]!;
          // Two letters that changed places may have left no piece as it was.
          if (differing > 0 && !keepsOneOf(pieces, term)) continue;
          const edits = distance(word, term);
          if (edits === 1 || (edits === 2 && isSwap(word, term))) found.push({ id, edits: 1 });
          else if (edits === 2 && most === 2) found.push({ id, edits: 2 });
        }
      }
    }
    return found;
  }

  /**
   * Terms that begin or end with this word, or that it begins or ends with: what is several words in English is
   * one in German.
   */
  compounds(word: string): number[] {
    if (!isLongWord(word)) return [];
    this.#sorted ??= [...this.#terms].sort();
    this.#sortedReversed ??= this.#terms.map(reversed).sort();
    const found = new Set<string>();
    for (const term of startingWith(this.#sorted, word)) found.add(term);
    for (const term of startingWith(this.#sortedReversed, reversed(word))) found.add(reversed(term));
    for (let length = MIN_LENGTH; length < word.length; length++) {
      found.add(word.slice(0, length));
      found.add(word.slice(-length));
    }
    found.delete(word);
    return this.#idsOf(found).slice(0, MAX_COMPOUNDS);
  }

  /**
   * Numbers in parts that this one begins or goes on with, as versions are told more or less exactly: of `4.3`, `4.3.0`
   * and `4.3.1`; of `4.3.1`, `4.3`. Empty for what is no such number.
   */
  versions(word: string): number[] {
    if (!word.includes('.') || !DOTTED_NUMBER.test(word)) return [];
    this.#dotted ??= this.#terms.filter((term) => DOTTED_NUMBER.test(term)).sort();
    const parts = word.split('.');
    const shorter = parts.slice(2).map((_, i) => parts.slice(0, i + 2).join('.'));
    return this.#idsOf([...startingWith(this.#dotted, `${word}.`), ...shorter]).slice(0, MAX_VERSIONS);
  }

  #idsOf(terms: Iterable<string>): number[] {
    return Array.from(terms, (term) => this.#idOf(term)).filter((id) => id !== undefined);
  }
}

/** The terms of one length, those of the same letters one after the other, so that these are looked at once for all. */
interface LengthBucket {
  readonly ids: Uint32Array;
  /** Where in `ids` those of each pair of letters begin, and where the last end. */
  readonly starts: Uint32Array;
  /** See lettersOf and repeatedLettersOf; each pair of them once. */
  readonly letters: Uint32Array;
  readonly repeated: Uint32Array;
}

function byLength(terms: readonly string[]): (LengthBucket | undefined)[] {
  const buckets: Map<string, { letters: number; repeated: number; ids: number[] }>[] = [];
  for (const [id, term] of terms.entries()) {
    const letters = lettersOf(term);
    const repeated = repeatedLettersOf(term);
    const bucket = (buckets[term.length] ??= new Map());
    const key = `${letters} ${repeated}`;
    const known = bucket.get(key);
    if (known) known.ids.push(id);
    else bucket.set(key, { letters, repeated, ids: [id] });
  }
  return buckets.map((bucket) => {
    const alike = [...bucket.values()];
    let end = 0;
    return {
      ids: Uint32Array.from(alike.flatMap(({ ids }) => ids)),
      starts: Uint32Array.from([0, ...alike.map(({ ids }) => (end += ids.length))]),
      letters: Uint32Array.from(alike, ({ letters }) => letters),
      repeated: Uint32Array.from(alike, ({ repeated }) => repeated),
    };
  });
}

function isLongWord(word: string): boolean {
  return word.length >= MIN_LENGTH && /^\p{L}+$/u.test(word);
}

/** A bit for each letter that a word holds; letters outside a to z share bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/** The same for the letters that it holds twice or more. */
function repeatedLettersOf(word: string): number {
  let once = 0;
  let twice = 0;
  for (let i = 0; i < word.length; i++) {
    const bit = 1 << (word.charCodeAt(i) & 31);
    twice |= once & bit;
    once |= bit;
  }
  return twice;
}

/** A word in so many parts, 2 or 3, of about the same length. */
function piecesOf(word: string, count: number): string[] {
  const length = Math.floor(word.length / count);
  return Array.from({ length: count }, (_, i) =>
    i === count - 1 ? word.slice(i * length) : word.slice(i * length, (i + 1) * length),
  );
}

/**
 * Whether a term has one of the pieces of a word as it is, as every term has that is fewer edits away than there are
 * pieces: far sooner told than the distance.
 */
function keepsOneOf(pieces: readonly string[], term: string): boolean {
  return (
    term.startsWith(pieces[0]!) ||
    term.endsWith(pieces.at(-1)!) ||
    (pieces.length > 2 && term.includes(pieces[1]!))
  );
}

/** Whether two words of the same letters differ only by their order, and in the first place only by a neighbour's. */
function isSwap(a: string, b: string): boolean {
  if (a[0] !== b[0] && (a[0] !== b[1] || a[1] !== b[0])) return false;
  return sortedLetters(a) === sortedLetters(b);
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join('');
}

function reversed(word: string): string {
  return Array.from(word).reverse().join('');
}

function* startingWith(sorted: readonly string[], start: string): Generator<string> {
  const first = partitionPoint(sorted.length, (i) => sorted[i]! >= start);
  for (let i = first; i < sorted.length && sorted[i]!.startsWith(start); i++) yield sorted[i]!;
}
