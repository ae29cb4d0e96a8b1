import { UserError } from './errors.ts';

/** What the bot and the commands end with. */
export const EXIT = {
  done: 0,
  /** A setting, the token, the network or the index is not as it must be; a line on stderr or in the log says which. */
  userError: 1,
  /** Arguments that a command does not take. */
  badUsage: 2,
  nothingFound: 3,
  /** `EX_TEMPFAIL` of sysexits.h: the bot ended itself or broke, and starting it again may well help. */
  tryAgain: 75,
  /** 128 and the number of SIGINT: a second signal ended the bot before it had finished. */
  interrupted: 130,
} as const;

/** The exit code that tells a supervisor what ended the bot. */
export function exitCodeFor(error: unknown): typeof EXIT.userError | typeof EXIT.tryAgain {
  return error instanceof UserError ? EXIT.userError : EXIT.tryAgain;
}
