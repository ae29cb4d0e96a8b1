import { watch } from 'chokidar';

/** Quiet time after the last change before a rebuild, in ms: an editor or a copy makes many. */
const DEBOUNCE = 1000;

/**
 * Calls back when files of the corpus were added, changed or removed, once for each burst of changes and never
 * while an earlier call still runs. A folder that goes away and comes back is watched on.
 *
 * @param onError an error of the watching itself, e.g. too many files for the system to watch
 * @returns stops watching
 */
export function watchCorpus(
  folder: string,
  onChange: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
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
    } catch (error) {
      onError(error);
    } finally {
      running = false;
      if (again) schedule();
      again = false;
    }
  };
  const schedule = () => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void run(), DEBOUNCE);
  };
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /(?:^|[\\/])\.[^\\/]+$/.test(path.slice(folder.length)),
  });
  watcher.on('all', schedule);
  watcher.on('error', onError);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await watcher.close();
  };
}
