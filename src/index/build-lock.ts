import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';

const RETRY_MS = 200;

/**
 * Waits until no other process builds in this folder, then holds the lock.
 *
 * The lock is SQLite's own on a file of its own: the operating system drops it when the process ends,
 * however it ends, so a dead builder can hold nothing up.
 *
 * @param onWait called once when another build is under way; waits no longer when it throws
 * @returns releases the lock
 * @throws what `onWait` throws
 */
export async function acquireBuildLock(embeddingsDir: string, onWait?: () => void): Promise<() => void> {
  const path = join(embeddingsDir, 'build-lock.db');
  removeUnlessFile(path);
  let db = new Database(path);
  for (let waiting = false; ;) {
    try {
      db.exec('BEGIN EXCLUSIVE');
      return () => db.close();
    } catch (error) {
      if (!isBusy(error)) {
        db.close();
        if (code(error) !== 'SQLITE_NOTADB') throw error;
        // Nobody can hold a lock on what is no database.
        rmSync(path, { force: true });
        db = new Database(path);
        continue;
      }
      try {
        if (!waiting) onWait?.();
      } catch (refusal) {
        db.close();
        throw refusal;
      }
      waiting = true;
      await sleep(RETRY_MS);
    }
  }
}

/** Nobody can hold a lock on a folder, or on a link. */
function removeUnlessFile(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) rmSync(path, { recursive: true });
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /SQLITE_BUSY|database is locked/.test(`${code(error)} ${error.message}`);
}

function code(error: unknown): string {
  return error instanceof Error ? String(Reflect.get(error, 'code')) : '';
}
