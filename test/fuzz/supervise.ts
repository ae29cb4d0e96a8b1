import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IN_HAND, seedOf, type Failure, type FuzzMessage, type FuzzTask } from './protocol.ts';
import type { TargetName } from './targets.ts';

/** A process that says nothing for so long, in milliseconds, hangs. */
const HANGS_AFTER = 120_000;
/** Until its first word: a model is loaded, perhaps an index built. */
const BEGINS_WITHIN = 600_000;

export interface Fuzzing {
  readonly target: TargetName;
  readonly inputs: number;
  readonly chunkSize: number;
  readonly seed: number;
  readonly onProgress: (done: number) => void;
  readonly onFailure: (failure: Failure) => void;
}

/**
 * Tries inputs in a process that may die or hang: then what it had in hand is the failing input, and another
 * process goes on after it.
 */
export async function fuzz(fuzzing: Fuzzing): Promise<void> {
  const chunks = Math.ceil(fuzzing.inputs / fuzzing.chunkSize);
  for (let next = 0; next < chunks;) next = await fuzzFrom(fuzzing, next, chunks);
}

/** @returns the chunk to go on with */
async function fuzzFrom(fuzzing: Fuzzing, firstChunk: number, chunks: number): Promise<number> {
  const { target, seed, chunkSize } = fuzzing;
  const folder = mkdtempSync(join(tmpdir(), 'cited-fuzz-'));
  try {
    const task: FuzzTask = { target, folder, seed, firstChunk, chunks, chunkSize };
    const { chunk, how } = await runTask(task, fuzzing);
    if (how !== undefined) fuzzing.onFailure({ seed: seedOf(seed, chunk), error: how, ...inHand(folder) });
    return chunk + (how === undefined ? 0 : 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTask(task: FuzzTask, fuzzing: Fuzzing): Promise<{ chunk: number; how?: string }> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./fuzz-process.ts', import.meta.url)), {
      execArgv: ['--import', import.meta.resolve('tsx/esm')],
      serialization: 'advanced',
    });
    let chunk = task.firstChunk;
    let ended = false;
    let hangs = false;
    const hang = (): void => {
      hangs = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(hang, BEGINS_WITHIN);
    child.on('message', (message: FuzzMessage) => {
      clearTimeout(timer);
      timer = setTimeout(hang, HANGS_AFTER);
      if (message.type === 'failure') fuzzing.onFailure(message.failure);
      else if (message.type === 'end') ended = true;
      else {
        ({ chunk } = message);
        fuzzing.onProgress(Math.min(fuzzing.inputs, chunk * task.chunkSize + message.done));
      }
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (ended) resolve({ chunk });
      else
        resolve({ chunk, how: hangs ? 'it hangs' : `the process ended with ${signal ?? code ?? 'nothing'}` });
    });
    child.send(task);
  });
}

function inHand(folder: string): Pick<Failure, 'extension' | 'content'> {
  try {
    const extension = readFileSync(join(folder, IN_HAND), 'utf8');
    return { extension, content: readFileSync(join(folder, `${IN_HAND}${extension}`)) };
  } catch {
    return { extension: '.txt', content: 'Nothing was in hand.' };
  }
}
