import { pathToFileURL } from 'node:url';
import type { Run, Task } from './run-command.ts';

const environment = { ...process.env };
let written = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr'] as const) {
  process[name].write = (text: string | Uint8Array) => {
    written[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
}

// Run by runInTurn of run-command.ts.
process.once('message', (tasks: readonly Task[]) => void runAll(tasks));

async function runAll(tasks: readonly Task[]): Promise<void> {
  const runs: Run[] = [];
  for (const [turn, task] of tasks.entries()) runs.push(await run(task, turn));
  process.send?.(runs, () => process.exit(0));
}

async function run({ path, args, env }: Task, turn: number): Promise<Run> {
  written = { stdout: '', stderr: '' };
  process.argv = [process.execPath, path, ...args];
  process.env = { ...environment, ...env };
  process.exitCode = 0;
  // A command runs when it is loaded: under another name it is loaded anew, but not what it imports.
  await import(`${pathToFileURL(path).href}?turn=${turn}`);
  // Each listens for its reader going away.
  process.stdout.removeAllListeners('error');
  return { code: process.exitCode, ...written };
}
