import { describe, expect, it } from 'vitest';
import { UserError } from '../src/errors.ts';
import { MEND_FIRST, TRY_AGAIN, exitCodeFor } from '../src/exit-code.ts';

describe('exitCodeFor', () => {
  it.each(['TOKEN_MISSING', 'TOKEN_INVALID', 'INTENTS_DISALLOWED', 'CONFIG_INVALID', 'CORPUS_MISSING'])(
    'asks for no restart after %s',
    (code) => expect(exitCodeFor(new UserError(code, '', ''))).toBe(MEND_FIRST),
  );

  it.each([
    new UserError('DISCORD_UNREACHABLE', '', ''),
    new UserError('BUILD_DIED', '', ''),
    new Error('the gateway has fallen silent'),
    'thrown',
  ])('asks for a restart after %s', (error) => expect(exitCodeFor(error)).toBe(TRY_AGAIN));
});
