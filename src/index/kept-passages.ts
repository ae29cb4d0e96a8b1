import type { StoredPassage } from './store.ts';

/** In UTF-16 code units, of which a passage has as many as its text and what is beside it take; some 16 MB at most. */
const MOST_KEPT = 8_000_000;
/** An object with its numbers and its place in the map, as UTF-16 code units. */
const BESIDE_TEXT = 100;

/**
 * Passages that were read, for when they are asked for again. Reading one takes 25 µs, and a question reads the three that
 * it quotes, or where it names a number ("episode 40") every candidate; a community asks for the same again and again.
 */
export class KeptPassages {
  readonly #read: (id: number) => StoredPassage;
  readonly #most: number;
  readonly #kept = new Map<number, StoredPassage>();
  #length = 0;

  /** @param most UTF-16 code units that are kept */
  constructor(read: (id: number) => StoredPassage, most = MOST_KEPT) {
    this.#read = read;
    this.#most = most;
  }

  get(id: number): StoredPassage {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const passage = this.#read(id);
    const length = passage.text.length + BESIDE_TEXT;
    this.#length += length;
    if (this.#length > this.#most) {
      this.#kept.clear();
      this.#length = length;
    }
    this.#kept.set(id, passage);
    return passage;
  }
}
