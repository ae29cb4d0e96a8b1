import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** `npm start` without npm, with what it writes. */
export interface BotProcess {
  readonly child: ChildProcess;
  output: string;
  errors: string;
  readonly exit: Promise<number | null>;
}

/** @param stdout a file descriptor for its log to go to instead of `output` */
export function startBotProcess(
  environment: Readonly<Record<string, string>>,
  { stdout }: { readonly stdout?: number } = {},
): BotProcess {
  const child = spawn(process.execPath, ['--import', 'tsx/esm', 'src/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'debug', ...environment },
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
  });
  const bot: BotProcess = {
    child,
    output: '',
    errors: '',
    exit: new Promise((resolve) => child.on('close', (code) => resolve(code))),
  };
  child.stdout?.on('data', (data: Buffer) => (bot.output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (bot.errors += data.toString()));
  return bot;
}
