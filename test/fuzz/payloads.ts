import assert from 'node:assert/strict';
import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import fc from 'fast-check';
import { pino } from 'pino';
import type { Answerer } from '../../src/answer/answerer.ts';
import { documentKey } from '../../src/discord/sources.ts';
import { startBot, type RunningBot } from '../../src/discord/start.ts';
import { openBotDatabase } from '../../src/feedback/database.ts';
import { ASKER_ID, CHANNEL_ID, OTHER_ID, snowflake, type Message } from '../support/fake-discord-data.ts';
import { buttonOf, People, textOf, until } from '../support/fake-discord-people.ts';
import { FakeInteraction } from '../support/fake-discord-state.ts';
import { FakeDiscord, TOKEN } from '../support/fake-discord.ts';
import { openAnswererFor } from '../support/sample.ts';
import { NOW, type Packet } from './interactions.ts';
import { anyPacket } from './packets.ts';
import type { FuzzTarget } from './target.ts';

const QUESTION = 'When did the Ganja strike happen?';
const PACKETS = 20;
/** What is in hand must be done by then, in milliseconds, on a busy machine too. */
const DONE_WITHIN = 6000;
/** Rules that are broken with ids that this Discord made up: they are handed back to it as they came. */
const FROM_DISCORD_ITSELF = /^no such endpoint|→ at (?:nonce|message_reference)/;
/** Asks when all is over. */
const WITNESS_ID = '900000000000000099';

/** Any events from Discord to a whole bot: it goes on answering, breaks no rule, and does only what one may ask. */
export async function payloadTarget(): Promise<FuzzTarget<readonly Packet[]>> {
  const answerer = await openAnswererFor();
  return {
    inputs: fc.array(anyPacket, { minLength: PACKETS, maxLength: PACKETS }),
    size: PACKETS,
    check: (packets) => checkPackets(packets, answerer),
    file: (packets) => ({ extension: '.json', content: JSON.stringify(packets, null, 2) }),
    close: () => {
      answerer.close();
      return Promise.resolve();
    },
  };
}

async function checkPackets(packets: readonly Packet[], answerer: Answerer): Promise<void> {
  const fake = await FakeDiscord.start();
  const database = openBotDatabase(':memory:');
  const dead: Error[] = [];
  let reindexed = 0;
  try {
    const bot = await startBot({
      config: {
        token: TOKEN,
        guildId: undefined,
        apiUrl: fake.apiUrl,
        answerChannels: [],
        logQuestions: false,
      },
      token: TOKEN,
      answerer,
      reindex: () => {
        reindexed += 1;
        return Promise.reject(new Error('not now'));
      },
      database,
      log: pino({ level: 'silent' }),
      signal: new AbortController().signal,
      onDead: (error) => dead.push(error),
      limits: { questions: 1000, seconds: 60, waitingPerUser: 1000, waiting: 1000 },
    });
    const answer = await send(packets, fake);
    await stop(bot, fake);
    assert.deepEqual(dead, []);
    assert.deepEqual(
      fake.state.problems.filter((problem) => !FROM_DISCORD_ITSELF.test(problem)),
      [],
    );
    if (reindexed > 0) assert.ok(packets.some((packet) => may(packet, PermissionFlagsBits.ManageGuild)));
    if (fake.state.deleted.has(answer.id)) {
      const isAllowed = (packet: Packet) => {
        const json = JSON.stringify(packet);
        const isAsker = json.includes(ASKER_ID);
        return (
          json.includes(`c1:delete:${NOW.answer}`) &&
          (isAsker || may(packet, PermissionFlagsBits.ManageMessages))
        );
      };
      assert.ok(packets.some(isAllowed));
    }
  } finally {
    await fake.close();
    database.close();
  }
}

/** @returns the answer whose buttons were pressed */
async function send(packets: readonly Packet[], fake: FakeDiscord): Promise<Message> {
  const people = new People(fake);
  const answer = await people.reply(people.say(QUESTION, { mention: true }));
  const others = await people.reply(people.say(QUESTION, { mention: true, by: OTHER_ID }));
  for (const { t, d } of packets) {
    const interaction = new FakeInteraction(CHANNEL_ID, answer);
    fake.state.interactions.set(interaction.token, interaction);
    const known = {
      id: snowflake(),
      token: interaction.token,
      answer: idOf(answer),
      others: idOf(others),
      document: documentKey('barda-attack.md'),
    };
    const named = { ...known, id: t === 'INTERACTION_CREATE' ? interaction.id : known.id };
    const text = JSON.stringify(d)
      .replaceAll(JSON.stringify(NOW.on), () => JSON.stringify(answer))
      .replace(/\{(id|token|answer|others|document)\}/g, (_, name: keyof typeof named) => named[name]);
    fake.gateway.dispatch(t, JSON.parse(text));
  }
  const asked = people.dm(QUESTION, snowflake(), WITNESS_ID);
  await until(() => people.repliesTo(asked).length > 0, 'an answer after it all', DONE_WITHIN);
  assert.match(textOf(people.repliesTo(asked)[0]!), /Ganja/);
  return answer;
}

/** Of the answer that a message shows. */
function idOf(shown: Message): string {
  return /^c1:delete:(.{8})$/.exec(buttonOf(shown, 'Delete'))![1]!;
}

async function stop(bot: RunningBot, fake: FakeDiscord): Promise<void> {
  const before = performance.now();
  await bot.stop();
  const took = performance.now() - before;
  const last = fake.state.requests.slice(-3).map(({ method, path, status }) => `${method} ${path} ${status}`);
  assert.ok(took < DONE_WITHIN, `what was in hand took ${took.toFixed(0)} ms; last: ${last.join(', ')}`);
}

/** Whether an event says that who sent it has a permission, in whatever form. */
function may({ d }: Packet, permission: bigint): boolean {
  const stated = (d as { member?: { permissions?: unknown } } | null)?.member?.permissions;
  try {
    return new PermissionsBitField(stated as never).has(permission);
  } catch {
    return false;
  }
}
