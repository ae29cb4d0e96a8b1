import type { Verdict } from '../answer/answer.ts';

/** Is told of what happens, e.g. to count it. Must not throw. */
export interface Observer {
  /** @param seconds from the question's arrival to its answer, waiting included */
  answered(verdict: Verdict, seconds: number): void;
  /** A question that an error kept from being answered. */
  failed(): void;
  /** A question, a command or a press that was not taken. @param code of a `Refusal` */
  refused(code: string): void;
  /** A build of the index that came to nothing: the last good one answers. */
  buildFailed(): void;
  /** @param status of HTTP, 400 to 599, or `network` when there was no answer at all */
  restFailed(status: number | 'network'): void;
}

/** For a bot that nothing is counted of. */
export const NOBODY: Observer = {
  answered: () => undefined,
  failed: () => undefined,
  refused: () => undefined,
  buildFailed: () => undefined,
  restFailed: () => undefined,
};
