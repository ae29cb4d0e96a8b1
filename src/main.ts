import type { Logger } from 'pino';
import { openAnswerer, type LiveAnswerer } from './answer/live-answerer.ts';
import { showProgress } from './cli/progress.ts';
import { listed, withReason } from './cli/render-report.ts';
import { loadEnvironment, readConfig, type Config } from './config.ts';
import { createLogger } from './discord/logger.ts';
import { Reindexer } from './discord/reindexer.ts';
import { NOBODY, type Observer } from './discord/observer.ts';
import { startBot, type BotParts, type RunningBot } from './discord/start.ts';
import { UserError } from './errors.ts';
import { EXIT, exitCodeFor } from './exit-code.ts';
import { openBotDatabase, type BotDatabase } from './feedback/database.ts';
import { buildInChild } from './index/build-in-child.ts';
import { buildOptions } from './index/build-options.ts';
import { CORPUS_REPLACED, type BuildReport } from './index/build-report.ts';
import { watchCorpus } from './index/watch-corpus.ts';
import { visibleOnOneLine } from './language/visible.ts';
import type { Vitals } from './metrics/vitals.ts';
import { whenNpmEnds } from './npm-parent.ts';

/** How often to look for an index that another process has built, in milliseconds. */
const REFRESH_EVERY = 5000;

/** What is left of the ten seconds that supervisors give, once {@link startBot}'s bot has had its eight; in ms. */
const END_WITHIN = 9500;

/** How the process ends: told to, or because something cannot be mended. */
const ended = new AbortController();
let log: Logger | undefined;

// A terminal that is gone, or a full disk behind it, is no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.on('uncaughtException', die);
process.on('unhandledRejection', die);
process.on('SIGINT', endOrKill);
process.on('SIGTERM', endOrKill);
whenNpmEnds(['start'], () => ended.abort());

try {
  await main();
  process.exit(EXIT.done);
} catch (error) {
  die(error);
}

async function main(): Promise<void> {
  const config = readConfig(loadEnvironment());
  const { token } = config.discord;
  if (token === undefined) {
    for (const warning of config.warnings) process.stderr.write(`Warning: ${visibleOnOneLine(warning)}\n`);
    throw tokenMissing();
  }
  log = createLogger(config.logLevel, token);
  for (const warning of config.warnings) log.warn(warning);
  const running: { answerer?: LiveAnswerer; bot?: RunningBot } = {};
  const observer = await startMetrics(config, log, () => ({
    library: running.answerer?.library().info,
    bot: running.bot?.state,
  }));
  const opened = await open(config, log);
  if (!opened) return;
  const { answerer } = opened;
  running.answerer = answerer;
  const database = openDatabase(config.embeddingsDir, log);
  const reindexer = reindexerOf(config, log, answerer, observer);
  const bot = await connected({
    config: { ...config.discord, logQuestions: config.logQuestions },
    token,
    answerer,
    reindex: reindexer.onRequest,
    database,
    log,
    ...(observer ? { observer } : {}),
    signal: ended.signal,
    onDead: die,
  });
  if (bot) {
    running.bot = bot;
    await serve(config, log, { ...opened, reindexer, bot });
  }
  answerer.close();
  database.close();
}

/** Metrics are a help, never a condition: what keeps them from being served is logged. */
async function startMetrics(
  { metrics: { host, port } }: Config,
  logger: Logger,
  vitals: () => Vitals,
): Promise<Observer | undefined> {
  if (port === undefined) return undefined;
  try {
    const { Metrics } = await import('./metrics/metrics.ts');
    const { serveMetrics } = await import('./metrics/server.ts');
    const metrics = new Metrics(vitals);
    const onError = (error: unknown): void => logger.warn({ err: error }, 'serving metrics failed');
    await serveMetrics({ host, port, metrics, vitals, onError });
    logger.info({ host, port }, 'serves /healthz, /readyz and /metrics');
    return metrics;
  } catch (error) {
    if (error instanceof UserError) logger.warn(`${error.message} ${error.hint}`);
    else logger.warn({ err: error }, 'metrics cannot be served');
    return undefined;
  }
}

