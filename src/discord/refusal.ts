import { UserError } from '../errors.ts';

/** What was not taken, and from when on it will be. */
export class Refusal extends UserError {
  /** Milliseconds since 1970. */
  readonly retryAt: number;

  /** @param retryAt milliseconds since 1970 */
  constructor(code: string, message: string, hint: string, retryAt: number) {
    super(code, message, hint);
    this.retryAt = retryAt;
  }
}
