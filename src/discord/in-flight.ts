/** Of the time there is to finish. */
const CALM_SHARE = 0.7;

/** The tasks that are being done, so that a process that is told to end can finish it. */
export class InFlight {
  readonly #open = new Set<Promise<void>>();
  #stopping = false;
  #hurrying = false;

  /** Whether nothing new is to be begun: {@link finish} was called. */
  get stopping(): boolean {
    return this.#stopping;
  }

  /** Whether what has not been begun must be refused, so that there is time left to say so. */
  get hurrying(): boolean {
    return this.#hurrying;
  }

  /** @param task must not reject: nobody would catch it */
  track(task: Promise<void>): void {
    this.#open.add(task);
    void task.finally(() => this.#open.delete(task));
  }

  /** Takes nothing new, and waits for what is open, but no longer than `milliseconds`; near the end it hurries. */
  async finish(milliseconds: number): Promise<void> {
    this.#stopping = true;
    let timer: NodeJS.Timeout | undefined;
    const hurry = setTimeout(() => (this.#hurrying = true), milliseconds * CALM_SHARE);
    const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await Promise.race([Promise.allSettled(this.#open), tooLong]);
    clearTimeout(timer);
    clearTimeout(hurry);
  }
}
