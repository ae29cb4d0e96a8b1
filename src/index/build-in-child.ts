import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import { visibleOnOneLine } from '../language/visible.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildProgress, BuildReport } from './build-report.ts';

/** What the build process says to its parent. */
export type BuilderMessage =
  | { readonly type: 'progress'; readonly progress: BuildProgress }
  | { readonly type: 'report'; readonly report: BuildReport }
  | { readonly type: 'user-error'; readonly code: string; readonly message: string; readonly hint: string }
  | { readonly type: 'bug'; readonly stack: string };

/** What the process that starts a build hears of it, and how it ends it. */
export interface ChildOptions {
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Ends the build; the index stays as it was. */
  readonly signal?: AbortSignal;
}

/**
 * Runs {@link buildIndex} in a process of its own: embedding blocks a thread for minutes, and what a hostile
 * file does to memory must not be done to the bot.
 *
 * @throws UserError as buildIndex does, and `BUILD_DIED` when the process ended without a word
 */
export function buildInChild(build: BuildOptions, options: ChildOptions = {}): Promise<BuildReport> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./build-process.ts', import.meta.url)), {
      execArgv: ['--import', import.meta.resolve('tsx/esm')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      ...(options.signal ? { signal: options.signal } : {}),
    });
    let atFile: string | undefined;
    child.on('message', (message: BuilderMessage) => {
      if (message.type === 'progress') {
        atFile = message.progress.source;
        options.onProgress?.(message.progress);
      } else if (message.type === 'report') resolve(message.report);
      else if (message.type === 'user-error')
        reject(new UserError(message.code, message.message, message.hint));
      else reject(new Error(`The build failed: ${message.stack}`));
    });
    child.on('error', reject);
    // Not `exit`, which may come before the last message.
    child.on('close', (code, signal) =>
      reject(
        new UserError(
          'BUILD_DIED',
          `The build of the index ended before it was done (${signal ?? `exit code ${code ?? 'unknown'}`})` +
            `${atFile === undefined ? '' : `, at ${visibleOnOneLine(atFile)}`}.`,
          'The last good index is untouched. Free some memory' +
            (atFile === undefined ? '.' : ', or take that file out of the corpus.'),
        ),
      ),
    );
    child.send(build);
  });
}