/** A bot that can keep nothing still answers. */
function openDatabase(folder: string, logger: Logger): BotDatabase {
  try {
    return openBotDatabase(folder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    logger.error(
      `${error.message} Until it can, buttons and votes last no longer than this process. ${error.hint}`,
    );
    return openBotDatabase(':memory:');
  }
}

/** An answerer, and whether its index is still to be brought up to date. */
interface Opened {
  readonly answerer: LiveAnswerer;
  readonly behind: boolean;
}

/**
 * Builds only where there is nothing to answer from: a build may take an hour.
 *
 * @returns nothing when the process was told to end meanwhile
 */
async function open(config: Config, logger: Logger): Promise<Opened | undefined> {
  const progress = showProgress();
  try {
    const { answerer, ensured } = await openAnswerer(config, {
      onProgress: progress.update,
      signal: ended.signal,
      staleRatherThan: 'build',
    });
    if (ensured.report) logSkipped(ensured.report, logger);
    if (ensured.report?.corpusReplaced) logger.warn(CORPUS_REPLACED);
    const { stale } = ensured;
    if (stale)
      logger.warn(
        `the last good index answers while it is brought up to date: ${stale.message} ${stale.hint}`,
      );
    return { answerer, behind: stale !== undefined };
  } catch (error) {
    if (ended.signal.aborted) return undefined;
    throw error;
  } finally {
    progress.stop();
  }
}

function logSkipped({ skipped }: BuildReport, logger: Logger): void {
  for (const line of listed(skipped.map(withReason))) logger.warn(`skipped ${line}`);
}

/** @returns nothing when the process was told to end meanwhile */
async function connected(parts: BotParts): Promise<RunningBot | undefined> {
  try {
    return await startBot(parts);
  } catch (error) {
    if (ended.signal.aborted) return undefined;
    throw error;
  }
}

function reindexerOf(config: Config, logger: Logger, answerer: LiveAnswerer, observer = NOBODY): Reindexer {
  return new Reindexer(async (onProgress) => {
    try {
      const report = await buildInChild(buildOptions(config), { onProgress, signal: ended.signal });
      await answerer.refresh();
      if (report.corpusReplaced) logger.warn(CORPUS_REPLACED);
      return report;
    } catch (error) {
      observer.buildFailed();
      throw error;
    }
  });
}

/** Until the process is told to end. */
async function serve(
  config: Config,
  logger: Logger,
  { answerer, behind, reindexer, bot }: Opened & { readonly reindexer: Reindexer; readonly bot: RunningBot },
): Promise<void> {
  const warn = (what: string) => (error: unknown) => {
    if (ended.signal.aborted) return;
    if (error instanceof UserError) logger.warn(`${what}: ${error.message} ${error.hint}`);
    else logger.warn({ err: error }, what);
  };
  const warnAndThrow = (what: string) => (error: unknown) => {
    warn(what)(error);
    throw error;
  };
  const timer = setInterval(
    () => void answerer.refresh().catch(warn('the newest index cannot be opened')),
    REFRESH_EVERY,
  );
  let isFirst = behind;
  const reindex = async (): Promise<void> => {
    const report = await reindexer.onChange();
    const { changed, documents, passages, seconds } = report;
    if (isFirst) logSkipped(report, logger);
    isFirst = false;
    if (changed) logger.info({ documents, passages, seconds }, 'a new index is in use');
  };
  const stopWatching = config.watchCorpus
    ? watchCorpus(
        buildOptions(config),
        () =>
          reindex().catch(warnAndThrow('the index could not be brought up to date, which is tried again')),
        warn('the corpus cannot be watched'),
        { behind },
      )
    : () => Promise.resolve();
  if (behind && !config.watchCorpus) void reindex().catch(warn('the index could not be brought up to date'));
  if (!ended.signal.aborted) {
    await new Promise((resolve) => ended.signal.addEventListener('abort', resolve, { once: true }));
  }
  logger.info('finishing what is in hand');
  clearInterval(timer);
  await bot.stop();
  await stopWatching();
}

/** The first signal lets answers in flight finish; the second does not. */
function endOrKill(): void {
  if (ended.signal.aborted) process.exit(EXIT.interrupted);
  ended.abort();
  setTimeout(() => {
    log?.warn('not everything could be finished in time');
    process.exit(EXIT.done);
  }, END_WITHIN).unref();
}

function die(error: unknown): never {
  if (error instanceof UserError) {
    process.stderr.write(`Error: ${visibleOnOneLine(error.message)} ${error.hint}\n`);
    // Who reads a log by its levels reads nothing else.
    if (!process.stdout.isTTY) log?.fatal({ code: error.code, hint: error.hint }, error.message);
  } else if (log) log.fatal({ err: error }, 'cannot go on');
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(exitCodeFor(error));
}

function tokenMissing(): UserError {
  return new UserError(
    'TOKEN_MISSING',
    'The bot needs a DISCORD_TOKEN.',
    [
      'To get one:',
      '  1. Open https://discord.com/developers/applications and press "New Application".',
      '  2. On its page "Bot", press "Reset Token" and copy the token.',
      '  3. Write DISCORD_TOKEN=<the token> into the file .env, and run npm start again.',
      'Without one, these work: npm run ask -- "your question", and npm run chat.',
    ].join('\n'),
  );
}
