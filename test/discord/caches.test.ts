import { Events, GatewayIntentBits, type Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SWEEPERS } from '../../src/discord/caches.ts';
import { createClient } from '../../src/discord/client.ts';
import { NOBODY } from '../../src/discord/observer.ts';
import { mayAnswerIn } from '../../src/discord/permissions.ts';
import {
  BOT_ID,
  CHANNEL_ID,
  GUILD_ID,
  READ_ONLY_CHANNEL_ID,
  snowflake,
} from '../support/fake-discord-data.ts';
import { People, until } from '../support/fake-discord-people.ts';
import { FakeDiscord, TOKEN } from '../support/fake-discord.ts';

const MANY = 2500;
const BOUND = 1100;

/** What discord.js remembers of a large server in months. */
describe('caches', () => {
  let fake: FakeDiscord;
  let people: People;
  let client: Client;
  let heard: number;
  beforeEach(async () => {
    fake = await FakeDiscord.start({ allowedIntents: GatewayIntentBits.MessageContent });
    people = new People(fake);
    client = createClient(fake.apiUrl, true, NOBODY);
    heard = 0;
    client.on(Events.MessageCreate, () => heard++);
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(TOKEN);
    await ready;
  });
  afterEach(async () => {
    await client.destroy();
    await fake.close();
  });

  const person = (i: number): string => String(910_000_000_000_000_000n + BigInt(i));
  const messagesHeld = (): number =>
    client.channels.cache.reduce(
      (sum, channel) => sum + (channel.isTextBased() ? channel.messages.cache.size : 0),
      0,
    );

  it('hold a bounded number of people, and always the bot itself', async () => {
    for (let i = 0; i < MANY; i++) people.say('Good morning', { by: person(i) });
    await until(() => heard === MANY, 'all messages');
    const guild = client.guilds.cache.get(GUILD_ID)!;
    expect(client.users.cache.size).toBeLessThan(BOUND);
    expect(guild.members.cache.size).toBeLessThan(BOUND);
    expect(client.users.cache.has(BOT_ID)).toBe(true);
    expect(guild.members.me?.id).toBe(BOT_ID);
    const may = (id: string): boolean => {
      const channel = client.channels.cache.get(id)!;
      return channel.isTextBased() && mayAnswerIn(channel);
    };
    expect(may(CHANNEL_ID)).toBe(true);
    expect(may(READ_ONLY_CHANNEL_ID)).toBe(false);
    client.sweepers.sweepMessages(() => true);
    client.sweepers.sweepUsers(SWEEPERS.users!.filter()!);
    client.sweepers.sweepGuildMembers(SWEEPERS.guildMembers!.filter()!);
    expect([...client.users.cache.keys()]).toEqual([BOT_ID]);
    expect([...guild.members.cache.keys()]).toEqual([BOT_ID]);
  });

  it('hold a bounded number of direct channels, those last written in', async () => {
    const first = snowflake();
    people.dm('Good morning', first, person(0));
    for (let i = 1; i < MANY; i++) {
      people.dm('Good morning', snowflake(), person(i));
      if (i % 500 === 0) people.say('Good evening', { channel: first, by: person(0) });
    }
    await until(() => heard === MANY + 4, 'all messages');
    const servers = 3;
    expect(client.channels.cache.size).toBeLessThan(BOUND + servers);
    expect(messagesHeld()).toBeLessThan(BOUND + 20);
    expect(client.channels.cache.has(first)).toBe(true);
    expect(client.channels.cache.has(CHANNEL_ID)).toBe(true);
  });
});
