import { writeFileSync } from 'node:fs';
import { systemErrorCode, UserError } from '../errors.ts';

/**
 * Asked before work that takes long, whose result is to be written there. Makes the file when it is missing; one that
 * is there keeps its content, for the work may fail.
 *
 * @throws UserError `OUT_NOT_WRITABLE`
 */
export function mustBeWritable(path: string): void {
  try {
    writeFileSync(path, '', { flag: 'a' });
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new UserError(
      'OUT_NOT_WRITABLE',
      `${path} cannot be written (${code}).`,
      'Name a file that can be.',
    );
  }
}
