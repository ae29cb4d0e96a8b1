import { HTTPError } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/discord/logger.ts';

const TOKEN = 'OTAwMDAwMDAwMDAwMDAwMDAx.fake.token-of-the-bot';

describe('the log', () => {
  let lines: string[];
  let log: ReturnType<typeof createLogger>;
  beforeEach(() => {
    lines = [];
    log = createLogger('trace', TOKEN, { write: (line: string) => lines.push(line) });
  });

  it('holds no token, whatever way it comes in', () => {
    log.info(`Provided token: ${TOKEN}`);
    log.info({ token: TOKEN, deep: { authorization: `Bot ${TOKEN}`, other: TOKEN } }, 'fields');
    log.error({ err: new Error(`failed with ${TOKEN}`, { cause: TOKEN }) }, TOKEN);
    log.child({ bound: TOKEN }).warn('a child');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).not.toContain(TOKEN);
  });

  it('holds neither the tokens of interactions nor the ids in addresses', () => {
    const url = 'https://discord.com/api/v10/webhooks/900000000000000001/aW50ZXJhY3Rpb24/messages/@original';
    const init = { body: JSON.stringify({ content: 'what was asked' }) };
    log.error({ err: new HTTPError(502, 'Bad Gateway', 'PATCH', url, init as never) }, 'failed');
    log.error(
      { err: new Error('GET /channels/900000000000000003/messages/900000000000000009 took long') },
      'failed',
    );
    const written = lines.join('');
    for (const secret of ['aW50ZXJhY3Rpb24', '9000000000000', 'what was asked'])
      expect(written).not.toContain(secret);
    expect(written).toContain('/messages/@original');
    expect(written).toContain('502');
  });

  it('writes one line an entry, whatever the entry holds', () => {
    const forged = 'a.txt\n{"level":60,"msg":"forged"}\r\n\u001b[2J';
    log.warn(`skipped ${forged}`);
    log.info({ question: forged }, 'answered a question');
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line.trimEnd()).not.toMatch(/\p{Cc}/u);
      expect((JSON.parse(line) as { level: number }).level).toBeLessThan(60);
    }
  });
});
