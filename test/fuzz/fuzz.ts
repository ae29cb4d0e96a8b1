import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { wholeNumber } from '../../src/cli/command.ts';
import { count } from '../../src/language/counted.ts';
import type { Failure } from './protocol.ts';
import { fuzz } from './supervise.ts';
import type { TargetName } from './targets.ts';

/** How many inputs are drawn with one seed. */
const CHUNK: Readonly<Record<TargetName, number>> = {
  documents: 1000,
  questions: 1000,
  payloads: 1000,
  folders: 50,
};
/** More would be the same few bugs. */
const MAX_FAILURES = 20;
/** Between two lines of progress, in milliseconds. */
const SAY_EVERY = 10_000;

const many = wholeNumber(0, 100_000_000);
const program = new Command('fuzz')
  .description('Tries many inputs that nobody would think of. Writes those that go wrong to a folder.')
  .option('--documents <number>', 'bytes of any kind as files of every format', many, 0)
  .option('--questions <number>', 'texts of any kind as questions to the sample corpus', many, 0)
  .option('--payloads <number>', 'events of any form from a fake Discord', many, 0)
  .option('--folders <number>', 'embeddings folders with any damage', many, 0)
  .option('--seed <number>', 'draws the same inputs again', wholeNumber(0, 0x7fffffff))
  .option('--out <folder>', 'for inputs that go wrong', 'fuzz-failures')
  .parse();

const {
  seed = Date.now() % 0x80000000,
  out,
  ...counts
} = program.opts<Record<TargetName, number> & { seed?: number; out: string }>();
const say = (line: string) => process.stdout.write(`${line}\n`);
const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
if (total === 0) program.help({ error: true });

say(`seed ${seed}`);
let failures = 0;
for (const target of Object.keys(CHUNK) as TargetName[]) {
  if (counts[target] > 0) await fuzzTarget(target, counts[target]);
}
process.exit(failures > 0 ? 1 : 0);

async function fuzzTarget(target: TargetName, inputs: number): Promise<void> {
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0);
  let said = started;
  let failed = 0;
  await fuzz({
    target,
    inputs,
    seed,
    chunkSize: Math.min(inputs, CHUNK[target]),
    onProgress: (done) => {
      if (performance.now() - said < SAY_EVERY) return;
      said = performance.now();
      say(`${target}: ${done} of ${inputs}, ${seconds()} s`);
    },
    onFailure: (failure) => {
      failed += 1;
      say(
        `${target}: FAILED, ${write(target, failure)}; again with --${target} ${CHUNK[target]} --seed ${failure.seed}`,
      );
      say(failure.error.split('\n').slice(0, 12).join('\n'));
      if (failed >= MAX_FAILURES) {
        say(`${target}: that is enough.`);
        process.exit(1);
      }
    },
  });
  failures += failed;
  say(
    `${target}: ${count(inputs, 'input')} in ${seconds()} s, ${failed === 0 ? 'none went wrong' : `${failed} went wrong`}`,
  );
}

/** @returns where the input is */
function write(target: TargetName, { seed: ofInput, error, extension, content }: Failure): string {
  mkdirSync(out, { recursive: true });
  const path = join(out, `${target}-${ofInput}${extension}`);
  writeFileSync(path, content);
  writeFileSync(`${path}.error.txt`, `${error}\n`);
  return path;
}
