import { existsSync } from 'node:fs';
import { listCorpus, unreadablePart } from '../corpus/files.ts';
import { modelName, modelSpec } from '../embedding/model-spec.ts';
import { UserError } from '../errors.ts';
import type { BuildOptions } from './build-options.ts';
import { currentGeneration, generationFolder, generationsToAnswer } from './generations.ts';
import { UnusableIndexError } from './manifest.ts';
import { OpenIndex } from './open-index.ts';

/** An index that may be older than the corpus. */
export interface StaleIndex {
  readonly index: OpenIndex;
  /** What is wrong with the newest, e.g. `is gone`, where this is the one before it. */
  readonly whyNotNewest: string | undefined;
}

/**
 * The current generation or, where that is damaged, the one before it, however old; if there is something in it: after a
 * corpus without documents, nothing is to be quoted.
 */
export async function openStale(options: BuildOptions): Promise<StaleIndex | undefined> {
  const { embeddingsDir } = options;
  let whyNotNewest =
    currentGeneration(embeddingsDir) === undefined ? 'cannot be told by its name' : undefined;
  for (const generation of generationsToAnswer(embeddingsDir)) {
    const opened = await open(generation, options);
    if (typeof opened === 'string') {
      whyNotNewest ??= opened;
      continue;
    }
    if (opened.manifest.documents > 0) return { index: opened, whyNotNewest };
    opened.close();
    return undefined;
  }
  return undefined;
}

/**
 * As {@link openStale}, if the corpus has at least half of its documents; else that was given another folder's, or all
 * others. Any two folders may share a README.
 */
export async function openStaleOfCorpus(options: BuildOptions): Promise<StaleIndex | undefined> {
  const found = await openStale(options);
  if (!found || (await isOfCorpus(found.index, options))) return found;
  found.index.close();
  return undefined;
}

/** Also where the corpus cannot be looked at. */
async function isOfCorpus(index: OpenIndex, { corpusDir, embeddingsDir }: BuildOptions): Promise<boolean> {
  try {
    const listing = await listCorpus(corpusDir, embeddingsDir);
    const listed = new Set(listing.files.map(({ source }) => source));
    const documents = index.documents();
    const left = documents.filter(
      ({ source }) => listed.has(source) || unreadablePart(source, listing) !== undefined,
    );
    return left.length * 2 >= documents.length;
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}

/** The current generation, if it is whole and of the right model. */
export async function openCurrent(options: BuildOptions): Promise<OpenIndex | undefined> {
  const generation = currentGeneration(options.embeddingsDir);
  const opened = generation === undefined ? undefined : await open(generation, options);
  return typeof opened === 'string' ? undefined : opened;
}

/** A generation, if it is whole and of the right model, or what is wrong with it. */
async function open(
  generation: string,
  { embeddingsDir, embeddingModel }: BuildOptions,
): Promise<OpenIndex | string> {
  try {
    const index = await OpenIndex.open(embeddingsDir, generation);
    if (index.manifest.model === modelName(modelSpec(embeddingModel))) return index;
    index.close();
    return 'is of another embedding model';
  } catch (error) {
    if (!(error instanceof UnusableIndexError)) throw error;
    const isThere = existsSync(generationFolder(embeddingsDir, generation));
    return isThere ? `is damaged (${error.message})` : 'is gone';
  }
}
