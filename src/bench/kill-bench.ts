import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from '../index/build-options.ts';
import { currentGeneration } from '../index/generations.ts';
import { OpenIndex } from '../index/open-index.ts';

/** How many killed builds left which of the two corpora answering. */
export interface KillFigures {
  /** The one that answered before the build. */
  readonly left: number;
  /** The one that was being built: it was published before the kill. */
  readonly published: number;
  /** Neither, or something of both. */
  readonly broken: number;
}

const FILES = 20;
/** Of a build's time nothing is written in the first part: its process starts. */
const FROM = 0.3;
const CORPORA = ['Old', 'New'] as const;

/**
 * Builds one corpus over the other again and again, each time killed (SIGKILL) at a random moment, and looks which of
 * them answers. At the end a build is let through and must be whole.
 *
 * @param folder is emptied first
 * @throws Error when the last build is not whole
 */
export async function benchKills(kills: number, folder: string, modelsDir: string): Promise<KillFigures> {
  rmSync(folder, { recursive: true, force: true });
  const corpusDir = join(folder, 'corpus');
  mkdirSync(corpusDir, { recursive: true });
  const options = { corpusDir, embeddingsDir: join(folder, 'embeddings'), modelsDir, embeddingModel: '' };

  write('Old', corpusDir);
  const started = performance.now();
  await once(startBuild(options), 'exit');
  const whole = performance.now() - started;

  let answering: string = 'Old';
  const figures = { left: 0, published: 0, broken: 0 };
  for (let i = 0; i < kills; i++) {
    const [next] = CORPORA.filter((name) => name !== answering);
    write(next!, corpusDir);
    const child = startBuild(options);
    const exited = once(child, 'exit');
    await sleep(whole * (FROM + (1 - FROM) * Math.random()));
    child.kill('SIGKILL');
    await exited;
    const found = await whichAnswers(options);
    figures[found === answering ? 'left' : found === next ? 'published' : 'broken'] += 1;
    if (found !== undefined) answering = found;
  }
  write('New', corpusDir);
  await once(startBuild(options), 'exit');
  if ((await whichAnswers(options)) !== 'New')
    throw new Error('A build after those that were killed is not whole.');
  return figures;
}

/** A build in a process of its own, without anybody who waits for it. */
export function startBuild(options: BuildOptions): ChildProcess {
  const child = fork(fileURLToPath(new URL('../index/build-process.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx/esm')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(options);
  return child;
}

function write(name: (typeof CORPORA)[number], corpusDir: string): void {
  for (let i = 0; i < FILES; i++)
    writeFileSync(join(corpusDir, `${i}.txt`), `${name} text with the number ${i}.\n\nIt tells of ${i * 9}.`);
}

/** The corpus that all documents of the index are of; `undefined` where it cannot be opened or mixes them. */
async function whichAnswers({ embeddingsDir }: BuildOptions): Promise<string | undefined> {
  const generation = currentGeneration(embeddingsDir);
  if (generation === undefined) return undefined;
  try {
    const index = await OpenIndex.open(embeddingsDir, generation);
    const names = index.documents().map(({ source }) => index.text(source)!.slice(0, CORPORA[0].length));
    index.close();
    return names.length === FILES && new Set(names).size === 1 ? names[0] : undefined;
  } catch {
    return undefined;
  }
}
