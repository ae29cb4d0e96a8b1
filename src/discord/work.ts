/** What is being done, so that a process that is told to end can finish it. */
export class Work {
  readonly #open = new Set<Promise<void>>();
  #stopping = false;

  get stopping(): boolean {
    return this.#stopping;
  }

  track(task: Promise<void>): void {
    this.#open.add(task);
    void task.finally(() => this.#open.delete(task));
  }

  /** Takes nothing new, and waits for what is open, but no longer than `milliseconds`. */
  async finish(milliseconds: number): Promise<void> {
    this.#stopping = true;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await Promise.race([Promise.allSettled(this.#open), tooLong]);
    clearTimeout(timer);
  }
}
