import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemErrorCode } from './errors.ts';

/**
 * Makes a folder and those above it; one that is there already is left as it is.
 *
 * Not `mkdir` with `recursive`: where a file system says "no such folder" of a folder whose parent is there, as
 * /proc does, Node.js tries forever.
 *
 * @throws a system error, e.g. `EACCES`
 */
export function makeFolder(path: string): void {
  const parent = dirname(path);
  try {
    mkdirSync(path);
  } catch (error) {
    if (isFolder(path)) return;
    if (systemErrorCode(error) !== 'ENOENT' || parent === path || isFolder(parent)) throw error;
    makeFolder(parent);
    makeFolder(path);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
