import { LiveAnswerer } from '../../src/answer/live-answerer.ts';
import { CurrentIndex } from '../../src/index/current-index.ts';
import type { BuildOptions } from '../../src/index/build-options.ts';
import { SAMPLE } from './models.ts';
import { openIndexFor } from './shared-model.ts';

/** Answers from the sample corpus, or from another. */
export async function openAnswererFor(options: BuildOptions = SAMPLE): Promise<LiveAnswerer> {
  const { index, embedder } = await openIndexFor(options);
  return new LiveAnswerer(embedder, new CurrentIndex(options.embeddingsDir, index));
}
