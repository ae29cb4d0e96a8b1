import { describe, expect, it } from 'vitest';
import { UserError } from '../src/errors.ts';
import { EXIT, exitCodeFor } from '../src/exit-code.ts';

describe('exitCodeFor', () => {
  it.each(['TOKEN_MISSING', 'TOKEN_INVALID', 'INTENTS_DISALLOWED', 'DISCORD_UNREACHABLE', 'CORPUS_MISSING'])(
    'is 1 for what a person can cause or mend, as %s',
    (code) => expect(exitCodeFor(new UserError(code, '', ''))).toBe(EXIT.userError),
  );

  it.each([new Error('the gateway has fallen silent'), 'thrown'])('asks for a restart after %s', (error) =>
    expect(exitCodeFor(error)).toBe(EXIT.tryAgain),
  );
});
