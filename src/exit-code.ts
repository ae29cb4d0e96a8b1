import { UserError } from './errors.ts';

/** Only a person can mend it: a supervisor that starts the bot again changes nothing. */
export const MEND_FIRST = 1;
/** `EX_TEMPFAIL` of sysexits.h: starting the bot again may well help. */
export const TRY_AGAIN = 75;

/** Errors that pass: of the network, of Discord, of the hub, of memory. */
const PASSING = new Set(['DISCORD_UNREACHABLE', 'DISCORD_REFUSED', 'MODEL_UNAVAILABLE', 'BUILD_DIED']);

/** The exit code that tells a supervisor whether a restart may mend what ended the bot. */
export function exitCodeFor(error: unknown): typeof MEND_FIRST | typeof TRY_AGAIN {
  return error instanceof UserError && !PASSING.has(error.code) ? MEND_FIRST : TRY_AGAIN;
}
