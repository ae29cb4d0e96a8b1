/** How often to see whether npm is still there, in milliseconds. */
const LOOK_EVERY = 1000;

/**
 * Calls back when npm, which runs one of these scripts, has gone. It hands a signal on to the shell that it started
 * this process with, and that shell dies of it without a word to this process, which would go on alone.
 *
 * @param scripts of package.json; run by another or without npm, nothing is looked for
 */
export function whenNpmEnds(scripts: readonly string[], callback: () => void): void {
  if (!scripts.includes(process.env['npm_lifecycle_event'] ?? '')) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY).unref();
}
