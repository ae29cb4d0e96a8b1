import { Events, Options, type Client, type SweeperOptions } from 'discord.js';

/** People that are remembered, of all servers. */
const USERS = 1000;
/** Members that are remembered, of each server. */
const MEMBERS = 200;
/** Of each channel. */
const MESSAGES = 20;
/** Direct channels that are remembered: many more than can be waiting for an answer, which needs its channel. */
const DIRECT_CHANNELS = 1000;

/** How often to forget, in seconds. */
const SWEEP_EVERY = 10 * 60;
/** A message is remembered for as long, in seconds. */
const MESSAGE_LIFETIME = 60 * 60;

/**
 * discord.js remembers everybody who ever wrote. The bot asks it only for what it may itself do, hence for its own
 * member, the roles and the channels, and for what was written last.
 */
export const MAKE_CACHE = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  UserManager: { maxSize: USERS, keepOverLimit: isOwn },
  GuildMemberManager: { maxSize: MEMBERS, keepOverLimit: isOwn },
  ThreadMemberManager: { maxSize: 0, keepOverLimit: isOwn },
  MessageManager: MESSAGES,
  ReactionManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
});

/** What is forgotten of what was let into the caches, and when. */
export const SWEEPERS: SweeperOptions = {
  ...Options.DefaultSweeperSettings,
  messages: { interval: SWEEP_EVERY, lifetime: MESSAGE_LIFETIME },
  users: { interval: SWEEP_EVERY, filter: () => (user) => !isOwn(user) },
  guildMembers: { interval: SWEEP_EVERY, filter: () => (member) => !isOwn(member) },
};

/** What the bot may do is worked out from its own user and member. */
function isOwn({ id, client }: { readonly id: string; readonly client: Client }): boolean {
  return id === client.user?.id;
}

/**
 * Forgets the direct channels that were written in least recently: discord.js cannot limit those. A message in one
 * that is forgotten makes it known again.
 */
export function boundDirectChannels(client: Client): void {
  const known = new Set<string>();
  client.on(Events.MessageCreate, ({ channelId, guildId }) => {
    if (guildId !== null) return;
    // A set keeps the order in which things were added.
    known.delete(channelId);
    known.add(channelId);
    for (const oldest of known) {
      if (known.size <= DIRECT_CHANNELS) break;
      known.delete(oldest);
      client.channels.cache.delete(oldest);
    }
  });
}
