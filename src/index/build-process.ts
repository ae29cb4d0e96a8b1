import { UserError } from '../errors.ts';
import { buildIndex } from './build.ts';
import type { BuilderMessage } from './build-in-child.ts';
import type { BuildOptions } from './build-options.ts';

// Run by buildInChild. It ends with its parent: nobody else would read what it says.
process.on('disconnect', () => process.exit(1));
process.once('message', (options: BuildOptions) => void run(options));

async function run(options: BuildOptions): Promise<void> {
  let message: BuilderMessage;
  try {
    message = {
      type: 'report',
      report: await buildIndex(options, (progress) => send({ type: 'progress', progress })),
    };
  } catch (error) {
    if (error instanceof UserError) {
      const { code, message: text, hint } = error;
      message = { type: 'user-error', code, message: text, hint };
    } else
      message = {
        type: 'bug',
        stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
  }
  process.send?.(message, () => process.exit(0));
}

/** Whether it arrives does not matter: a parent that is gone ends this process by its disconnecting. */
function send(message: BuilderMessage): void {
  process.send?.(message, () => undefined);
}
