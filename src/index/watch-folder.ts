import { access, constants, lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { UserError, systemErrorCode } from '../errors.ts';

/** How often to see whether the folder still is the one that is watched, in ms. */
const FOLLOW_EVERY = 1000;
/** What the system says when no more can be watched. */
const LIMITS: readonly (string | undefined)[] = ['ENOSPC', 'EMFILE', 'ENFILE'];

interface FolderToWatch {
  readonly folder: string;
  /** A folder that is passed over though it may be inside; need not exist. */
  readonly except: string;
  /** Whether a change of a file with this name is of any interest; one of a folder always is. */
  readonly isOfInterest: (name: string) => boolean;
  /** Called for each change, often many times for one. */
  readonly onChange: () => void;
  /** Called once for each kind of error. */
  readonly onError: (error: unknown) => void;
  /** In ms, for tests. */
  readonly followEvery?: number | undefined;
}

/**
 * Watches the folders below a folder, and the files in them by their folder: watching costs the system something for
 * each folder, nothing for a file. Hidden ones are passed over, links inside are not followed. The folder may be a
 * link, be missing, go away and come back, or be swapped for another.
 *
 * At the system's limit the watching ends, with a `UserError` `WATCH_LIMIT`: half of it would be worth nothing.
 *
 * @returns stops watching
 */
export function watchFolder({
  folder,
  except,
  isOfInterest,
  onChange,
  onError,
  followEvery = FOLLOW_EVERY,
}: FolderToWatch): () => Promise<void> {
  const told = new Set<unknown>();
  let watcher: FSWatcher | undefined;
  let watched: string | undefined;
  let isLimited = false;
  let isStopped = false;

  let following: Promise<void> | undefined;
  const keepFollowing = (isFirst: boolean): void => {
    following ??= follow(isFirst).finally(() => (following = undefined));
  };
  keepFollowing(true);
  const timer = setInterval(() => keepFollowing(false), followEvery);

  async function follow(isFirst: boolean): Promise<void> {
    const root = await rootOf(folder);
    if (isStopped || root?.identity === watched) return;
    await end(watcher);
    watcher = undefined;
    watched = root?.identity;
    if (root && !isLimited) begin(root.path, await realPathOf(except));
    if (!isFirst) onChange();
  }

  function begin(root: string, left: string): void {
    // It may also be around what is watched.
    const isInside = left.startsWith(root + sep);
    const isIgnored = (path: string): boolean =>
      (isInside && (path === left || path.startsWith(left + sep))) ||
      /(?:^|[\\/])\.[^\\/]+$/.test(path.slice(root.length));
    watcher = watch(root, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path, stats) => isIgnored(path) || stats?.isDirectory() === false,
    });
    watcher.on('all', onChange);
    // What happens to the files of a folder is told by the folder, and by this event alone.
    watcher.on('raw', (_event, name: string | null, details: unknown) => {
      const { watchedPath } = details as { watchedPath: string };
      // The folder itself was moved or removed: it may be back before anybody looks.
      const isRoot = watchedPath === root && name === basename(root);
      if (isRoot) watched = undefined;
      if (isRoot || name === null) onChange();
      else if (!isIgnored(join(watchedPath, name))) void tell(watchedPath, name);
    });
    watcher.on('error', fail);
  }

  async function tell(inside: string, name: string): Promise<void> {
    // A folder may have any name. Of one that is gone there is an event of its own.
    if (isOfInterest(name) || (await isFolder(join(inside, name)))) onChange();
  }

  function fail(error: unknown): void {
    const code = systemErrorCode(error);
    if (isStopped || isLimited || told.has(code)) return;
    told.add(code);
    if (!LIMITS.includes(code)) {
      onError(error);
      return;
    }
    isLimited = true;
    void end(watcher);
    onError(
      new UserError(
        'WATCH_LIMIT',
        `The system lets no more folders be watched (${code}).`,
        'Changes are looked for now and then instead. To see them at once, raise fs.inotify.max_user_watches ' +
          '(and max_user_instances) with sysctl above the number of folders, and start again.',
        { cause: error },
      ),
    );
  }

  return async () => {
    isStopped = true;
    clearInterval(timer);
    await following;
    await end(watcher);
  };
}

async function end(watcher: FSWatcher | undefined): Promise<void> {
  const closed = watcher?.close();
  // It forgets its listeners at once, but not what it has begun: an error that nobody hears would end the process.
  watcher?.on('error', () => undefined);
  await closed;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Which folder a path leads to just now. */
async function rootOf(folder: string): Promise<{ path: string; identity: string } | undefined> {
  try {
    const path = await realpath(folder);
    // What may not be read cannot be watched either: it counts as gone until it may.
    await access(path, constants.R_OK | constants.X_OK);
    const { dev, ino, birthtimeMs } = await stat(path);
    // A folder that was made anew may have been given the number of the old one.
    return { path, identity: [path, dev, ino, birthtimeMs].join(':') };
  } catch {
    return undefined;
  }
}

/** Of what need not exist: the links on the way to it are followed. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return dirname(path) === path ? path : join(await realPathOf(dirname(path)), basename(path));
  }
}
