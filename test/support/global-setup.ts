import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE } from './models.ts';

/**
 * Exports the bundled model and indexes the sample corpus before any test runs: several would do it at once
 * otherwise. Both are kept for the next run. What the tests put into the temporary folder is not.
 */
export default function setup(): () => void {
  const temporary = mkdtempSync(join(tmpdir(), 'cited-tests-'));
  Object.assign(process.env, { TMPDIR: temporary, TEMP: temporary, TMP: temporary });
  const root = join(import.meta.dirname, '../..');
  execFileSync(process.execPath, ['--import', 'tsx/esm', 'src/cli/index.ts'], {
    cwd: root,
    env: {
      ...process.env,
      CORPUS_DIR: SAMPLE.corpusDir,
      EMBEDDINGS_DIR: SAMPLE.embeddingsDir,
      EMBEDDING_MODEL: '',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return () => rmSync(temporary, { recursive: true, force: true });
}
