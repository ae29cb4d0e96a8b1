import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';
import { standings } from '../bench/bars.ts';
import { benchBuild, type BuildFigures } from '../bench/build-bench.ts';
import { latencyChart } from '../bench/chart.ts';
import { benchKills, type KillFigures, type KillOutcomes } from '../bench/kill-bench.ts';
import { benchSearch } from '../bench/search-bench.ts';
import type { SearchFigures } from '../bench/search-process.ts';
import { benchStarts, type StartFigures } from '../bench/start-bench.ts';
import type { Config } from '../config.ts';
import { EXIT } from '../exit-code.ts';
import { visibleOnOneLine } from '../language/visible.ts';
import { barsTable } from './bars-table.ts';
import { command, run, wholeNumber } from './command.ts';
import { mustBeWritable } from './must-be-writable.ts';
import { openForTerminal } from './open-for-terminal.ts';

interface BenchOptions {
  readonly sizes: number[];
  readonly build: number;
  readonly kills: number;
  readonly starts: number;
  readonly svg?: string;
  readonly full?: true;
}

/** What `--full` stands for, but for the chart: all that a bar is for, and the largest index there is. */
const FULL = { sizes: [1000, 10_000, 100_000, 1_000_000], build: 10_000, kills: 50, starts: 15 };
const CHART = 'latency.svg';

const program = command(
  'bench',
  'Measures speed and memory beside the bare parts, kills builds, and says how the figures stand against their bars. ' +
    'Quiet machines give steady figures.',
)
  .option(
    '--sizes <numbers>',
    'passages to search among, with generated vectors, up to 1000000',
    (value) => value.split(',').map(wholeNumber(10, 1_000_000)),
    [1000, 10_000],
  )
  .option('--build <number>', 'passages to build, with the real model', wholeNumber(10, 1_000_000), 2000)
  .option(
    '--kills <number>',
    'builds to kill at random moments, every third while it publishes',
    wholeNumber(0, 1000),
    50,
  )
  .option('--starts <number>', 'times to start ask and the bare model', wholeNumber(1, 1000), 7)
  .option('--svg <file>', 'write a chart of latency against size')
  .addOption(
    new Option(
      '--full',
      `everything, in about an hour and 8 GB of disk: ${asOptions(FULL)}, and the chart as ${CHART} ` +
        'in the embeddings folder; options that are given beside it win',
    ).implies(FULL),
  );

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
async function bench({ modelsDir, ...config }: Config, folder: string): Promise<boolean> {
  const options = program.opts<BenchOptions>();
  say(
    `Node.js ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads\n`,
  );
  (await openForTerminal({ modelsDir, ...config })).close();
  const svg = options.svg ?? (options.full ? join(config.embeddingsDir, CHART) : undefined);
  if (svg !== undefined) mustBeWritable(svg);

  const starts = benchStarts(options.starts, modelsDir);
  sayStarts(starts, options.starts);
  const build = await benchBuild(options.build, join(folder, 'build'), modelsDir);
  sayBuild(build);
  let kills: KillFigures | undefined;
  if (options.kills > 0) {
    kills = await benchKills(options.kills, join(folder, 'kills'), modelsDir);
    say(`builds killed at any moment:      ${counted(kills.anyMoment)}`);
    say(`builds killed while they publish: ${counted(kills.publishing)}\n`);
  }
  const searches: SearchFigures[] = [];
  for (const passages of options.sizes) {
    const figures = await benchSearch({ passages, folder: join(folder, `search-${passages}`), modelsDir });
    searches.push(figures);
    saySearch(figures);
  }
  say(`\n${barsTable(standings({ starts, build, kills, searches }))}`);
  if (svg !== undefined) {
    writeFileSync(svg, latencyChart(searches));
    say(`The chart is in ${visibleOnOneLine(svg)}.`);
  }
  return kills === undefined || kills.anyMoment.broken + kills.publishing.broken === 0;
}

function sayStarts({ ask, bare }: StartFigures, pairs: number): void {
  say(`ask, warm index:         ${ask.toFixed(0)} ms from start to exit`);
  say(
    `bare model and question: ${bare.toFixed(0)} ms; ratio ${(ask / bare).toFixed(2)} (median of ${pairs} pairs)\n`,
  );
}

function sayBuild(f: BuildFigures): void {
  say(`full build:       ${f.fullBuild.toFixed(1)} s for ${f.passages} passages, ${f.windows} windows`);
  say(
    `bare embedding:   ${f.bareEmbedding.toFixed(1)} s for loading the model and the same windows; the build runs at ${(f.bareEmbedding / f.fullBuild).toFixed(2)} of its rate`,
  );
  const changed = `${+(100 * f.changed).toFixed(1)} % changed:`.padEnd(17);
  say(
    `${changed} ${f.rebuild.toFixed(1)} s, ${((100 * f.rebuild) / f.fullBuild).toFixed(1)} % of the full build`,
  );
  say(`tokens embedded:  ${f.tokenRatio.toFixed(2)} times those of one vector a passage\n`);
}

function counted({ left, published, broken }: KillOutcomes): string {
  return `${left + published + broken}; ${left} left the old index, ${published} the new one, ${broken} neither`;
}

function saySearch(f: SearchFigures): void {
  say(`${f.passages} passages, ${f.windows} windows (generated vectors)`);
  say(
    `  written at ${f.insertsPerSecond.toFixed(0)} windows/s, with ${mega(f.buildPeakBytes)} MB at most; opened in ${f.openMs.toFixed(0)} ms, ${mega(f.openBytes)} MB more, ${(f.openBytes / f.vectorBytes).toFixed(2)} of the vectors' bytes`,
  );
  say(
    `  question p50 ${f.askP50.toFixed(2)} ms, p95 ${f.askP95.toFixed(2)} ms; embedding it ${f.embedP50.toFixed(2)} ms; ratio ${(f.askP50 / f.embedP50).toFixed(2)}`,
  );
  say(`  recall@10 of the graph against exact search ${f.recallAt10.toFixed(3)}`);
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** As they are typed. */
function asOptions(values: object): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name} ${String(value)}`)
    .join(' ');
}
