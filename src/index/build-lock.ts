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
 * @param onWait called once when another build is under way
 * @returns releases the lock
 */
export async function acquireBuildLock(embeddingsDir: string, onWait?: () => void): Promise<() => void> {
  const db = new Database(join(embeddingsDir, 'build-lock.db'));
  for (let waiting = false; ;) {
    try {
      db.exec('BEGIN EXCLUSIVE');
      return () => db.close();
    } catch (error) {
      if (!isBusy(error)) {
        db.close();
        throw error;
      }
      if (!waiting) onWait?.();
      waiting = true;
      await sleep(RETRY_MS);
    }
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    /SQLITE_BUSY|database is locked/.test(`${String(Reflect.get(error, 'code'))} ${error.message}`)
  );
}
