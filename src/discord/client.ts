import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import { NO_MENTIONS } from './view.ts';

/**
 * A client that asks for no privileged intent unless it has to, cannot ping, and keeps little in memory.
 *
 * @param apiUrl REST base without version; `undefined` for Discord's own
 * @param readsAllMessages asks for the privileged MessageContent intent
 */
export function createClient(apiUrl: string | undefined, readsAllMessages: boolean): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(readsAllMessages ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Without it, a direct message in a channel that is not cached is dropped in silence.
    partials: [Partials.Channel],
    allowedMentions: { ...NO_MENTIONS, parse: [] },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 20,
      ReactionManager: 0,
      PresenceManager: 0,
    }),
    rest: { retries: 5, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
}
