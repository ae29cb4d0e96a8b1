import { accessSync, constants } from 'node:fs';
import { rm } from 'node:fs/promises';
import { listCorpus, type Listing } from '../corpus/files.ts';
import { corpusRoot, isSameFolder, mustBeThere } from '../corpus/root.ts';
import { loadEmbedder } from '../embedding/embedder.ts';
import { modelName, modelSpec } from '../embedding/model-spec.ts';
import { makeFolder } from '../make-folder.ts';
import { buildUnderWay, writeError } from './build-errors.ts';
import { acquireBuildLock } from './build-lock.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildProgress, BuildReport } from './build-report.ts';
import { BuildRun } from './build-run.ts';
import { isUnchanged, keptFiles } from './corpus-state.ts';
import { currentGeneration, newGeneration, publishGeneration, removeLeftovers } from './generations.ts';
import { INDEX_FORMAT } from './manifest.ts';
import { PreviousGeneration } from './previous-generation.ts';

/**
 * Brings the index up to date with the corpus: nothing is written when it already is. Runs for as long as the
 * embedding takes and blocks the thread; see build-in-child.ts.
 *
 * @param load for who builds many in one process with a model that is loaded already
 * @throws UserError `CORPUS_MISSING`, `CORPUS_UNREADABLE`, `CORPUS_IS_INDEX`, `CORPUS_EMPTY`, `EMBEDDINGS_NOT_WRITABLE`,
 * `BUILD_UNDER_WAY`, and those of loadEmbedder
 */
export async function buildIndex(
  options: BuildOptions,
  onProgress: (progress: BuildProgress) => void = () => undefined,
  load = loadEmbedder,
): Promise<BuildReport> {
  const { embeddingsDir } = options;
  // Before anything is made: the embeddings may be inside, and the corpus another disk's that is not there.
  await corpusRoot(options.corpusDir);
  try {
    makeFolder(embeddingsDir);
    accessSync(embeddingsDir, constants.W_OK);
    const release = await acquireBuildLock(embeddingsDir, () => {
      if (options.unlessBusy) throw buildUnderWay();
      onProgress({ phase: 'waiting', done: 0, total: 0, embedded: 0 });
    });
    try {
      removeLeftovers(embeddingsDir);
      return await buildLocked(options, onProgress, load);
    } finally {
      release();
    }
  } catch (error) {
    throw writeError(embeddingsDir, error);
  }
}

async function buildLocked(
  options: BuildOptions,
  onProgress: (progress: BuildProgress) => void,
  load: typeof loadEmbedder,
): Promise<BuildReport> {
  const started = performance.now();
  const { corpusDir, embeddingsDir } = options;
  const spec = modelSpec(options.embeddingModel);
  const listing = await listCorpus(corpusDir, embeddingsDir);
  const previous = PreviousGeneration.open(embeddingsDir);
  let reusable: PreviousGeneration | undefined;
  try {
    const current = currentGeneration(embeddingsDir);
    const fresh =
      previous?.model === modelName(spec) &&
      previous.generation === current &&
      !options.force &&
      (await isUnchanged(listing, previous.state));
    if (fresh) return unchangedReport(previous, listing, started);

    const embedder = await load(spec, options.modelsDir);
    reusable = openReusable(options, previous, listing);
    const next = newGeneration(embeddingsDir);
    try {
      const build = new BuildRun(embeddingsDir, next.folder, embedder, reusable, previous);
      const checkCorpus = () => mustBeThere(corpusDir, listing.root);
      const counts = await build.run(listing, checkCorpus, onProgress);
      onProgress({ phase: 'writing', done: 0, total: 0, embedded: build.embedded });
      await checkCorpus();
      const facts = {
        format: INDEX_FORMAT,
        model: embedder.model,
        dimension: embedder.dimension,
        precision: 'float32',
        builtAt: new Date().toISOString(),
        ...counts,
      } as const;
      publishGeneration(embeddingsDir, next, facts, previous?.generation ?? current);
      return {
        generation: next.generation,
        changed: true,
        ...build.changes(listing),
        skipped: [...listing.skipped.filter(({ source }) => !build.has(source)), ...build.skipped],
        documents: counts.documents,
        passages: counts.passages,
        reusedWindows: build.reused,
        embeddedWindows: build.embedded,
        seconds: (performance.now() - started) / 1000,
      };
    } catch (error) {
      await rm(next.folder, { recursive: true, force: true });
      throw error;
    }
  } finally {
    for (const generation of new Set([previous, reusable])) generation?.close();
  }
}

/**
 * Whose documents and vectors are taken over. While a disk is away, another folder may be indexed in the place of the
 * corpus: what that holds when it is back is in the generation before.
 */
function openReusable(
  { embeddingsDir, embeddingModel, force }: BuildOptions,
  previous: PreviousGeneration | undefined,
  { root, files }: Listing,
): PreviousGeneration | undefined {
  if (force || previous?.model !== modelName(modelSpec(embeddingModel))) return undefined;
  if (isSameFolder(previous.state.root, root)) return previous;
  const sources = files.map(({ source }) => source);
  return previous.openBefore(embeddingsDir, sources) ?? previous;
}

function unchangedReport(
  { generation, state, documents: known, passages }: PreviousGeneration,
  listing: Listing,
  started: number,
): BuildReport {
  const skipped = listing.skipped.filter(({ source }) => !known.has(source));
  for (const [source, seen] of state.files) {
    if (seen.skipped !== undefined && !known.has(source)) skipped.push({ source, reason: seen.skipped });
  }
  return {
    generation,
    changed: false,
    added: [],
    changedSources: [],
    removed: [],
    corpusReplaced: false,
    kept: keptFiles(state, known.keys()),
    skipped,
    documents: known.size,
    passages,
    reusedWindows: 0,
    embeddedWindows: 0,
    seconds: (performance.now() - started) / 1000,
  };
}
