import type { Answer } from './answer.ts';

/** One question of a conversation and what was quoted for it. */
export interface Turn {
  readonly question: string;
  readonly answer: Answer;
}

/** Turns older than this are forgotten, in milliseconds. */
export const MAX_TURN_AGE = 60 * 60 * 1000;
/** Most turns of one conversation that are kept. */
export const MAX_TURNS = 8;
/** Most conversations that are kept. */
export const MAX_CONVERSATIONS = 1000;

interface Dated {
  readonly turn: Turn;
  readonly at: number;
}

/** The turns of many conversations, in memory, bounded in number and age. */
export class Conversations {
  readonly #turns = new Map<string, Dated[]>();
  readonly #now: () => number;

  /** @param now milliseconds of a clock that nobody sets; for tests */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The turns of a conversation that still count, oldest first. */
  history(id: string): Turn[] {
    const oldest = this.#now() - MAX_TURN_AGE;
    return (this.#turns.get(id) ?? []).filter(({ at }) => at >= oldest).map(({ turn }) => turn);
  }

  add(id: string, turn: Turn): void {
    const turns = [...(this.#turns.get(id) ?? []), { turn, at: this.#now() }].slice(-MAX_TURNS);
    // Deleted and set again, the map's order is by last use, so its first is the one to forget.
    this.#turns.delete(id);
    this.#turns.set(id, turns);
    const first = this.#turns.keys().next();
    if (this.#turns.size > MAX_CONVERSATIONS && !first.done) this.#turns.delete(first.value);
  }
}
