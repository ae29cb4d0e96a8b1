import PQueue from 'p-queue';
import { NOBODY, type Observer } from './observer.ts';
import { Refusal } from './refusal.ts';
import { UserRateLimit } from './user-rate-limit.ts';

/** How much is taken on. */
export interface QueueLimits {
  /** Questions that one person may ask within `seconds`. */
  readonly questions: number;
  readonly seconds: number;
  /** Questions of one person that may wait for their turn. */
  readonly waitingPerUser: number;
  /** Questions of everybody that may wait. */
  readonly waiting: number;
}

/** Those of a bot that is given no others. */
export const LIMITS: QueueLimits = { questions: 20, seconds: 60, waitingPerUser: 3, waiting: 200 };

/** What somebody whose question was admitted may do with it. */
export interface Ticket {
  readonly userId: string;
  /** Runs a task when its owner's earlier ones are done and there is room. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

/** The end of a person's last question and how many are not done. */
interface Turn {
  last: Promise<unknown>;
  open: number;
}

/** Searching is not parallel: a second question in hand only fills the pauses of the first. */
const AT_ONCE = 2;
/** For a guess at when a full queue will have room, in milliseconds. */
const SOON = 5000;

/** Nobody asks too often, nobody is served twice while others wait, and what waits is bounded. */
export class RequestQueue {
  readonly #limits: QueueLimits;
  readonly #observer: Observer;
  readonly #limiter: UserRateLimit;
  readonly #queue = new PQueue({ concurrency: AT_ONCE });
  /** By person. */
  readonly #turns = new Map<string, Turn>();

  constructor(limits: QueueLimits = LIMITS, observer: Observer = NOBODY) {
    this.#limits = limits;
    this.#observer = observer;
    this.#limiter = new UserRateLimit({ points: limits.questions, seconds: limits.seconds });
  }

  /** Questions that wait for room. Those behind an earlier one of the same person do not count. */
  get waiting(): number {
    return this.#queue.size;
  }

  /**
   * Counts a question against its asker's limits while `handler` lasts. Its ticket is for the handler alone: kept for
   * later, it would run what is not counted.
   *
   * @throws Refusal `TOO_MANY_QUESTIONS`, `STILL_ANSWERING`, `TOO_BUSY`; then `handler` was not called
   */
  async admit<T>(userId: string, handler: (ticket: Ticket) => Promise<T>): Promise<T> {
    const turn: Turn = this.#turns.get(userId) ?? { last: Promise.resolve(), open: 0 };
    if (turn.open > this.#limits.waitingPerUser) {
      throw this.#refusal(
        'STILL_ANSWERING',
        'I am still answering your earlier questions.',
        'Wait for them, then ask again',
        SOON,
      );
    }
    if (this.#queue.size >= this.#limits.waiting) {
      throw this.#refusal('TOO_BUSY', 'Too many people are asking right now.', 'Ask again', SOON);
    }
    this.#turns.set(userId, turn);
    turn.open++;
    try {
      await this.#consume(userId);
      return await handler({ userId, run: (task) => this.#run(turn, task) });
    } finally {
      turn.open--;
      if (turn.open === 0) this.#turns.delete(userId);
    }
  }

  async #run<T>(turn: Turn, task: () => Promise<T>): Promise<T> {
    const mine = turn.last.then(() => this.#queue.add(task));
    turn.last = mine.catch(() => undefined);
    return mine;
  }

  async #consume(userId: string): Promise<void> {
    const wait = await this.#limiter.take(userId);
    if (wait === 0) return;
    const { questions, seconds } = this.#limits;
    throw this.#refusal(
      'TOO_MANY_QUESTIONS',
      `You have asked ${questions} questions within ${seconds} seconds.`,
      'You can ask again',
      wait,
    );
  }

  /** @param wait in milliseconds */
  #refusal(code: string, message: string, hint: string, wait: number): Refusal {
    this.#observer.refused(code);
    return new Refusal(code, message, hint, Date.now() + wait);
  }
}
