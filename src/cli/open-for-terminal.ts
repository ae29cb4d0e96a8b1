import { openAnswerer, type LiveAnswerer } from '../answer/live-answerer.ts';
import type { Config } from '../config.ts';
import { printWarning } from './command.ts';
import { showProgress } from './progress.ts';

/** Opens the answerer, with the build that may be needed first shown on stderr. */
export async function openForTerminal(config: Config): Promise<LiveAnswerer> {
  const progress = showProgress();
  try {
    const { answerer, ensured } = await openAnswerer(config, { onProgress: progress.update });
    progress.stop();
    for (const { source, reason } of ensured.report?.skipped ?? [])
      printWarning(`Skipped ${source}: ${reason}.`);
    if (ensured.stale) {
      printWarning(
        `The index could not be brought up to date, so the last good one answers. ${ensured.stale.message}`,
      );
    }
    return answerer;
  } finally {
    progress.stop();
  }
}
