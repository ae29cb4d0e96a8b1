import { listCorpus } from '../corpus/files.ts';
import { modelName, modelSpec } from '../embedding/model-spec.ts';
import { UserError } from '../errors.ts';
import { emptyCorpus } from './build-errors.ts';
import { buildInChild, type ChildOptions } from './build-in-child.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-report.ts';
import { isUnchanged, readCorpusState } from './corpus-state.ts';
import { currentGeneration, generationFolder } from './generations.ts';
import { sizedManifest, UnusableIndexError } from './manifest.ts';
import { OpenIndex } from './open-index.ts';

/** An index that can be asked. */
export interface EnsuredIndex {
  readonly index: OpenIndex;
  /** What was built; `undefined` when the index was up to date. */
  readonly report?: BuildReport;
  /** Why the index is older than the corpus: it could not be rebuilt, but still answers. */
  readonly stale?: UserError;
}

/**
 * Opens the index, after building it where it is missing, damaged, of another model or older than the corpus.
 *
 * @param build for who builds many in one process with a model that is loaded already
 * @throws UserError when there is none and none can be built
 */
export async function ensureIndex(
  options: BuildOptions,
  child: ChildOptions = {},
  build = buildInChild,
): Promise<EnsuredIndex> {
  let report: BuildReport | undefined;
  let failure: UserError | undefined;
  if (!(await isFresh(options))) {
    try {
      report = await build(options, child);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failure = error;
    }
  }
  const index = await openCurrent(options);
  if (index?.manifest.documents === 0) {
    index.close();
    throw failure ?? emptyCorpus(report?.skipped ?? []);
  }
  if (index) return { index, ...(report ? { report } : {}), ...(failure ? { stale: failure } : {}) };
  if (failure) throw failure;
  // The manifest promised more than the files hold: only a build from nothing mends that.
  report = await build({ ...options, force: true }, child);
  const rebuilt = await openCurrent(options);
  if (!rebuilt) throw new Error('The index that was just built cannot be opened.');
  return { index: rebuilt, report };
}

/** Whether the current generation was made by this model from this corpus, as far as can be told at a glance. */
export async function isFresh({ corpusDir, embeddingsDir, embeddingModel }: BuildOptions): Promise<boolean> {
  const generation = currentGeneration(embeddingsDir);
  if (generation === undefined) return false;
  const folder = generationFolder(embeddingsDir, generation);
  try {
    if (sizedManifest(folder).model !== modelName(modelSpec(embeddingModel))) return false;
    const listing = await listCorpus(corpusDir, embeddingsDir);
    return await isUnchanged(listing, readCorpusState(folder));
  } catch {
    // Whatever is wrong, the build finds it again and says it properly.
    return false;
  }
}

/** The current generation, if it is whole and of the right model. */
async function openCurrent({ embeddingsDir, embeddingModel }: BuildOptions): Promise<OpenIndex | undefined> {
  const generation = currentGeneration(embeddingsDir);
  if (generation === undefined) return undefined;
  try {
    const index = await OpenIndex.open(embeddingsDir, generation);
    return index.manifest.model === modelName(modelSpec(embeddingModel)) ? index : undefined;
  } catch (error) {
    if (error instanceof UnusableIndexError) return undefined;
    throw error;
  }
}
