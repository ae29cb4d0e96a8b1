import { LimitedCollection } from 'discord.js';

/** Lets the same thing through once in a time; of very many things, the oldest are forgotten earlier. */
export class Throttle {
  readonly #milliseconds: number;
  readonly #now: () => number;
  /** When each was let through last. */
  readonly #at: LimitedCollection<string, number>;

  /**
   * @param milliseconds in which it is let through once
   * @param size things that are remembered
   * @param now milliseconds of a clock that nobody sets; for tests
   */
  constructor(milliseconds: number, size = 1000, now: () => number = () => performance.now()) {
    this.#milliseconds = milliseconds;
    this.#now = now;
    this.#at = new LimitedCollection({ maxSize: size });
  }

  /** @returns whether it is let through: the time runs from the last that was, whatever was held back since */
  allows(id: string): boolean {
    const now = this.#now();
    const before = this.#at.get(id);
    if (before !== undefined && now - before < this.#milliseconds) return false;
    // Deleted and set again, it is the last to be forgotten.
    this.#at.delete(id);
    this.#at.set(id, now);
    return true;
  }
}
