import type { Observer } from './observer.ts';
import { Refusal } from './refusal.ts';
import { UserRateLimit, type Rate } from './user-rate-limit.ts';

/** Commands and presses of one person; far more than somebody who reads can want. */
const ACTIONS: Rate = { points: 30, seconds: 20 };
/** Discord asks for choices at each pause in typing. */
const COMPLETIONS: Rate = { points: 60, seconds: 20 };

/** What people may do besides asking questions: nobody can keep the bot from the others by it. */
export class ActionLimits {
  readonly #observer: Observer;
  readonly #actions = new UserRateLimit(ACTIONS);
  readonly #completions = new UserRateLimit(COMPLETIONS);

  constructor(observer: Observer) {
    this.#observer = observer;
  }

  /** @throws Refusal `TOO_MANY_ACTIONS` */
  async act(userId: string, points: number): Promise<void> {
    const wait = await this.#actions.take(userId, points);
    if (wait === 0) return;
    this.#observer.refused('TOO_MANY_ACTIONS');
    throw new Refusal(
      'TOO_MANY_ACTIONS',
      `That was a lot within ${ACTIONS.seconds} seconds.`,
      'You can go on',
      Date.now() + wait,
    );
  }

  /** Whether choices may be offered for what is being typed. */
  async complete(userId: string): Promise<boolean> {
    return (await this.#completions.take(userId)) === 0;
  }
}
