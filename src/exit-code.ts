import { UserError } from './errors.ts';

/** A setting, the token, the network or the index is not as it must be; one line of the log says which. */
export const MEND_FIRST = 1;
/** `EX_TEMPFAIL` of sysexits.h: the bot ended itself or broke, and starting it again may well help. */
export const TRY_AGAIN = 75;

/** The exit code that tells a supervisor what ended the bot. */
export function exitCodeFor(error: unknown): typeof MEND_FIRST | typeof TRY_AGAIN {
  return error instanceof UserError ? MEND_FIRST : TRY_AGAIN;
}
