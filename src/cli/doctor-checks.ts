import { accessSync, constants } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { ask } from '../answer/ask.ts';
import type { Config } from '../config.ts';
import type { SkippedFile } from '../corpus/skip-reason.ts';
import { listCorpus } from '../corpus/files.ts';
import { parserFor } from '../corpus/formats/formats.ts';
import { diagnoseDiscord, type Finding } from '../discord/diagnose.ts';
import { count } from '../language/counted.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { modelName, modelSpec } from '../embedding/model-spec.ts';
import { UserError, systemErrorCode } from '../errors.ts';
import { keptFiles, readCorpusState, type CorpusState } from '../index/corpus-state.ts';
import { isFresh } from '../index/ensure-index.ts';
import { checkPointer, currentGeneration, generationFolder } from '../index/generations.ts';
import { UnusableIndexError } from '../index/manifest.ts';
import { OpenIndex } from '../index/open-index.ts';
import { words } from '../language/words.ts';
import { makeFolder } from '../make-folder.ts';
import { diskFinding, foldersOf, indexBytes, watchFinding, watchLimit } from './doctor-room.ts';
import { listed, withReason } from './render-report.ts';

/** One thing that is looked at. What is wrong with it is found, not thrown. */
export interface Check {
  readonly name: string;
  readonly check: () => Promise<Finding>;
}

const SUPPORTED_NODE = [20, 22, 24];
/** By major version; as `engines` in package.json has it. */
const LEAST_MINOR: Readonly<Record<number, number>> = { 20: 15, 22: 2 };
/** Files that are named of those that something is wrong with. */
const MAX_NAMED = 3;
/** Characters of the passage that the index is asked for. */
const PROBE_LENGTH = 200;

/** What `npm run doctor` looks at, in an order in which the first failure explains the later ones. */
export function checks(config: Config): Check[] {
  return [
    { name: 'Node.js', check: guarded(checkNode) },
    { name: 'Configuration', check: guarded(() => checkConfiguration(config)) },
    { name: 'Corpus', check: guarded(() => checkCorpus(config)) },
    { name: 'Watching', check: guarded(() => checkWatching(config)) },
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
  const documents = files.filter(({ source }) => parserFor(source));
  const unreadable = documents.flatMap(({ source, path }) => {
    const code = whyUnreadable(path);
    return code === undefined ? [] : [{ source, reason: { code: 'unreadable', detail: code } as const }];
  });
  const left = [...skipped, ...unreadable];
  const readable = documents.length - unreadable.length;
  const others = files.length - documents.length;
  const found = [
    `${count(readable, 'document')} in ${corpusDir}`,
    ...(others > 0 ? [`${count(others, 'file')} of other kinds`] : []),
    ...(left.length > 0 ? [`${left.length} left out: ${named(left)}`] : []),
  ].join(', ');
  if (readable === 0) return { state: 'bad', found, advice: 'Put documents into it, or set CORPUS_DIR.' };
  return left.length === 0
    ? { state: 'good', found }
    : {
        state: 'note',
        found,
        advice:
          'Mend links that lead nowhere, give the user that runs this permission to read the others, or remove them.',
      };
}

async function checkWatching({ corpusDir, embeddingsDir, watchCorpus }: Config): Promise<Finding> {
  if (!watchCorpus) return { state: 'good', found: 'off, as WATCH_CORPUS says' };
  const { files } = await listCorpus(corpusDir, embeddingsDir);
  return watchFinding(foldersOf(files.map(({ source }) => source)), watchLimit());
}

/** What keeps a file from being read; nothing when nothing does. */
function whyUnreadable(path: string): string | undefined {
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return code;
  }
}

function named(files: readonly SkippedFile[]): string {
  return listed(files.map(withReason), MAX_NAMED).join('; ');
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
  return diskFinding(embeddingsDir, bavail * bsize, indexBytes(embeddingsDir));
}

async function checkModel(config: Config): Promise<Finding> {
  const started = performance.now();
  const embedder = await embedderOf(config);
  const ms = Math.round(performance.now() - started);
  return {
    state: 'good',
    found: `${embedder.model}, ${embedder.dimension} dimensions, loaded and checked in ${ms} ms`,
  };
}

/** Imported only here: what cannot be loaded on this machine is a finding too. */
async function embedderOf({ embeddingModel, modelsDir }: Config): Promise<Embedder> {
  const { loadEmbedder } = await import('../embedding/embedder.ts');
  return loadEmbedder(modelSpec(embeddingModel), modelsDir);
}

async function checkIndex(config: Config): Promise<Finding> {
  const generation = currentGeneration(config.embeddingsDir);
  checkPointer(config.embeddingsDir);
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
    const found = `${count(documents, 'document')}, ${count(passages, 'passage')}, built ${builtAt} with ${model}`;
    const wanted = modelSpec(config.embeddingModel);
    if (model !== modelName(wanted))
      return { state: 'note', found, advice: 'EMBEDDING_MODEL has changed. Run: npm run index' };
    const embedder = await embedderOf(config);
    const question = probe(index);
    const answered =
      question === undefined || (await ask(question, {}, embedder, () => index)).answer.quotes.length > 0;
    if (!answered)
      return {
        state: 'bad',
        found: `${found}, but it finds nothing`,
        advice: 'Run: npm run index -- --force',
      };
    const unread = notRead(readCorpusState(generationFolder(config.embeddingsDir, generation)), index);
    const note = { state: 'note', found: [found, ...unread].join('; ') } as const;
    if (!(await isFresh(config)))
      return { ...note, found: `${note.found}; the corpus has changed since`, advice: 'Run: npm run index' };
    // Another build would come to the same.
    const advice = 'Mend these files for what is said of them, or remove them.';
    return unread.length === 0 ? { state: 'good', found } : { ...note, advice };
  } finally {
    index.close();
  }
}

/** A text that the index must find: many a document begins with one that holds no word. */
function probe(index: OpenIndex): string | undefined {
  for (let id = 0; id < index.passageCount; id++) {
    const text = index.passage(id).text.slice(0, PROBE_LENGTH);
    if (words(text).length > 0) return text;
  }
  return undefined;
}

/** What a build could not take in, of the files whose format is known. */
function notRead(state: CorpusState, index: OpenIndex): string[] {
  const kept = keptFiles(
    state,
    index.documents().map(({ source }) => source),
  );
  const refused: SkippedFile[] = [];
  for (const [source, { skipped: reason }] of state.files) {
    if (reason !== undefined && parserFor(source) && !index.document(source))
      refused.push({ source, reason });
  }
  return [
    ...(kept.length > 0 ? [`${kept.length} kept as they were, unreadable now: ${named(kept)}`] : []),
    ...(refused.length > 0 ? [`${count(refused.length, 'file')} refused: ${named(refused)}`] : []),
  ];
}
