import { createRequire } from 'node:module';
import type * as CliProgress from 'cli-progress';
import type { BuildProgress } from '../index/build-report.ts';

/** Time between two plain lines, in ms. */
const LINE_INTERVAL = 10_000;
// Loaded when there is something to show: a warm `ask` is to start as fast as its model.
const require = createRequire(import.meta.url);

/** Where a build is shown. Until `stop` is called, the terminal may lack its cursor. */
export interface ProgressDisplay {
  readonly update: (progress: BuildProgress) => void;
  readonly stop: () => void;
}

/** Shows a build on stderr: a bar on a terminal, a line now and then elsewhere. Nothing until a build begins. */
export function showProgress(): ProgressDisplay {
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): ProgressDisplay {
  let shown: CliProgress.SingleBar | undefined;
  let started = 0;
  return {
    update({ phase, done, total, embedded }) {
      if (phase === 'waiting') process.stderr.write('Another build is under way; waiting for it.\n');
      if (total === 0) return;
      if (!shown) {
        started = performance.now();
        const cliProgress = require('cli-progress') as typeof CliProgress;
        shown = new cliProgress.SingleBar(
          {
            format:
              'Building the index {bar} {percentage}% | {embedded} passages and sentences, {rate}/s | {eta_formatted} left',
            stream: process.stderr,
            hideCursor: true,
            clearOnComplete: true,
          },
          cliProgress.Presets.shades_classic,
        );
        shown.start(total, done, { embedded, rate: 0 });
      }
      const seconds = (performance.now() - started) / 1000;
      shown.update(done, { embedded, rate: Math.round(embedded / Math.max(seconds, 0.001)) });
    },
    stop: () => shown?.stop(),
  };
}

function lines(): ProgressDisplay {
  let last = -Infinity;
  let started: number | undefined;
  return {
    update({ phase, done, total, embedded }) {
      if (phase === 'waiting') process.stderr.write('Another build is under way; waiting for it.\n');
      if (total === 0) return;
      started ??= performance.now();
      if (performance.now() - last < LINE_INTERVAL) return;
      if (last === -Infinity) process.stderr.write('Building the index.\n');
      else {
        const seconds = (performance.now() - started) / 1000;
        const rate = Math.round(embedded / seconds);
        const left = done > 0 ? `, ${duration((seconds * (total - done)) / done)} left` : '';
        process.stderr.write(
          `Building the index: ${Math.floor((100 * done) / total)} %, ${embedded} passages and sentences, ${rate}/s${left}.\n`,
        );
      }
      last = performance.now();
    },
    stop: () => undefined,
  };
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
