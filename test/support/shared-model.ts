import { loadEmbedder, type Embedder } from '../../src/embedding/embedder.ts';
import { modelName, modelSpec } from '../../src/embedding/model-spec.ts';
import type { BuildOptions } from '../../src/index/build-options.ts';
import type { BuildProgress, BuildReport } from '../../src/index/build-report.ts';
import { buildIndex as build } from '../../src/index/build.ts';
import {
  ensureIndex as ensure,
  type EnsuredIndex,
  type EnsureOptions,
} from '../../src/index/ensure-index.ts';
import type { OpenIndex } from '../../src/index/open-index.ts';

const loaded = new Map<string, Promise<Embedder>>();

/** The real model, loaded once for all that is tested in this process: each time would take a third of a second. */
export const sharedEmbedder: typeof loadEmbedder = (spec, modelsDir) => {
  const key = `${modelName(spec)} ${modelsDir}`;
  const embedder = loaded.get(key) ?? loadEmbedder(spec, modelsDir);
  loaded.set(key, embedder);
  embedder.catch(() => loaded.delete(key));
  return embedder;
};

/** As src/index/build.ts does it, with the shared model. */
export function buildIndex(
  options: BuildOptions,
  onProgress?: (progress: BuildProgress) => void,
): Promise<BuildReport> {
  return build(options, onProgress, sharedEmbedder);
}

/** As src/index/ensure-index.ts does it, without a process for each build. */
export function ensureIndex(options: BuildOptions, how: EnsureOptions = {}): Promise<EnsuredIndex> {
  return ensure(options, how, (wanted) => buildIndex(wanted));
}

/** An index, built where it must be, and the model that it was built with. */
export async function openIndexFor(
  options: BuildOptions,
): Promise<{ readonly index: OpenIndex; readonly embedder: Embedder }> {
  const { index } = await ensureIndex(options);
  const embedder = await sharedEmbedder(modelSpec(options.embeddingModel), options.modelsDir);
  return { index, embedder };
}
