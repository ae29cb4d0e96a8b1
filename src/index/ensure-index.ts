import { listCorpus } from '../corpus/files.ts';
import { modelName, modelSpec } from '../embedding/model-spec.ts';
import { UserError } from '../errors.ts';
import { emptyCorpus, indexStale, newestUnusable } from './build-errors.ts';
import { buildInChild, type ChildOptions } from './build-in-child.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-report.ts';
import { isUnchanged, readCorpusState } from './corpus-state.ts';
import { currentGeneration, generationFolder } from './generations.ts';
import { sizedManifest } from './manifest.ts';
import type { OpenIndex } from './open-index.ts';
import { openCurrent, openStale, openStaleOfCorpus, type StaleIndex } from './stale-index.ts';

/** How an index is to be had. */
export interface EnsureOptions extends ChildOptions {
  /**
   * What is not to be done where there is a whole index, of documents of which the corpus still has half: `wait` for
   * another process that builds, which may take an hour, or `build` at all. Without it, an index that is older than the
   * corpus is given only where none can be built.
   */
  readonly staleRatherThan?: 'wait' | 'build';
}

/** An index that can be asked. */
export interface EnsuredIndex {
  readonly index: OpenIndex;
  /** What was built; `undefined` when the index was up to date. */
  readonly report?: BuildReport;
  /**
   * Why the index is, or may be, older than the corpus: it was not rebuilt, but still answers. Also what is wrong with
   * the newest, where it is the one before that answers.
   */
  readonly stale?: UserError;
}

/** What is there after a build was tried. */
type Tried = Partial<EnsuredIndex>;

/**
 * Opens the index, after building it where it is missing, damaged, of another model or older than the corpus.
 *
 * @param build for who builds many in one process with a model that is loaded already
 * @throws UserError when there is none and none can be built
 */
export async function ensureIndex(
  options: BuildOptions,
  { staleRatherThan, ...child }: EnsureOptions = {},
  build = buildInChild,
): Promise<EnsuredIndex> {
  if (await isFresh(options)) {
    const index = await openCurrent(options);
    if (index) return holdingDocuments({ index });
  }
  if (staleRatherThan === 'build') {
    const found = await openStaleOfCorpus(options);
    if (found) return withReason(found, indexStale());
  }
  const tryToBuild = async (more: Pick<BuildOptions, 'force' | 'unlessBusy'>): Promise<Tried> => {
    try {
      const report = await build({ ...options, ...more }, child);
      const index = await openCurrent(options);
      return { report, ...(index ? { index } : {}) };
    } catch (stale) {
      if (!(stale instanceof UserError)) throw stale;
      const isBusy = stale.code === 'BUILD_UNDER_WAY';
      const found = await (isBusy ? openStaleOfCorpus(options) : openStale(options));
      return found ? withReason(found, stale) : { stale };
    }
  };
  let tried = await tryToBuild({ unlessBusy: staleRatherThan !== undefined });
  if (!tried.index && tried.stale?.code === 'BUILD_UNDER_WAY') tried = await tryToBuild({});
  // The manifest promised more than the files hold: only a build from nothing mends that.
  if (!tried.index && !tried.stale) tried = await tryToBuild({ force: true });
  return holdingDocuments(tried);
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

/** @throws UserError when there is no index, or nothing in it */
function holdingDocuments({ index, report, stale }: Tried): EnsuredIndex {
  if (!index) throw stale ?? new Error('The index that was just built cannot be opened.');
  if (index.manifest.documents === 0) {
    index.close();
    throw emptyCorpus(report?.skipped ?? []);
  }
  return { index, ...(report ? { report } : {}), ...(stale ? { stale } : {}) };
}

/** @param stale why there is no new one */
function withReason({ index, whyNotNewest }: StaleIndex, stale: UserError): EnsuredIndex {
  if (whyNotNewest === undefined) return { index, stale };
  return { index, stale: newestUnusable(whyNotNewest, index.manifest.builtAt, stale) };
}
