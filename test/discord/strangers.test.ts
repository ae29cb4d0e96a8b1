// @module-tag slow
import { afterEach, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../src/discord/commands/all.ts';
import {
  ASKER_ID,
  BOT_ID,
  CHANNEL_ID,
  GUILD_ID,
  message,
  snowflake,
  user,
} from '../support/fake-discord-data.ts';
import type { Message } from '../support/fake-discord-data.ts';
import { startScene, type Scene } from '../support/fake-discord-bot.ts';
import { buttonOf, textOf, until } from '../support/fake-discord-people.ts';

const QUESTION = 'When did the Ganja strike happen?';
const DAY = 24 * 60 * 60 * 1000;

/** Discord where it says less than usual, says it otherwise, or fails for longer. */
describe('a Discord that is not quite as described', () => {
  let scene: Scene;
  const begin = async (options: Parameters<typeof startScene>[0] = {}): Promise<void> => {
    scene = await startScene(options);
  };
  afterEach(async () => {
    expect(await scene.end()).toEqual([]);
  });
  const isMentioned = (to: Message): Message => {
    scene.fake.state.messages.set(to.id, to);
    return to;
  };

  it('may call "no content" JSON', async () => {
    await begin({ emptyIsJson: true });
    const asked = scene.people.slash('ask', { question: QUESTION });
    expect(textOf(await scene.people.shown(asked))).toContain('Ganja strike');
  });

  it('may be given with its version', async () => {
    await begin({ apiSuffix: '/v10/' });
    await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
  });

  it('may not say that a channel is a direct one, nor have told of a channel at all', async () => {
    await begin();
    for (const guild of [{}, { guild_id: GUILD_ID }]) {
      const channel_id = snowflake();
      scene.fake.state.channels.set(channel_id, { id: channel_id, type: 0 });
      const said = isMentioned(
        message({
          channel_id,
          ...guild,
          author: user(ASKER_ID),
          content: `<@${BOT_ID}> ${QUESTION}`,
          mentions: [user(BOT_ID, true)],
        }),
      );
      scene.fake.gateway.dispatch('MESSAGE_CREATE', said);
      expect(textOf(await scene.people.reply(said))).toContain('Ganja strike');
    }
  });

  it('may leave out what a message replies to', async () => {
    await begin();
    const answer = await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    const reply = isMentioned(
      message({
        channel_id: CHANNEL_ID,
        guild_id: GUILD_ID,
        author: user(ASKER_ID),
        content: 'Who was blamed?',
        type: 19,
        message_reference: { message_id: answer.id, channel_id: CHANNEL_ID },
      }),
    );
    scene.fake.gateway.dispatch('MESSAGE_CREATE', reply);
    await scene.people.reply(reply);
    expect(scene.answerer.asked[1]?.options.history?.length).toBe(1);
  });

  it('hides a reply without a mention: whoever wrote it is told', async () => {
    await begin();
    const answer = await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    const reply = scene.people.say('Who was blamed?', { replyTo: answer, replyPing: false });
    expect(textOf(await scene.people.reply(reply))).toContain('Reply with the mention switched on');
  });

  it('may send interactions with no more than what names them', async () => {
    await begin();
    const asked = scene.people.slash('ask', { question: QUESTION }, { sparse: true });
    expect(textOf(await scene.people.shown(asked))).toContain('Ganja strike');
  });

  it('may send what cannot be read: that is lost, and nothing else', async () => {
    await begin();
    for (const d of [null, {}, { id: '1', type: 2 }, { id: '1', type: 3, data: null, token: 'x' }]) {
      for (const event of ['INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_CREATE', 'THREAD_CREATE', 'NEW']) {
        scene.fake.gateway.dispatch(event, d);
      }
    }
    await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    expect(scene.logged.some(({ msg }) => msg.includes('could not be read'))).toBe(true);
  });

  it('may give numbers and truths for ids, which SQLite’s binding would end the process for', async () => {
    await begin();
    for (const id of [false, true, 5, {}, []]) {
      for (const fields of [{ id }, { channel_id: id }]) {
        const said = message({
          channel_id: CHANNEL_ID,
          guild_id: GUILD_ID,
          author: user(ASKER_ID),
          content: `<@${BOT_ID}> ${QUESTION}`,
          mentions: [user(BOT_ID, true)],
        });
        scene.fake.gateway.dispatch('MESSAGE_CREATE', { ...said, ...fields });
      }
    }
    await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    expect(scene.answerer.asked).toHaveLength(1);
  });

  it('may fail for a while: with errors, with limits, with connections that break off', async () => {
    await begin();
    for (const response of ['drop', 'lose', { status: 502, body: { message: 'Bad Gateway' } }] as const) {
      scene.fake.fail(/callback$/, response, 4);
      scene.fake.fail(/messages/, response, 4);
      await scene.people.shown(scene.people.slash('status'));
      scene.fake.fail(/channels/, response, 4);
      const asked = scene.people.say(QUESTION, { mention: true });
      await scene.people.reply(asked);
      // What was done, though the bot was not told, is not done again.
      await scene.people.shown(scene.people.slash('status'));
      expect(scene.people.repliesTo(asked)).toHaveLength(1);
    }
  });

  it('may not tell which commands are registered', async () => {
    await begin();
    scene.fake.state.commands.clear();
    scene.fake.fail(/commands$/, { status: 404, body: { code: 0, message: '404: Not Found' } }, 1, 'GET');
    await scene.restart();
    expect(scene.fake.state.commands.get('')).toHaveLength(COMMANDS.length);
  });

  it('says on a message that it has a thread', async () => {
    await begin();
    const answer = await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    const press = () =>
      scene.people.press(
        { ...answer, flags: answer.flags | (1 << 5) },
        buttonOf(answer, 'Continue in a thread'),
      );
    expect(textOf(await scene.people.followUp(press()))).toContain('has a thread already');
  });

  it('is left without a word of coming back', async () => {
    await begin();
    scene.fake.gateway.drop();
    const comings = (): number => scene.logged.filter(({ msg }) => msg.startsWith('reconnecting')).length;
    await until(() => comings() === 1 && scene.fake.gateway.connections === 1, 'coming back');
    await scene.restart();
    expect(comings()).toBe(1);
  });

  it('is waited for no longer than the process lives', async () => {
    await begin();
    const ended = new AbortController();
    scene.fake.gateway.isDown = true;
    const starting = startScene({ on: scene.fake, signal: ended.signal });
    setTimeout(() => ended.abort(), 300);
    const before = Date.now();
    await expect(starting).rejects.toThrow('told to end');
    expect(Date.now() - before).toBeLessThan(3000);
    scene.fake.gateway.isDown = false;
    await until(() => scene.fake.gateway.connections === 1, 'the first bot');
  });
});

describe('a machine with faults', () => {
  it('answers though nothing can be kept', async () => {
    const scene = await startScene();
    scene.database.sqlite.exec(
      `CREATE TRIGGER full BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'disk is full'); END`,
    );
    const answer = await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    expect(textOf(answer)).toContain('Ganja strike');
    const pressed = scene.people.press(answer, buttonOf(answer, 'Context'));
    expect(textOf(await scene.people.shown(pressed))).toContain('Ask again');
    expect(await scene.end()).toEqual([]);
  });

  it('says so when a vote cannot be kept, and takes it once it can', async () => {
    const scene = await startScene();
    const answer = await scene.people.reply(scene.people.say(QUESTION, { mention: true }));
    scene.database.sqlite.exec(
      `CREATE TRIGGER full BEFORE INSERT ON votes BEGIN SELECT RAISE(ABORT, 'disk is full'); END`,
    );
    const vote = async () =>
      textOf(await scene.people.shown(scene.people.press(answer, buttonOf(answer, '👍'))));
    expect(await vote()).toContain('could not be kept');
    expect(scene.logged).toContainEqual(
      expect.objectContaining({ level: 50, msg: 'a vote could not be kept' }),
    );
    scene.database.sqlite.exec('DROP TRIGGER full');
    expect(await vote()).toContain('Noted as a good answer');
    expect(await scene.end()).toEqual([]);
  });

  it('does not mind a clock that is set a day on or back', async () => {
    const scene = await startScene({ limits: { questions: 2, seconds: 2, waitingPerUser: 3, waiting: 10 } });
    const now = vi.spyOn(Date, 'now');
    try {
      const ask = (replyTo?: Message) =>
        scene.people.reply(scene.people.say(QUESTION, { mention: true, ...(replyTo ? { replyTo } : {}) }));
      const first = await ask();
      const second = await ask(first);
      now.mockImplementation(() => new Date().getTime() - DAY);
      const refused = textOf(await scene.people.shown(scene.people.slash('ask', { question: QUESTION })));
      const until = Number(/<t:(\d+):R>/.exec(refused)?.[1]);
      expect(until * 1000 - Date.now()).toBeLessThanOrEqual(3000);
      await new Promise((resolve) => setTimeout(resolve, 2100));
      now.mockImplementation(() => new Date().getTime() + DAY);
      await ask(second);
      // The conversation is as old as it is, whatever the clock says.
      expect(scene.answerer.asked.at(-1)?.options.history?.length).toBe(2);
    } finally {
      now.mockRestore();
    }
    expect(await scene.end()).toEqual([]);
  });

  it('refuses what it cannot finish before it ends, rather than to leave it', async () => {
    const scene = await startScene();
    scene.answerer.delay = 2000;
    const asked = Array.from({ length: 12 }, (_, i) =>
      scene.people.slash(
        'ask',
        { question: QUESTION },
        { by: `9000000000000002${String(i).padStart(2, '0')}` },
      ),
    );
    await until(() => asked.every(({ callback }) => callback !== undefined), 'acknowledgements');
    const before = Date.now();
    await scene.bot.stop();
    expect(Date.now() - before).toBeLessThan(9000);
    const shown = await Promise.all(asked.map((one) => scene.people.shown(one)));
    const texts = shown.map(textOf);
    expect(texts.filter((text) => text.includes('Ganja strike')).length).toBeGreaterThan(2);
    expect(texts.filter((text) => text.includes('being restarted')).length).toBeGreaterThan(2);
    expect(await scene.end()).toEqual([]);
  }, 20_000);
});
