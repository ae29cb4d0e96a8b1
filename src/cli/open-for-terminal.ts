import { openAnswerer, type LiveAnswerer } from '../answer/live-answerer.ts';
import type { Config } from '../config.ts';
import { CORPUS_REPLACED } from '../index/build-report.ts';
import { printWarning } from './command.ts';
import { showProgress } from './progress.ts';
import { listed, withReason } from './render-report.ts';

/**
 * Opens the answerer, with the build that may be needed first shown on stderr. While another process builds, it answers
 * from the index that there is: that may take an hour.
 */
export async function openForTerminal(config: Config): Promise<LiveAnswerer> {
  const progress = showProgress();
  try {
    const { answerer, ensured } = await openAnswerer(config, {
      onProgress: progress.update,
      staleRatherThan: 'wait',
    });
    progress.stop();
    for (const skipped of listed((ensured.report?.skipped ?? []).map(withReason)))
      printWarning(`Skipped ${skipped}.`);
    if (ensured.report?.corpusReplaced) printWarning(CORPUS_REPLACED);
    if (ensured.stale) {
      printWarning(
        `The index could not be brought up to date, so the last good one answers. ${ensured.stale.message} ${ensured.stale.hint}`,
      );
    }
    return answerer;
  } finally {
    progress.stop();
  }
}
