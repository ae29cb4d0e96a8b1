import type { BuildReport } from '../../src/index/build-report.ts';

/** What a build reports that found nothing to do. */
export function buildReport(changes: Partial<BuildReport> = {}): BuildReport {
  return {
    generation: '20200101T000000Z-00000000',
    changed: false,
    added: [],
    changedSources: [],
    removed: [],
    corpusReplaced: false,
    kept: [],
    skipped: [],
    documents: 1,
    passages: 1,
    reusedWindows: 0,
    embeddedWindows: 0,
    seconds: 0,
    ...changes,
  };
}
