import type { StoredPassage } from './store.ts';

/** In UTF-16 code units of text; 16 MB at most. */
const MOST_KEPT = 8_000_000;

/**
 * Passages that were read, for when they are asked for again. Reading one takes 25 µs, and a question reads the three that
 * it quotes, or where it names a number ("episode 40") every candidate; a community asks for the same again and again.
 */
export class KeptPassages {
  readonly #read: (id: number) => StoredPassage;
  readonly #most: number;
  readonly #kept = new Map<number, StoredPassage>();
  #length = 0;

  /** @param most UTF-16 code units of text that are kept */
  constructor(read: (id: number) => StoredPassage, most = MOST_KEPT) {
    this.#read = read;
    this.#most = most;
  }

  get(id: number): StoredPassage {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const passage = this.#read(id);
    this.#length += passage.text.length;
    if (this.#length > this.#most) {
      this.#kept.clear();
      this.#length = passage.text.length;
    }
    this.#kept.set(id, passage);
    return passage;
  }
}
