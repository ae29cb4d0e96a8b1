import { watch } from 'chokidar';

/** Quiet time after the last change before a rebuild, in ms: an editor or a copy makes many. */
const DEBOUNCE = 1000;
/** After a call that failed, in ms, doubled each time up to the longest. */
const FIRST_RETRY = 15_000;
const LONGEST_RETRY = 10 * 60_000;

interface WatchOptions {
  /** Whether the folder has changed before: the first call is made without waiting for another change. */
  readonly behind?: boolean;
  /** In ms, for tests. */
  readonly firstRetry?: number;
}

/**
 * Calls back when files of the corpus were added, changed or removed, once for each burst of changes and never
 * while an earlier call still runs. A call that rejects is made again after a while: a disk that was full may have
 * room again, and nobody would change a file to say so. A folder that goes away and comes back is watched on.
 *
 * @param onError an error of the watching itself, e.g. too many files for the system to watch
 * @returns stops watching
 */
export function watchCorpus(
  folder: string,
  onChange: () => Promise<void>,
  onError: (error: unknown) => void,
  { behind = false, firstRetry = FIRST_RETRY }: WatchOptions = {},
): () => Promise<void> {
  let retryAfter = firstRetry;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  let stopped = false;

  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
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
  const schedule = (delay = DEBOUNCE) => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void run(), delay);
  };
  if (behind) schedule(firstRetry);
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /(?:^|[\\/])\.[^\\/]+$/.test(path.slice(folder.length)),
  });
  watcher.on('all', () => schedule());
  watcher.on('error', onError);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await watcher.close();
  };
}
