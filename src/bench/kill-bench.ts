import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildInChild, type BuilderMessage } from '../index/build-in-child.ts';
import type { BuildOptions } from '../index/build-options.ts';
import { currentGeneration } from '../index/generations.ts';
import { OpenIndex } from '../index/open-index.ts';

/** How many killed builds left which of the two corpora answering. */
export interface KillOutcomes {
  /** The one that answered before the build. */
  readonly left: number;
  /** The one that was being built: it was published before the kill. */
  readonly published: number;
  /** Neither, or something of both. */
  readonly broken: number;
}

/** What builds left, by when they were killed. */
export interface KillFigures {
  readonly anyMoment: KillOutcomes;
  /** All is written; it is brought to the disk and becomes what answers. */
  readonly publishing: KillOutcomes;
}

/** How long a build takes, and the publishing at its end; ms. */
interface BuildTimes {
  readonly whole: number;
  readonly publishing: number;
}

const FILES = 20;
/** Of a build's time nothing is written in the first part: its process starts. */
const FROM = 0.3;
/** Publishing is so short a part of a build that hardly any moment falls into it: every third kill is aimed there. */
const PUBLISHING_EVERY = 3;
/** Moments of publishing are first drawn from so many times the time that it took once: a disk may take longer. */
const FIRST_WINDOW = 2;
/**
 * How much longer that time is made after a kill that came before the new index answered, and shorter after one that
 * came later: about as many come before as after, however long a disk takes.
 */
const STEP = 1.25;
const CORPORA = ['Old', 'New'] as const;

/**
 * Builds one corpus over the other again and again, each time killed (SIGKILL) at a random moment, every third time of
 * the publishing alone, and looks which of them answers. At the end a build is let through and must be whole.
 *
 * @param folder is emptied first
 * @throws Error when the last build is not whole
 */
export async function benchKills(kills: number, folder: string, modelsDir: string): Promise<KillFigures> {
  rmSync(folder, { recursive: true, force: true });
  const corpusDir = join(folder, 'corpus');
  mkdirSync(corpusDir, { recursive: true });
  const options = { corpusDir, embeddingsDir: join(folder, 'embeddings'), modelsDir, embeddingModel: '' };

  write('New', corpusDir);
  await buildInChild(options);
  // Those that are killed are built over another too.
  write('Old', corpusDir);
  const { whole, publishing } = await timeBuild(options);
  let window = FIRST_WINDOW * publishing;

  let answering: string = 'Old';
  const figures = {
    anyMoment: { left: 0, published: 0, broken: 0 },
    publishing: { left: 0, published: 0, broken: 0 },
  };
  for (let i = 1; i <= kills; i++) {
    const [next] = CORPORA.filter((name) => name !== answering);
    write(next!, corpusDir);
    const when = i % PUBLISHING_EVERY === 0 ? 'publishing' : 'anyMoment';
    await killedBuild(options, when, { whole, publishing: window });
    const found = await whichAnswers(options);
    if (when === 'publishing') window *= found === next ? 1 / STEP : STEP;
    figures[when][found === answering ? 'left' : found === next ? 'published' : 'broken'] += 1;
    if (found !== undefined) answering = found;
  }
  write('New', corpusDir);
  await buildInChild(options);
  if ((await whichAnswers(options)) !== 'New')
    throw new Error('A build after those that were killed is not whole.');
  return figures;
}

async function timeBuild(options: BuildOptions): Promise<BuildTimes> {
  const started = performance.now();
  let publishing = started;
  await buildInChild(options, {
    onProgress: ({ phase }) => {
      if (phase === 'writing') publishing = performance.now();
    },
  });
  const ended = performance.now();
  return { whole: ended - started, publishing: ended - publishing };
}

/** Over when the build's process is, which may have ended a moment before it was to be killed. */
async function killedBuild(options: BuildOptions, when: keyof KillFigures, times: BuildTimes): Promise<void> {
  const child = startBuild(options);
  const exited = once(child, 'exit');
  const moment = when === 'publishing' ? momentOfPublishing(child, times) : momentOfBuild(times);
  await Promise.race([moment, exited]);
  child.kill('SIGKILL');
  await exited;
}

async function momentOfBuild({ whole }: BuildTimes): Promise<void> {
  await sleep(whole * (FROM + (1 - FROM) * Math.random()));
}

/** From when this very build says so: how long one takes until then varies by more than publishing takes. */
async function momentOfPublishing(child: ChildProcess, { publishing }: BuildTimes): Promise<void> {
  await new Promise<void>((resolve) => {
    child.on('message', (message: BuilderMessage) => {
      if (message.type === 'progress' && message.progress.phase === 'writing') resolve();
    });
  });
  await sleep(publishing * Math.random());
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
