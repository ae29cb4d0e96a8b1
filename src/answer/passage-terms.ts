import { bitCount } from '../bit-count.ts';
import { SECTION_END, SENTENCE_END } from '../index/term-sequences.ts';

/** 32-bit words of a sketch: of 60 terms, as a paragraph has them, one in nine is hidden behind one of another 60. */
const SKETCH = 16;
const BITS = SKETCH * 32 - 1;

/** The terms of a passage's text, without those of its section's title, for comparison with others'. */
export class PassageTerms {
  readonly #sequence: Uint32Array;
  /** A bit for each term, which others may have too. */
  readonly #sketch = new Uint32Array(SKETCH);
  /** How many there are, repeated ones counted again. */
  readonly #length: number;
  #distinct: ReadonlySet<number> | undefined;

  /** @param sequence see TermSequences.of */
  constructor(sequence: Uint32Array) {
    this.#sequence = sequence.subarray(sequence.indexOf(SECTION_END) + 1);
    let length = 0;
    for (let i = 0; i < this.#sequence.length; i++) {
      const id = this.#sequence[i]!;
      if (id >= SENTENCE_END) continue;
      length += 1;
      this.#sketch[(id & BITS) >> 5]! |= 1 << (id & 31);
    }
    this.#length = length;
  }

  /** Their ids, each once. */
  get distinct(): ReadonlySet<number> {
    this.#distinct ??= new Set(this.#sequence.filter((id) => id < SENTENCE_END));
    return this.#distinct;
  }

  /**
   * Whether surely more than a share of them are none of another's, told by the sketches alone: of most passages that say
   * other things it is, and their terms need not be compared.
   */
  surelyLacks(other: PassageTerms, share: number): boolean {
    const most = share * this.#length;
    let lacking = 0;
    for (let i = 0; i < SKETCH; i++) {
      lacking += bitCount(this.#sketch[i]! & ~other.#sketch[i]!);
      if (lacking > most) return true;
    }
    return false;
  }
}
