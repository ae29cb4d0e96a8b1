import { buildOptions } from '../answer/live-answerer.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { buildInChild } from '../index/build-in-child.ts';
import { watchCorpus } from '../index/watch-corpus.ts';
import { whenNpmEnds } from '../npm-parent.ts';
import { command, EXIT, printUserError, printWarning, run } from './command.ts';
import { showProgress } from './progress.ts';
import { renderReport } from './render-report.ts';

const program = command('index', 'Brings the index up to date with the corpus.')
  .option('--force', 'embed everything anew')
  .option('--watch', 'stay, and rebuild whenever the corpus changes');

await run(program, async (config) => {
  const { force, watch } = program.opts<{ force?: true; watch?: true }>();
  if (!watch) {
    await build(config, force ?? false);
    return EXIT.done;
  }
  // Watched from the start: what changes while the first build runs is not to wait for the next change.
  const stop = watchCorpus(
    config.corpusDir,
    async () => {
      try {
        await build(config, false);
      } catch (error) {
        if (error instanceof UserError) printUserError(error);
        else printWarning(`The index cannot be built: ${String(error)}`);
        throw error;
      }
    },
    (error) =>
      printWarning(`The corpus cannot be watched: ${error instanceof Error ? error.message : String(error)}`),
  );
  const told = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    whenNpmEnds(['index'], resolve);
  });
  try {
    await build(config, force ?? false);
    process.stdout.write(`Watching ${config.corpusDir}. Ctrl-C ends it.\n`);
    await told;
  } finally {
    await stop();
  }
  return EXIT.done;
});

async function build(config: Config, force: boolean): Promise<void> {
  const progress = showProgress();
  try {
    const report = await buildInChild({ ...buildOptions(config), force }, { onProgress: progress.update });
    progress.stop();
    process.stdout.write(renderReport(report));
  } finally {
    progress.stop();
  }
}
