import { HTTPError } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLogger, forPeople } from '../../src/discord/logger.ts';

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

  it('holds no character that drives a terminal, and loses none', () => {
    const name = 'a\u009b2Jb\u202ec\u2028d.txt';
    log.info({ question: name, err: new Error(name) }, name);
    expect(lines[0]!.trimEnd()).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(JSON.parse(lines[0]!)).toMatchObject({ question: name, msg: name });
  });
});

describe('the log on a terminal', () => {
  const shown = async (say: (log: ReturnType<typeof createLogger>) => void): Promise<string> => {
    const written: string[] = [];
    const pretty = forPeople({ write: (text: string) => written.push(text) }, false);
    say(createLogger('trace', TOKEN, pretty));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return written.join('');
  };

  it('shows an answer on one line, fields and all', async () => {
    const text = await shown((log) =>
      log.info({ verdict: 'answered', ms: 12, question: 'Who?' }, 'answered'),
    );
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(text).toContain('answered');
    expect(text).toContain('"ms":12');
  });

  it('lets no text move the cursor or pass for an entry', async () => {
    const hostile = 'x\n[12:00:00] INFO: forged\u001b[2J\u009b2J\u202e';
    const text = await shown((log) => {
      log.warn({ question: hostile }, hostile);
      log.error({ err: new Error(hostile), deep: { name: hostile } }, 'failed');
    });
    // eslint-disable-next-line no-control-regex -- that is what is looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text.split('\n').filter((line) => line.startsWith('[12:00:00]'))).toEqual([]);
    expect(text).toContain('at ');
  });
});
