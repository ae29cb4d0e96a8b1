import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many points within so many seconds. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/** Holds each person to a rate. */
export class UserRateLimit {
  readonly #limiter: RateLimiterMemory;
  readonly #longest: number;

  constructor({ points, seconds }: Rate) {
    this.#limiter = new RateLimiterMemory({ points, duration: seconds });
    this.#longest = seconds * 1000;
  }

  /** @returns how long to wait, in milliseconds; 0 when the points were taken */
  async take(userId: string, points = 1): Promise<number> {
    try {
      await this.#limiter.consume(userId, points);
      return 0;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      // The limiter counts by a timer, but tells the rest by the clock, which may have been set back meanwhile.
      return Math.max(1, Math.min(error.msBeforeNext, this.#longest));
    }
  }
}
