import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { delimiter } from 'node:path';
import { VARIABLES } from '../../src/config.ts';

const IS_WINDOWS = process.platform === 'win32';

/** Longest time for a command that is expected to take none to speak of, in seconds; slow machines included. */
const USUAL_LIMIT = 120;

/** What a command did not do. */
export class Unmet extends Error {}

export interface Expected {
  /** Exit code, 0 unless said otherwise. */
  readonly code?: number;
  /** On stdout. */
  readonly prints?: readonly (string | RegExp)[];
  /** On stderr. */
  readonly complains?: readonly (string | RegExp)[];
  /** Seconds within which it must end. */
  readonly limit?: number;
}

/** A line typed into the system's shell. */
export class TypedCommand {
  readonly line: string;
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #closed: Promise<void>;
  #isClosed = false;

  constructor(line: string, folder: string, input: string) {
    this.line = line;
    // A group of its own, so that npm, its shell and Node.js can be told to end together.
    this.#child = spawn(line, {
      cwd: folder,
      env: newcomersEnvironment(),
      shell: true,
      detached: !IS_WINDOWS,
    });
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    // A command that does not read its input may be gone before it has it.
    this.#child.stdin!.on('error', () => undefined).end(input);
    this.#closed = new Promise((resolve) =>
      this.#child.on('close', () => {
        this.#isClosed = true;
        resolve();
      }),
    );
  }

  /** What the command itself wrote to stdout, below the two lines in which npm says what it runs. */
  get printed(): string {
    return this.stdout.replaceAll('\r\n', '\n').replace(/^[^]*?^> .*\n> .*\n\n/m, '');
  }

  /** @throws Unmet */
  must(isSo: boolean, what: string): void {
    if (!isSo) throw new Unmet(what);
  }

  /**
   * Waits until it has printed something.
   *
   * @throws Unmet
   */
  async until(printed: string, seconds = USUAL_LIMIT): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!this.stdout.includes(printed)) {
      this.must(!this.#isClosed && Date.now() < end, `"${printed}" on stdout within ${seconds} s`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /**
   * Waits for the end of all its processes.
   *
   * @throws Unmet
   */
  async end({ code = 0, prints = [], complains = [], limit = USUAL_LIMIT }: Expected = {}): Promise<void> {
    await this.#close(limit);
    this.must(this.#child.exitCode === code, `exit code ${code}, not ${this.#ending}`);
    for (const one of prints) this.must(holds(this.printed, one), `on stdout: ${one}`);
    for (const one of complains) this.must(holds(this.stderr, one), `on stderr: ${one}`);
  }

  /**
   * Presses Ctrl-C, which a terminal tells to all processes of a command, and waits for their end.
   *
   * @throws Unmet
   */
  async interrupt(limit = 30): Promise<void> {
    this.#signal('SIGINT');
    await this.#close(limit);
    // Some systems' sh, which npm runs a script by, dies of the signal itself, and npm then tells of that instead of
    // the script's exit code. On Windows, only force ends the processes of another console.
    const isWell = this.#child.exitCode === 0 || this.#child.signalCode === 'SIGINT' || IS_WINDOWS;
    this.must(isWell, `exit code 0 or the end by SIGINT, not ${this.#ending}`);
  }

  /** Ends what is left of it. */
  kill(): void {
    if (!this.#isClosed) this.#signal('SIGKILL');
  }

  get #ending(): string {
    const { exitCode, signalCode } = this.#child;
    return String(exitCode ?? signalCode);
  }

  async #close(limit: number): Promise<void> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.kill();
    }, limit * 1000);
    await this.#closed;
    clearTimeout(timer);
    this.must(!isLate, `its end within ${limit} s`);
  }

  #signal(signal: 'SIGINT' | 'SIGKILL'): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    if (IS_WINDOWS) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    else {
      try {
        process.kill(-pid, signal);
      } catch {
        // They have ended meanwhile.
      }
    }
  }
}

function holds(text: string, what: string | RegExp): boolean {
  return typeof what === 'string' ? text.includes(what) : what.test(text);
}

/** The environment without what this project, its developers and the `npm run` around this process have set. */
function newcomersEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {};
  for (const [name, value = ''] of Object.entries(process.env)) {
    const upper = name.toUpperCase();
    const isOurs = (VARIABLES as readonly string[]).includes(upper) || upper === 'FORCE_COLOR';
    if (isOurs || upper === 'INIT_CWD' || /^npm_(?!config_)/i.test(name)) continue;
    environment[name] = upper === 'PATH' ? withoutOurCommands(value) : value;
  }
  // README shows output without colours.
  return { ...environment, NO_COLOR: '1' };
}

/** `npm run` puts the commands of this folder's packages before all others. */
function withoutOurCommands(path: string): string {
  const folders = path.split(delimiter);
  return folders.filter((folder) => !/node_modules[\\/]\.bin$/.test(folder)).join(delimiter);
}
