/** The last few things that were seen, the oldest forgotten first. */
export class Seen {
  readonly #ids = new Set<string>();
  readonly #size: number;

  constructor(size = 5000) {
    this.#size = size;
  }

  /** @returns whether this is the first time; Discord delivers an event twice after some reconnects */
  first(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= this.#size) break;
      this.#ids.delete(oldest);
    }
    return true;
  }
}

/** Lets the same thing through once in a time; of very many things, the oldest are forgotten earlier. */
export class OnceIn {
  readonly #milliseconds: number;
  readonly #size: number;
  readonly #now: () => number;
  readonly #at = new Map<string, number>();

  /**
   * @param milliseconds in which it is let through once
   * @param size things that are remembered
   * @param now milliseconds of a clock that nobody sets; for tests
   */
  constructor(milliseconds: number, size = 1000, now: () => number = () => performance.now()) {
    this.#milliseconds = milliseconds;
    this.#size = size;
    this.#now = now;
  }

  /** @returns whether it is let through: the time runs from the last that was, whatever was held back since */
  first(id: string): boolean {
    const now = this.#now();
    const before = this.#at.get(id);
    if (before !== undefined && now - before < this.#milliseconds) return false;
    this.#at.delete(id);
    this.#at.set(id, now);
    for (const oldest of this.#at.keys()) {
      if (this.#at.size <= this.#size) break;
      this.#at.delete(oldest);
    }
    return true;
  }
}

/** Which conversation a message of the bot belongs to, for the last few thousand messages. */
export class ReplyChains {
  readonly #conversations = new Map<string, string>();
  readonly #size: number;

  constructor(size = 5000) {
    this.#size = size;
  }

  /** `undefined` for a message that was never added, or is forgotten. */
  conversationOf(messageId: string): string | undefined {
    return this.#conversations.get(messageId);
  }

  /** Forgets the message that was added first when there are too many. */
  add(messageId: string, conversation: string): void {
    this.#conversations.set(messageId, conversation);
    for (const oldest of this.#conversations.keys()) {
      if (this.#conversations.size <= this.#size) break;
      this.#conversations.delete(oldest);
    }
  }
}
