import { Client, DefaultRestOptions, GatewayIntentBits, Partials, type RESTOptions } from 'discord.js';
import { boundDirectChannels, MAKE_CACHE, SWEEPERS } from './caches.ts';
import { NOBODY, type Observer } from './observer.ts';
import { NO_MENTIONS } from './view.ts';

/** How long to wait for another server to be announced before answering, in milliseconds. */
const NEXT_SERVER_WITHIN = 3000;

/**
 * A client that asks for no privileged intent unless it has to, cannot ping, and keeps little in memory.
 *
 * @param apiUrl REST base; `undefined` for Discord's own
 * @param readsAllMessages asks for the privileged MessageContent intent
 */
export function createClient(
  apiUrl: string | undefined,
  readsAllMessages: boolean,
  observer: Observer,
): Client {
  const client = new Client({
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
    makeCache: MAKE_CACHE,
    sweepers: SWEEPERS,
    // A server in an outage must not keep the others waiting.
    waitGuildTimeout: NEXT_SERVER_WITHIN,
    rest: { ...restOptions(apiUrl, observer), retries: 5 },
  });
  boundDirectChannels(client);
  return client;
}

/** How to reach Discord's REST API. A version at the end of the base is left out: discord.js adds its own. */
export function restOptions(apiUrl: string | undefined, observer: Observer = NOBODY): Partial<RESTOptions> {
  return {
    makeRequest: requestsSeenBy(observer),
    ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '').replace(/\/v\d+$/, '') }),
  };
}

function requestsSeenBy(observer: Observer): RESTOptions['makeRequest'] {
  return async (url, init) => {
    let response: Awaited<ReturnType<RESTOptions['makeRequest']>>;
    try {
      response = await DefaultRestOptions.makeRequest(url, init);
    } catch (error) {
      observer.restFailed('network');
      throw error;
    }
    if (response.status >= 400) observer.restFailed(response.status);
    // Some proxies call "no content" JSON; discord.js would then fail to read it after the deed is done.
    if (response.status === 204) response.headers.delete('content-type');
    return response;
  };
}
