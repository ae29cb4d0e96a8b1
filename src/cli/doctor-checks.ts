import { accessSync, constants } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { ask } from '../answer/ask.ts';
import { buildOptions } from '../answer/live-answerer.ts';
import type { Config } from '../config.ts';
import { listCorpus } from '../corpus/files.ts';
import { parserFor } from '../corpus/formats/formats.ts';
import { diagnoseDiscord } from '../discord/diagnose.ts';
import { loadEmbedder } from '../embedding/embedder.ts';
import { modelName, modelSpec } from '../embedding/model-spec.ts';
import { UserError, systemErrorCode } from '../errors.ts';
import { isFresh } from '../index/ensure-index.ts';
import { currentGeneration } from '../index/generations.ts';
import { UnusableIndexError } from '../index/manifest.ts';
import { OpenIndex } from '../index/open-index.ts';
import { makeFolder } from '../make-folder.ts';

export interface Finding {
  /** `note`: works, but something should be known. */
  readonly state: 'good' | 'note' | 'bad';
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}

export interface Check {
  readonly name: string;
  readonly check: () => Promise<Finding>;
}

const SUPPORTED_NODE = [20, 22, 24];
/** By major version; as `engines` in package.json has it. */
const LEAST_MINOR: Readonly<Record<number, number>> = { 20: 15, 22: 2 };
/** The exported model and room for two generations of a small corpus. */
const NEEDED_DISK_BYTES = 300 * 1024 * 1024;

/** What `npm run doctor` looks at, in an order in which the first failure explains the later ones. */
export function checks(config: Config): Check[] {
  return [
    { name: 'Node.js', check: guarded(checkNode) },
    { name: 'Configuration', check: guarded(() => checkConfiguration(config)) },
    { name: 'Corpus', check: guarded(() => checkCorpus(config)) },
    { name: 'Embeddings folder', check: guarded(() => checkFolder(config)) },
    { name: 'Model', check: guarded(() => checkModel(config)) },
    { name: 'Index', check: guarded(() => checkIndex(config)) },
    { name: 'Discord', check: guarded(() => diagnoseDiscord(config)) },
  ];
}

/** A check finds things; it never fails. */
function guarded(check: () => Finding | Promise<Finding>): () => Promise<Finding> {
  return async () => {
    try {
      return await check();
    } catch (error) {
      if (error instanceof UserError) return { state: 'bad', found: error.message, advice: error.hint };
      return { state: 'bad', found: error instanceof Error ? error.message : String(error) };
    }
  };
}

function checkNode(): Finding {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const found = `${process.version} on ${process.platform} ${process.arch}`;
  const isOld = major < SUPPORTED_NODE[0]! || minor < (LEAST_MINOR[major] ?? 0);
  if (isOld) return { state: 'bad', found, advice: 'Install the newest Node.js 20, 22 or 24.' };
  return SUPPORTED_NODE.includes(major)
    ? { state: 'good', found }
    : { state: 'note', found, advice: 'It is tested on Node.js 20, 22 and 24.' };
}

function checkConfiguration({ warnings }: Config): Finding {
  return warnings.length === 0
    ? { state: 'good', found: 'every variable is valid' }
    : { state: 'note', found: warnings.join(' '), advice: 'See .env.example for the names.' };
}

async function checkCorpus({ corpusDir, embeddingsDir }: Config): Promise<Finding> {
  const { files, skipped } = await listCorpus(corpusDir, embeddingsDir);
  const readable = files.filter(({ source }) => parserFor(source)).length;
  const others = files.length - readable + skipped.length;
  const found = `${readable} documents in ${corpusDir}${others > 0 ? `, ${others} files of other kinds` : ''}`;
  if (readable > 0) return { state: 'good', found };
  return { state: 'bad', found, advice: 'Put documents into it, or set CORPUS_DIR.' };
}

async function checkFolder({ embeddingsDir }: Config): Promise<Finding> {
  try {
    makeFolder(embeddingsDir);
    accessSync(embeddingsDir, constants.W_OK);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return {
      state: 'bad',
      found: `${embeddingsDir} cannot be written to (${code})`,
      advice: 'Make it writable, or set EMBEDDINGS_DIR to another folder.',
    };
  }
  const { bavail, bsize } = await statfs(embeddingsDir);
  const free = bavail * bsize;
  const found = `${embeddingsDir}, ${(free / 1024 ** 3).toFixed(1)} GB free`;
  return free >= NEEDED_DISK_BYTES
    ? { state: 'good', found }
    : { state: 'bad', found, advice: 'Free some disk space, or set EMBEDDINGS_DIR to another disk.' };
}

async function checkModel({ embeddingModel, modelsDir }: Config): Promise<Finding> {
  const started = performance.now();
  const embedder = await loadEmbedder(modelSpec(embeddingModel), modelsDir);
  const ms = Math.round(performance.now() - started);
  return {
    state: 'good',
    found: `${embedder.model}, ${embedder.dimension} dimensions, loaded and checked in ${ms} ms`,
  };
}

async function checkIndex(config: Config): Promise<Finding> {
  const build = buildOptions(config);
  const generation = currentGeneration(config.embeddingsDir);
  if (generation === undefined) return { state: 'note', found: 'none yet', advice: 'Run: npm run index' };
  let index: OpenIndex;
  try {
    index = await OpenIndex.open(config.embeddingsDir, generation);
  } catch (error) {
    if (!(error instanceof UnusableIndexError)) throw error;
    return { state: 'bad', found: `it is damaged: ${error.message}`, advice: 'Run: npm run index' };
  }
  try {
    const { passages, documents, builtAt, model } = index.info;
    const found = `${documents} documents, ${passages} passages, built ${builtAt} with ${model}`;
    const wanted = modelSpec(config.embeddingModel);
    if (model !== modelName(wanted))
      return { state: 'note', found, advice: 'EMBEDDING_MODEL has changed. Run: npm run index' };
    const embedder = await loadEmbedder(wanted, config.modelsDir);
    const { answer } = await ask(index.passage(0).text.slice(0, 200), {}, embedder, () => index);
    if (answer.quotes.length === 0)
      return {
        state: 'bad',
        found: `${found}, but it finds nothing`,
        advice: 'Run: npm run index -- --force',
      };
    return (await isFresh(build))
      ? { state: 'good', found }
      : { state: 'note', found: `${found}; the corpus has changed since`, advice: 'Run: npm run index' };
  } finally {
    index.close();
  }
}
