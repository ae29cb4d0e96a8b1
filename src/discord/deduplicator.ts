import { LimitedCollection } from 'discord.js';

/** Tells what came before from what is new, by the last few ids; the oldest is forgotten first. */
export class Deduplicator {
  readonly #ids: LimitedCollection<string, true>;

  /** @param size ids that are remembered */
  constructor(size = 5000) {
    this.#ids = new LimitedCollection({ maxSize: size });
  }

  /** @returns whether this is the first time; Discord delivers an event twice after some reconnects */
  first(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.set(id, true);
    return true;
  }
}
