import { fork, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchBuild } from '../bench/build-bench.ts';
import { latencyChart } from '../bench/chart.ts';
import { benchKills } from '../bench/kill-bench.ts';
import type { SearchFigures, SearchTask } from '../bench/search-process.ts';
import type { Config } from '../config.ts';
import { percentile } from '../evaluation/measures.ts';
import { EXIT } from '../exit-code.ts';
import { command, run, wholeNumber } from './command.ts';
import { openForTerminal } from './open-for-terminal.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const program = command(
  'bench',
  'Measures speed and memory beside the bare parts, and kills builds. Quiet machines give steady figures.',
)
  .option(
    '--sizes <numbers>',
    'passages to search among, with generated vectors, up to 1000000',
    (value) => value.split(',').map(wholeNumber(10, 1_000_000)),
    [1000, 10_000],
  )
  .option('--build <number>', 'passages to build, with the real model', wholeNumber(10, 1_000_000), 2000)
  .option('--kills <number>', 'builds to kill at random moments', wholeNumber(0, 1000), 50)
  .option('--starts <number>', 'times to start ask and the bare model', wholeNumber(1, 1000), 7)
  .option('--svg <file>', 'write a chart of latency against size');

await run(program, async (config) => {
  const folder = join(config.embeddingsDir, 'bench');
  try {
    return (await bench(config, folder)) ? EXIT.done : EXIT.userError;
  } finally {
    // Nothing of it is used again, and a million passages take gigabytes.
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @returns whether nothing was found broken */
async function bench(config: Config, folder: string): Promise<boolean> {
  const options = program.opts<{
    sizes: number[];
    build: number;
    kills: number;
    starts: number;
    svg?: string;
  }>();
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(
    `Node.js ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads\n`,
  );

  (await openForTerminal(config)).close();
  const start = startTimes(config.modelsDir, options.starts);
  say(`ask, warm index:         ${start.ask.toFixed(0)} ms from start to exit`);
  say(
    `bare model and question: ${start.bare.toFixed(0)} ms; ratio ${(start.ask / start.bare).toFixed(2)} (median of ${options.starts} pairs)\n`,
  );

  const build = await benchBuild(options.build, join(folder, 'build'), config.modelsDir);
  say(
    `full build:       ${build.fullBuild.toFixed(1)} s for ${build.passages} passages, ${build.windows} windows`,
  );
  say(
    `bare embedding:   ${build.bareEmbedding.toFixed(1)} s for loading the model and the same windows; the build runs at ${(build.bareEmbedding / build.fullBuild).toFixed(2)} of its rate`,
  );
  say(
    `1 % changed:      ${build.rebuild.toFixed(1)} s, ${((100 * build.rebuild) / build.fullBuild).toFixed(1)} % of the full build`,
  );
  say(`tokens embedded:  ${build.tokenRatio.toFixed(2)} times those of one vector a passage\n`);

  let broken = 0;
  if (options.kills > 0) {
    const killed = await benchKills(options.kills, join(folder, 'kills'), config.modelsDir);
    broken = killed.broken;
    say(
      `builds killed at ${options.kills} random moments: ${killed.left} left the old index, ${killed.published} the new one, ${broken} neither\n`,
    );
  }

  const figures: SearchFigures[] = [];
  for (const size of options.sizes) {
    const task = { passages: size, folder: join(folder, `search-${size}`), modelsDir: config.modelsDir };
    const built = (await inProcess('build', task)) as object;
    const f = { ...built, ...((await inProcess('measure', task)) as object) } as SearchFigures;
    figures.push(f);
    say(`${f.passages} passages, ${f.windows} windows (generated vectors)`);
    say(
      `  written at ${f.insertsPerSecond.toFixed(0)} windows/s, with ${mega(f.buildPeakBytes)} MB at most; opened in ${f.openMs.toFixed(0)} ms, ${mega(f.openBytes)} MB more, ${(f.openBytes / f.vectorBytes).toFixed(2)} of the vectors' bytes`,
    );
    say(
      `  question p50 ${f.askP50.toFixed(2)} ms, p95 ${f.askP95.toFixed(2)} ms; embedding it ${f.embedP50.toFixed(2)} ms; ratio ${(f.askP50 / f.embedP50).toFixed(2)}`,
    );
    say(`  recall@10 of the graph against exact search ${f.recallAt10.toFixed(3)}`);
  }
  if (options.svg !== undefined) writeFileSync(options.svg, latencyChart(figures));
  return broken === 0;
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** Whole processes, in turn, so that a machine that slows down slows both; milliseconds. */
function startTimes(modelsDir: string, runs: number): { ask: number; bare: number } {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const commands = {
    bare: [at('../bench/bare-start.mjs'), modelsDir],
    ask: [...scriptArguments('ask'), 'when did the Ganja strike happen'],
  };
  const times: { ask: number[]; bare: number[] } = { ask: [], bare: [] };
  for (let i = 0; i <= runs; i++) {
    for (const name of ['bare', 'ask'] as const) {
      const started = performance.now();
      const { status, stderr } = spawnSync(process.execPath, commands[name], {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      // Somebody else's documents need not hold an answer, which takes as long to find out.
      if (status !== EXIT.done && status !== EXIT.nothingFound)
        throw new Error(`The benchmark's ${name} failed: ${stderr.toString()}`);
      // The first of each only warms the disk's cache.
      if (i > 0) times[name].push(performance.now() - started);
    }
  }
  return { ask: percentile(times.ask, 0.5), bare: percentile(times.bare, 0.5) };
}

/** Of Node.js, as package.json runs a script. */
function scriptArguments(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return scripts[name]!.split(' ').slice(1);
}

function inProcess(step: 'build' | 'measure', task: SearchTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('../bench/search-process.ts', import.meta.url)), {
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
