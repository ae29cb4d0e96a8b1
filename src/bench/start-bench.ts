import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { percentile } from '../evaluation/measures.ts';
import { EXIT } from '../exit-code.ts';

/** Medians from start to exit, in ms. */
export interface StartFigures {
  /** `npm run ask` without npm, when the index is up to date. */
  readonly ask: number;
  /** Loading the model and embedding the question, without anything else. */
  readonly bare: number;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BARE_START = fileURLToPath(new URL('bare-start.mjs', import.meta.url));

/** Times whole processes, in turn, so that a machine that slows down slows both. The index must be there. */
export function benchStarts(runs: number, modelsDir: string): StartFigures {
  const commands = {
    bare: [BARE_START, modelsDir],
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
