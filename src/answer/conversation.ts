import type { Answer, Quote } from './answer.ts';

/** One question of a conversation, and of its answer what a later question may lean on. */
export interface Turn {
  readonly question: string;
  readonly answer: Pick<Answer, 'verdict' | 'followUp' | 'goesOn'> & {
    readonly quotes: readonly Pick<Quote, 'source'>[];
  };
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

  /** Keeps no text of the answer: a thousand conversations of long passages would fill the memory. */
  add(id: string, { question, answer: { verdict, followUp, goesOn, quotes } }: Turn): void {
    const answer = {
      verdict,
      followUp,
      goesOn,
      quotes: quotes.slice(0, 1).map(({ source }) => ({ source })),
    };
    const turns = [...(this.#turns.get(id) ?? []), { turn: { question, answer }, at: this.#now() }];
    // Deleted and set again, the map's order is by last use, so its first are the ones to forget.
    this.#turns.delete(id);
    this.#turns.set(id, turns.slice(-MAX_TURNS));
    const oldest = this.#now() - MAX_TURN_AGE;
    for (const [other, others] of this.#turns) {
      if (this.#turns.size <= MAX_CONVERSATIONS && others.at(-1)!.at >= oldest) break;
      this.#turns.delete(other);
    }
  }

  /** How many are kept. */
  get size(): number {
    return this.#turns.size;
  }
}
