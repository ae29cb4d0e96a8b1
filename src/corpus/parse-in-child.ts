import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ParsedDocument } from './document.ts';
import { PassingRefusalError, RefusedFileError } from './refused-file.ts';
import type { SkipReason } from './skip-reason.ts';

/** What the parser process is asked. */
export interface ParseRequest {
  /** With its dot. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** What it answers: a document, or why the file is refused. */
export type ParseAnswer =
  | { readonly type: 'parsed'; readonly parsed: ParsedDocument }
  | { readonly type: 'refused'; readonly reason: SkipReason };

/** What parsing may cost. */
export interface ParseLimits {
  /** For one file. */
  readonly seconds: number;
  /** Of the whole process, in MB; its JavaScript heap may take {@link HEAP_SHARE}. */
  readonly memory: number;
}

/** A PDF of 2,000 pages takes a tenth of this; what takes more is hostile. */
const PARSE_LIMITS: ParseLimits = { seconds: 60, memory: 1024 };
/** Of the memory of the whole process. */
const HEAP_SHARE = 0.75;

/**
 * By which the watch in parser-process.ts ends its process for its memory. Not by SIGKILL, by which the system ends
 * processes for what others take.
 */
export const TOO_BIG: NodeJS.Signals = process.platform === 'win32' ? 'SIGKILL' : 'SIGUSR2';
/** How a process ends that the watch or V8 ended for its memory. */
const OUT_OF_MEMORY = {
  signals: new Set<string>([TOO_BIG, 'SIGABRT', 'SIGTRAP']),
  codes: new Set([133, 134]),
};
/** The loader by which Node.js runs TypeScript. import.meta.resolve is missing in test runners. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href;

/**
 * Parses files in a process of their own that may die: one hostile file costs bounded time and memory, and
 * nothing else. The process is started by the first file, kept for the next ones, parses one at a time, does
 * not keep this process alive, and ends with it.
 */
export class ChildParser {
  readonly #limits: ParseLimits;
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param limits others than those of a build; for tests */
  constructor(limits: ParseLimits = PARSE_LIMITS) {
    this.#limits = limits;
  }

  /**
   * @throws RefusedFileError for what the format's parser refuses, PassingRefusalError for what it cannot cope with
   */
  parse(extension: string, bytes: Uint8Array): Promise<ParsedDocument> {
    const result = this.#last.then(() => this.#parseNext({ extension, bytes }));
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Ends the process; the next file starts another. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #parseNext(request: ParseRequest): Promise<ParsedDocument> {
    const isFresh = !this.#child;
    try {
      return await this.#parse(request);
    } catch (error) {
      // What files before it left behind may have filled the memory; or somebody else killed the process.
      const isOfFile = isFresh && !(error instanceof ParserKilledError);
      if (isOfFile || !(error instanceof ParserDiedError)) throw error;
      return await this.#parse(request);
    }
  }

  #parse(request: ParseRequest): Promise<ParsedDocument> {
    const { seconds, memory } = this.#limits;
    const child = (this.#child ??= start(this.#limits));
    return new Promise((resolve, reject) => {
      const drop = (error: Error): void => {
        settle();
        child.kill('SIGKILL');
        if (this.#child === child) this.#child = undefined;
        reject(error);
      };
      const onMessage = (answer: ParseAnswer): void => {
        settle();
        if (answer.type === 'parsed') resolve(answer.parsed);
        else reject(new RefusedFileError(answer.reason.code, answer.reason.detail));
      };
      const onExit = (code: number | null, signal: string | null): void => {
        const isMemory = OUT_OF_MEMORY.signals.has(signal ?? '') || OUT_OF_MEMORY.codes.has(code ?? 0);
        if (isMemory) drop(new ParserDiedError('parser-out-of-memory', `${memory} MB`));
        else if (signal === 'SIGKILL') drop(new ParserKilledError('parser-killed', signal));
        else drop(new ParserDiedError('parser-broken', String(signal ?? code)));
      };
      const settle = (): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit).off('error', drop);
      };
      const timer = setTimeout(
        () => drop(new PassingRefusalError('parser-too-slow', `${seconds} s`)),
        seconds * 1000,
      );
      child.on('message', onMessage).on('exit', onExit).on('error', drop);
      child.send(request, (error) => {
        if (error && this.#child === child) drop(new ParserKilledError('parser-unreachable', error.message));
      });
    });
  }
}

/** The process ended, or could not be reached, while it parsed. */
class ParserDiedError extends PassingRefusalError {}

/** By somebody else, as far as is known. */
class ParserKilledError extends ParserDiedError {}

function start({ memory }: ParseLimits): ChildProcess {
  const child = fork(fileURLToPath(new URL('./parser-process.ts', import.meta.url)), [String(memory)], {
    execArgv: ['--import', TSX, `--max-old-space-size=${Math.ceil(memory * HEAP_SHARE)}`],
    // What parsers and V8 print about bad files is of no use to anyone.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // One that is killed while it is written to says so a second time, when nobody listens any more.
  child.on('error', () => undefined);
  child.unref();
  child.channel?.unref();
  return child;
}
