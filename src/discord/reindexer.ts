import type { BuildProgress, BuildReport } from '../index/build-report.ts';

/** Builds the index anew from the corpus, without ever blocking the process that answers. */
export type Reindex = (onProgress: (progress: BuildProgress) => void) => Promise<BuildReport>;

/**
 * Builds the index when somebody asks for it and when the corpus has changed. Whoever asks is told of all changes
 * since somebody last asked, though a build of its own accord may have taken them over already.
 */
export class Reindexer {
  readonly #build: Reindex;
  #untold: BuildReport | undefined;

  constructor(build: Reindex) {
    this.#build = build;
  }

  /**
   * A build that somebody asked for.
   *
   * @throws what the build throws; what is untold stays so
   */
  readonly onRequest: Reindex = async (onProgress) => {
    const report = await this.#build(onProgress);
    const told = this.#untold ? joined(this.#untold, report) : report;
    this.#untold = undefined;
    return told;
  };

  /**
   * A build that nobody asked for.
   *
   * @returns what it did; whoever asks next is told of it too
   */
  async onChange(): Promise<BuildReport> {
    const report = await this.#build(() => undefined);
    this.#untold = this.#untold ? joined(this.#untold, report) : report;
    return report;
  }
}

/** Two builds as one; `changed`, counts and seconds are the later one's. */
function joined(earlier: BuildReport, later: BuildReport): BuildReport {
  const added = new Set(earlier.added);
  const changed = new Set(earlier.changedSources);
  const removed = new Set(earlier.removed);
  for (const source of later.added) {
    if (removed.delete(source)) changed.add(source);
    else added.add(source);
  }
  for (const source of later.changedSources) if (!added.has(source)) changed.add(source);
  for (const source of later.removed) {
    changed.delete(source);
    if (!added.delete(source)) removed.add(source);
  }
  const inOrder = (sources: ReadonlySet<string>): string[] => [...sources].sort();
  return { ...later, added: inOrder(added), changedSources: inOrder(changed), removed: inOrder(removed) };
}
