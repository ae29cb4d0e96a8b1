import type { BuildProgress, BuildReport } from '../index/build-report.ts';

export type { BuildProgress, BuildReport };

/** Builds the index anew from the corpus, without ever blocking the process that answers. */
export type Reindexer = (onProgress: (progress: BuildProgress) => void) => Promise<BuildReport>;
