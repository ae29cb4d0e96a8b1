import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Delays, MeterMessage, MeterRequest, Phase } from './meter.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface MemorySample {
  /** How many questions had been asked. */
  readonly asked: number;
  /** Bytes. */
  readonly rss: number;
  readonly heapUsed: number;
}

/** A process such as the bot, as it is run, with a meter inside. */
export class BotProcess {
  readonly samples: MemorySample[] = [];
  /** Lines of its log that tell of a bug. */
  readonly errors: string[] = [];
  stderr = '';
  readonly exit: Promise<number | null>;
  readonly #child: ChildProcess;
  #onDelays: (delays: Delays) => void = () => undefined;

  /**
   * @param main what Node.js is to run
   * @param asked how many questions have been asked so far
   */
  constructor(main: readonly string[], environment: Readonly<Record<string, string>>, asked: () => number) {
    const meter = import.meta.resolve('./meter.ts');
    this.#child = spawn(process.execPath, ['--import', 'tsx/esm', '--import', meter, ...main], {
      cwd: ROOT,
      env: { ...process.env, LOG_LEVEL: 'warn', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.on('message', (message: MeterMessage) => {
      if (message.type === 'delays') this.#onDelays(message.delays);
      else this.samples.push({ asked: asked(), rss: message.rss, heapUsed: message.heapUsed });
    });
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (/"level":[56]0/.test(line)) this.errors.push(line);
    });
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exit = new Promise((resolve) => this.#child.on('close', resolve));
  }

  enter(phase: Phase): void {
    this.#ask({ phase });
  }

  delays(): Promise<Delays> {
    return new Promise((resolve) => {
      this.#onDelays = resolve;
      this.#ask({ report: true });
    });
  }

  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    this.#child.kill(signal);
  }

  #ask(request: MeterRequest): void {
    if (this.#child.connected) this.#child.send(request);
  }
}
