import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { IN_HAND, seedOf, type FuzzMessage, type FuzzTask } from './protocol.ts';
import type { FuzzTarget } from './target.ts';
import { TARGETS } from './targets.ts';

/** No input may take more of the processor's time, in milliseconds: a busy machine does not change that. */
const MAX_WORK = 2000;
/** A sequence of many, with a bot that is begun and ended around it. */
const MAX_WORK_OF_MANY = 6000;
/** Nor more time in all, where it waits for another process. */
const MAX_WAIT = 15_000;
/** Between two signs of life, in milliseconds. */
const REPORT_EVERY = 500;

const stray: unknown[] = [];
process.on('unhandledRejection', (error) => stray.push(error));
process.on('uncaughtException', (error) => stray.push(error));
process.on('disconnect', () => process.exit(1));
process.once('message', (task: FuzzTask) => void run(task).then(() => process.exit(0)));

async function run(task: FuzzTask): Promise<void> {
  const target = (await TARGETS[task.target](task.folder)) as FuzzTarget<unknown>;
  let reported = 0;
  for (let chunk = task.firstChunk; chunk < task.chunks; chunk++) {
    const seed = seedOf(task.seed, chunk);
    let done = 0;
    const property = fc.asyncProperty(target.inputs, async (input) => {
      if (Date.now() - reported > REPORT_EVERY) {
        reported = Date.now();
        send({ type: 'progress', chunk, done });
      }
      await checkInTime(target, input, task.folder);
      done += target.size;
    });
    const result = await fc.check(property, {
      seed,
      numRuns: Math.ceil(task.chunkSize / target.size),
      // A slow input takes seconds each time that it is tried smaller.
      interruptAfterTimeLimit: 600_000,
    });
    if (result.counterexample) {
      const { extension, content } = target.file(result.counterexample[0]);
      const error = result.errorInstance instanceof Error ? result.errorInstance.stack : result.errorInstance;
      send({ type: 'failure', failure: { seed, error: String(error), extension, content } });
    }
    send({ type: 'progress', chunk: chunk + 1, done: 0 });
  }
  await target.close();
  send({ type: 'end' });
}

async function checkInTime(target: FuzzTarget<unknown>, input: unknown, folder: string): Promise<void> {
  const { extension, content } = target.file(input);
  writeFileSync(join(folder, `${IN_HAND}${extension}`), content);
  writeFileSync(join(folder, IN_HAND), extension);
  const cpu = process.cpuUsage();
  const started = performance.now();
  await target.check(input);
  const wait = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const work = (user + system) / 1000;
  const most = target.size > 1 ? MAX_WORK_OF_MANY : MAX_WORK;
  if (work > most || wait > MAX_WAIT)
    throw new Error(`took ${wait.toFixed(0)} ms, ${work.toFixed(0)} of them at work`);
  if (stray.length > 0) throw new Error('an error that nobody caught', { cause: stray.shift() });
}

function send(message: FuzzMessage): void {
  process.send?.(message);
}
