import { parserFor } from '../corpus/formats/formats.ts';
import type { BuildOptions } from './build-options.ts';
import { isFresh } from './ensure-index.ts';
import { watchFolder } from './watch-folder.ts';

/** Quiet time after the last change before a rebuild, in ms: an editor or a copy makes many. */
const DEBOUNCE = 1000;
/** In multiples of the quiet time: a file that is written without a pause must not keep all others from the index. */
const LONGEST_WAIT = 10;
/** After a call that failed, in ms, doubled each time up to the longest. */
const FIRST_RETRY = 15_000;
const LONGEST_RETRY = 10 * 60_000;
/** How often to look for changes that nobody told of, in ms: not every file system tells, and not of everything. */
const LOOK_EVERY = 60_000;
/** What the longest look may take of all time. */
const LOOK_SHARE = 0.01;

interface WatchOptions {
  /** Whether the folder has changed before: the first call is made at once. */
  readonly behind?: boolean;
  /** In ms, for tests, as the others. */
  readonly debounce?: number;
  readonly firstRetry?: number;
  readonly lookEvery?: number;
  readonly followEvery?: number;
}

/**
 * Calls back when files of the corpus were added, changed or removed, once for each burst of changes and never
 * while an earlier call still runs. A call that rejects is made again after a while: a disk that was full may have
 * room again, and nobody would change a file to say so. A folder that goes away and comes back is watched on. Now and
 * then the corpus is compared with the index, whether or not a change was seen.
 *
 * @param onError an error of the watching itself, e.g. too many files for the system to watch
 * @returns stops watching
 */
export function watchCorpus(
  build: BuildOptions,
  onChange: () => Promise<void>,
  onError: (error: unknown) => void,
  {
    behind = false,
    debounce = DEBOUNCE,
    firstRetry = FIRST_RETRY,
    lookEvery = LOOK_EVERY,
    followEvery,
  }: WatchOptions = {},
): () => Promise<void> {
  let retryAfter = firstRetry;
  let lookAfter = lookEvery;
  let timer: NodeJS.Timeout | undefined;
  /** Of the first change that no call has answered yet, in ms. */
  let changedAt: number | undefined;
  let lookTimer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  let stopped = false;

  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    changedAt = undefined;
    try {
      await onChange();
      retryAfter = firstRetry;
    } catch {
      schedule(retryAfter);
      retryAfter = Math.min(LONGEST_RETRY, retryAfter * 2);
    } finally {
      running = false;
      if (again) schedule();
      again = false;
    }
  };
  const schedule = (delay = debounce) => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      timer = undefined;
      void run();
    }, delay);
  };
  const noticeChange = () => {
    const now = performance.now();
    changedAt ??= now;
    schedule(Math.min(debounce, Math.max(0, changedAt + debounce * LONGEST_WAIT - now)));
  };
  const look = async () => {
    const started = performance.now();
    // What is to be tried again later has its time already.
    if (timer === undefined && !running) {
      const fresh = await isFresh(build);
      if (!fresh) schedule();
      // What a call does not mend need not be tried every minute.
      lookAfter = fresh ? lookEvery : Math.min(LONGEST_RETRY, lookAfter * 2);
    }
    scheduleLook(Math.max(lookAfter, (performance.now() - started) / LOOK_SHARE));
  };
  const scheduleLook = (delay: number) => {
    if (!stopped) lookTimer = setTimeout(() => void look(), delay);
  };
  if (behind) schedule(0);
  scheduleLook(lookEvery);
  const stopWatching = watchFolder({
    folder: build.corpusDir,
    except: build.embeddingsDir,
    isOfInterest: (name) => parserFor(name) !== undefined,
    onChange: noticeChange,
    onError,
    followEvery,
  });
  return async () => {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(lookTimer);
    await stopWatching();
  };
}
