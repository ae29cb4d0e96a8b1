/** A power of two: bytes of the filter, which fit into the processor's nearest cache. */
const FILTER_BYTES = 4096;
const MASK = FILTER_BYTES - 1;

/**
 * A number for each of a question's terms, looked up for every term of every passage that may answer. Nearly all of
 * those are none of the question's, which a small filter tells: an array as long as the vocabulary is in no cache
 * after an embedding.
 */
export class TermSlots {
  readonly #filter = new Uint8Array(FILTER_BYTES);
  readonly #slots = new Map<number, number>();

  /** The slot of a term, 0 unless it was given one. @param id also any other 32-bit number, whose slot is 0 */
  of(id: number): number {
    return this.#filter[id & MASK] === 0 ? 0 : (this.#slots.get(id) ?? 0);
  }

  /** @param slot more than 0 */
  set(id: number, slot: number): void {
    this.#filter[id & MASK] = 1;
    this.#slots.set(id, slot);
  }
}
