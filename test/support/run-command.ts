import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE } from './models.ts';

/** What commands-in-turn.ts is asked: a command's file, and what its process would be given. */
export interface Task {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** How a command ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = join(import.meta.dirname, '../..');

const pathOf = (name: string): string => join(ROOT, 'src/cli', `${name}.ts`);

const environment = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  CORPUS_DIR: SAMPLE.corpusDir,
  EMBEDDINGS_DIR: SAMPLE.embeddingsDir,
  EMBEDDING_MODEL: '',
  ...more,
});

/** Runs a command of src/cli as npm does, over the sample corpus unless the environment says otherwise. */
export function runCommand(
  name: string,
  args: readonly string[],
  { env = {}, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx/esm', pathOf(name), ...args], {
      cwd: ROOT,
      env: environment(env),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

/**
 * Runs commands one after another in one process, which spares the half second that each would take to start: for
 * cases of which another shows that the process ends as the command says.
 */
export function runInTurn(
  commands: readonly {
    readonly name: string;
    readonly args: readonly string[];
    readonly env?: NodeJS.ProcessEnv;
  }[],
): Promise<Run[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./commands-in-turn.ts', import.meta.url)), {
      cwd: ROOT,
      env: environment({}),
      execArgv: ['--import', 'tsx/esm'],
    });
    child.on('message', (runs) => resolve(runs as Run[]));
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`The commands ended early, with ${code ?? 'a signal'}.`)));
    const tasks = commands.map(({ name, args, env = {} }): Task => ({ path: pathOf(name), args, env }));
    child.send(tasks);
  });
}
