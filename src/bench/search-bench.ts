import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SearchFigures, SearchTask } from './search-process.ts';

const PROCESS = fileURLToPath(new URL('search-process.ts', import.meta.url));

/** Writes an index and searches it, each in a fresh process: what building leaves in memory is not opening's. */
export async function benchSearch(task: SearchTask): Promise<SearchFigures> {
  const built = await inProcess('build', task);
  const figures = { ...built, ...(await inProcess('measure', task)) } as SearchFigures;
  // A million passages take gigabytes, which the next size need not find taken.
  rmSync(task.folder, { recursive: true, force: true });
  return figures;
}

function inProcess(step: 'build' | 'measure', task: SearchTask): Promise<object> {
  return new Promise((resolve, reject) => {
    const child = fork(PROCESS, {
      execArgv: ['--expose-gc', '--import', import.meta.resolve('tsx/esm')],
    });
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The benchmark's process ended with ${code ?? 'a signal'}.`)),
    );
    child.send({ step, task });
  });
}
