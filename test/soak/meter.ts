import { readFileSync } from 'node:fs';
import { createHistogram, monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

/** Preloaded into the bot's process: what it weighs and how late its event loop is, for the process that watches. */

export type Phase = 'answering' | 'reindexing';

/** What the watching process asks. */
export type MeterRequest = { readonly phase: Phase } | { readonly report: true };

export interface Delay {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** The same, less what the thread waited for a processor; `undefined` where the system does not tell. */
  readonly ownP99: number | undefined;
}

export type MeterMessage =
  | { readonly type: 'memory'; readonly rss: number; readonly heapUsed: number; readonly external: number }
  | { readonly type: 'delays'; readonly delays: Readonly<Record<Phase, Delay>> };

const RESOLUTION = 10;
const EVERY = 1000;

const histograms: Readonly<Record<Phase, IntervalHistogram>> = {
  answering: monitorEventLoopDelay({ resolution: RESOLUTION }),
  reindexing: monitorEventLoopDelay({ resolution: RESOLUTION }),
};

const own = { answering: createHistogram(), reindexing: createHistogram() } as const;
let current: Phase | undefined;

process.on('message', (request: MeterRequest) => {
  if ('report' in request) {
    send({ type: 'delays', delays: { answering: delayOf('answering'), reindexing: delayOf('reindexing') } });
    return;
  }
  current = request.phase;
  for (const [phase, histogram] of Object.entries(histograms)) {
    if (phase === request.phase) histogram.enable();
    else histogram.disable();
  }
});
setInterval(() => {
  const { rss, heapUsed, external } = process.memoryUsage();
  send({ type: 'memory', rss, heapUsed, external });
}, EVERY).unref();

/** Nanoseconds that the main thread was ready to run and another had the processor. */
function waited(): number | undefined {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[1]);
  } catch {
    return undefined;
  }
}

let last = performance.now();
let lastWaited = waited();
if (lastWaited !== undefined) {
  setInterval(() => {
    const now = performance.now();
    const waitedNow = waited() ?? 0;
    const late = (now - last - RESOLUTION) * 1e6 - (waitedNow - (lastWaited ?? 0));
    if (current) own[current].record(Math.max(1, Math.round(late)));
    last = now;
    lastWaited = waitedNow;
  }, RESOLUTION).unref();
}

/** A histogram of how far apart its ticks are: what lies beyond the resolution is delay. */
function delayOf(phase: Phase): Delay {
  const histogram = histograms[phase];
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
  return {
    p50: late(histogram.percentile(50)),
    p99: late(histogram.percentile(99)),
    max: late(histogram.max),
    ownP99: lastWaited === undefined ? undefined : own[phase].percentile(99) / 1e6,
  };
}

function send(message: MeterMessage): void {
  process.send?.(message, () => undefined);
}
