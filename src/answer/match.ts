import type { OpenIndex } from '../index/open-index.ts';
import { SECTION_END, SENTENCE_END } from '../index/term-sequences.ts';
import { TermSlots } from '../index/term-slots.ts';
import { fit } from '../language/holds.ts';
import type { QuestionKind } from '../language/question-kind.ts';
import type { Question } from './question.ts';

/** How a question's words are matched by a passage. */
export interface Match {
  /** For each of the question's terms how well it is matched anywhere in the passage, 0 to 1. */
  readonly strengths: Float64Array;
  /** The same in the title of its section; `undefined` where it has none. */
  readonly section: Float64Array | undefined;
  /** The highest share of the question's weight in two neighbouring sentences. */
  readonly pair: number;
  /** The highest share in one sentence, times how well it fits the kind of answer asked for; 0 when any will do. */
  readonly kind: number;
  /** How well the sentence that does so best fits the kind of answer asked for: 0, 1/2 or 1; 0 when any will do. */
  readonly holdsKind: number;
  /** For each of the question's terms whether it stands close behind the term before it, as in the question. */
  readonly follows: readonly boolean[];
}

/**
 * Terms of the question that stand together do so in the passage too, with at most one word between them. With none
 * between them, xquad_en gains 2 of its 1,190 first hits; with up to three, community loses 1 of its 90.
 */
const MAX_STEP = 2;

/** The part of an index that words are matched against. */
export type MatchSource = Pick<OpenIndex, 'terms' | 'titleTerms'>;

/** Matches one question's words against passages and titles of an index; each passage is read once. */
export class Matcher {
  /** Weights of the question's terms as shares of their sum. */
  readonly shares: Float64Array;
  readonly #index: MatchSource;
  readonly #kind: QuestionKind;
  /** Slot of each term id that matters. */
  readonly #slots = new TermSlots();
  /** What is matched by the terms of a slot: positions in the question's terms, and how well. */
  readonly #positions: number[][] = [[]];
  readonly #strengths: number[][] = [[]];
  /** Where each of the question's terms stood last, in the sequence that is read. */
  readonly #last: Int32Array;
  /** The sentence that is read and the one before it. */
  #current: Float64Array<ArrayBuffer>;
  #before: Float64Array<ArrayBuffer>;
  readonly #matches = new Map<number, Match>();
  readonly #titles = new Map<number, Float64Array>();

  constructor(index: MatchSource, { terms, kind }: Question) {
    this.#index = index;
    this.#kind = kind;
    const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
    this.shares = Float64Array.from(terms, ({ weight }) => weight / total);
    this.#last = new Int32Array(terms.length);
    this.#current = new Float64Array(terms.length);
    this.#before = new Float64Array(terms.length);
    for (const [position, { id, alike }] of terms.entries()) {
      if (id !== undefined) this.#add(id, position, 1);
      for (const other of alike) this.#add(other.id, position, other.strength);
    }
  }

  #add(id: number, position: number, strength: number): void {
    let slot = this.#slots.of(id);
    if (slot === 0) {
      slot = this.#positions.length;
      this.#slots.set(id, slot);
      this.#positions.push([]);
      this.#strengths.push([]);
    }
    this.#positions[slot]!.push(position);
    this.#strengths[slot]!.push(strength);
  }

  /** How a passage matches, worked out once. */
  passage(passage: number): Match {
    let match = this.#matches.get(passage);
    if (!match) {
      match = this.#read(this.#index.terms.sequence(passage));
      this.#matches.set(passage, match);
    }
    return match;
  }

  /** For each of the question's terms how well it is matched in a document's title. */
  title(document: number): Float64Array {
    let strengths = this.#titles.get(document);
    if (!strengths) {
      strengths = new Float64Array(this.shares.length);
      for (const id of this.#index.titleTerms(document)) this.#note(this.#slots.of(id), strengths);
      this.#titles.set(document, strengths);
    }
    return strengths;
  }

  /** The share of the question's weight that is matched. */
  share(strengths: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < strengths.length; i++) sum += strengths[i]! * this.shares[i]!;
    return sum;
  }

  #note(slot: number, strengths: Float64Array): void {
    const positions = this.#positions[slot]!;
    const values = this.#strengths[slot]!;
    for (let i = 0; i < positions.length; i++) {
      const position = positions[i]!;
      if (values[i]! > strengths[position]!) strengths[position] = values[i]!;
    }
  }

  #noteOrder(slot: number, at: number, follows: boolean[]): void {
    const positions = this.#positions[slot]!;
    const values = this.#strengths[slot]!;
    for (let i = 0; i < positions.length; i++) {
      if (values[i] !== 1) continue;
      const position = positions[i]!;
      if (position > 0 && at - this.#last[position - 1]! <= MAX_STEP) follows[position] = true;
      this.#last[position] = at;
    }
  }

  /**
   * Goes through the packed sequence itself (see TermSequences.of): to have it taken apart by TermIndex.sentences
   * first takes twice the time, and this is done for every candidate of a question.
   */
  #read(sequence: Uint32Array): Match {
    const follows = Array<boolean>(this.shares.length).fill(false);
    this.#last.fill(-MAX_STEP - 1);
    const all = new Float64Array(this.shares.length);
    this.#before.fill(0);
    this.#current.fill(0);
    let section: Float64Array | undefined;
    let touched = false;
    let pair = 0;
    let kind = 0;
    let holdsKind = 0;
    for (let i = 0; i < sequence.length; i++) {
      const value = sequence[i]!;
      if (value < SENTENCE_END) {
        const slot = this.#slots.of(value);
        if (slot === 0) continue;
        this.#note(slot, this.#current);
        this.#noteOrder(slot, i, follows);
        touched = true;
        continue;
      }
      if (value === SECTION_END) {
        section = this.#current.slice();
        this.#current.fill(0);
        touched = false;
        continue;
      }
      const fits = fit(this.#kind, value - SENTENCE_END);
      holdsKind = Math.max(holdsKind, fits);
      if (touched) {
        if (fits > 0) kind = Math.max(kind, fits * this.share(this.#current));
        pair = Math.max(pair, this.share(better(this.#before, this.#current, this.#before)));
        better(all, this.#current, all);
      }
      [this.#before, this.#current] = [this.#current, this.#before];
      this.#current.fill(0);
      touched = false;
    }
    return { strengths: all, section, pair, kind, holdsKind, follows };
  }
}

/** The better of two matches, term by term. */
export function better(
  a: Float64Array,
  b: Float64Array,
  into = new Float64Array(a.length),
): Float64Array<ArrayBuffer> {
  for (let i = 0; i < a.length; i++) into[i] = Math.max(a[i]!, b[i]!);
  return into;
}
