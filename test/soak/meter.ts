import { readFileSync } from 'node:fs';
import { createHistogram, monitorEventLoopDelay, type Histogram } from 'node:perf_hooks';

/** Preloaded into the bot's process: what it weighs and how late its event loop is, for the process that watches. */

export type Phase = 'answering' | 'reindexing';

/** What the watching process asks. */
export type MeterRequest = { readonly phase: Phase } | { readonly report: true };

/** Milliseconds. */
export interface Delay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Delays {
  /** As Node.js monitors it, over all phases. */
  readonly monitored: Delay;
  readonly phases: Readonly<Record<Phase, PhaseDelay>>;
}

export interface PhaseDelay extends Delay {
  /** Less what the thread waited for a processor; `undefined` where the system does not tell. */
  readonly ownP99: number | undefined;
}

export type MeterMessage =
  | { readonly type: 'memory'; readonly rss: number; readonly heapUsed: number }
  | { readonly type: 'delays'; readonly delays: Delays };

const RESOLUTION = 10;
const MEMORY_EVERY = 1000;

const monitor = monitorEventLoopDelay({ resolution: RESOLUTION });
// A monitor that pauses takes the pause for a delay, so each phase has ticks of its own.
const late = { answering: createHistogram(), reindexing: createHistogram() };
const own = { answering: createHistogram(), reindexing: createHistogram() };
let current: Phase | undefined;
let last = performance.now();
let lastWaited = waited();

process.on('message', (request: MeterRequest) => {
  if ('report' in request) {
    const phases = { answering: phaseDelay('answering'), reindexing: phaseDelay('reindexing') };
    // The monitor counts the time between its ticks, all of it.
    send({ type: 'delays', delays: { monitored: delayOf(monitor, RESOLUTION), phases } });
    return;
  }
  if (!current) monitor.enable();
  current = request.phase;
});
setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage();
  send({ type: 'memory', rss, heapUsed });
}, MEMORY_EVERY).unref();
setInterval(tick, RESOLUTION).unref();

function tick(): void {
  const now = performance.now();
  const waitedNow = waited();
  const lateBy = (now - last - RESOLUTION) * 1e6;
  if (current) {
    late[current].record(atLeastOne(lateBy));
    if (waitedNow !== undefined) own[current].record(atLeastOne(lateBy - (waitedNow - (lastWaited ?? 0))));
  }
  last = now;
  lastWaited = waitedNow;
}

/** Nanoseconds that the main thread was ready to run and another had the processor. */
function waited(): number | undefined {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** A histogram takes whole numbers from 1. */
function atLeastOne(nanoseconds: number): number {
  return Math.max(1, Math.round(nanoseconds));
}

function phaseDelay(phase: Phase): PhaseDelay {
  const ownP99 = lastWaited === undefined ? undefined : own[phase].percentile(99) / 1e6;
  return { ...delayOf(late[phase], 0), ownP99 };
}

function delayOf(histogram: Histogram, offset: number): Delay {
  const inMs = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - offset);
  return {
    p50: inMs(histogram.percentile(50)),
    p99: inMs(histogram.percentile(99)),
    max: inMs(histogram.max),
  };
}

function send(message: MeterMessage): void {
  process.send?.(message, () => undefined);
}
