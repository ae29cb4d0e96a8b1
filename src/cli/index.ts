import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { EXIT } from '../exit-code.ts';
import { buildInChild } from '../index/build-in-child.ts';
import { buildOptions } from '../index/build-options.ts';
import { CORPUS_REPLACED } from '../index/build-report.ts';
import { currentGeneration } from '../index/generations.ts';
import { watchCorpus } from '../index/watch-corpus.ts';
import { whenNpmEnds } from '../npm-parent.ts';
import { command, printUserError, printWarning, run } from './command.ts';
import { showProgress } from './progress.ts';
import { renderReport } from './render-report.ts';

/** What a build says of a corpus that is not there, or whose mount point is. */
const AWAY = ['CORPUS_MISSING', 'CORPUS_UNREADABLE', 'CORPUS_EMPTY'];

const program = command('index', 'Brings the index up to date with the corpus.')
  .option('--force', 'embed everything anew')
  .option('--watch', 'stay, and rebuild whenever the corpus changes');

await run(program, async (config) => {
  const { force, watch } = program.opts<{ force?: true; watch?: true }>();
  if (!watch) {
    await build(config, { force });
    return EXIT.done;
  }
  const ended = new AbortController();
  const { signal } = ended;
  const told = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  process.once('SIGINT', () => ended.abort());
  process.once('SIGTERM', () => ended.abort());
  whenNpmEnds(['index'], () => ended.abort());
  const first = build(config, { force, signal });
  // Watched from the start: what changes while the first build runs is not to wait for the next change.
  const stop = watchCorpus(
    buildOptions(config),
    async () => {
      await first.catch(() => undefined);
      try {
        await build(config, { signal });
      } catch (error) {
        if (!signal.aborted) printFailure('The index cannot be built', error);
        throw error;
      }
    },
    (error) => printFailure('The corpus cannot be watched', error),
  );
  try {
    await first.catch((error: unknown) => {
      if (signal.aborted || !isAway(error, config)) throw error;
      printUserError(error);
    });
    process.stdout.write(`Watching ${config.corpusDir}. Ctrl-C ends it.\n`);
    await told;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await stop();
  }
  return EXIT.done;
});

async function build(
  config: Config,
  { force = false, signal }: { force?: boolean | undefined; signal?: AbortSignal },
): Promise<void> {
  const progress = showProgress();
  try {
    const options = { onProgress: progress.update, ...(signal ? { signal } : {}) };
    const report = await buildInChild({ ...buildOptions(config), force }, options);
    progress.stop();
    process.stdout.write(renderReport(report));
    if (report.corpusReplaced) printWarning(CORPUS_REPLACED);
  } finally {
    progress.stop();
  }
}

/** Whether a corpus that was there before may come back, as after a start at which its disk is mounted late. */
function isAway(error: unknown, { embeddingsDir }: Config): error is UserError {
  const isOfCorpus = error instanceof UserError && AWAY.includes(error.code);
  return isOfCorpus && currentGeneration(embeddingsDir) !== undefined;
}

function printFailure(what: string, error: unknown): void {
  if (error instanceof UserError) printUserError(error);
  else printWarning(`${what}: ${error instanceof Error ? error.message : String(error)}`);
}
