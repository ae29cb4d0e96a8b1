import { Status, type Client } from 'discord.js';
import type { InFlight } from './in-flight.ts';
import type { RequestQueue } from './request-queue.ts';

/** How a running bot is doing. */
export interface BotState {
  /** Why no question can be taken; `undefined` when all is well. */
  readonly unready: string | undefined;
  /** Milliseconds between a heartbeat and its answer; negative while none was answered. */
  readonly ping: number;
  /** Servers that the bot is in. */
  readonly servers: number;
  /** Questions that wait for their turn. */
  readonly waiting: number;
}

/** How the bot is doing at this moment. That it is stopping goes before whatever is wrong with the gateway. */
export function botState(client: Client, queue: RequestQueue, inFlight: InFlight): BotState {
  return {
    unready: inFlight.stopping ? 'the bot is stopping' : unreadyGateway(client),
    ping: client.ws.ping,
    servers: client.guilds.cache.size,
    waiting: queue.waiting,
  };
}

function unreadyGateway(client: Client): string | undefined {
  const shard = client.ws.shards.find(({ status }) => status !== Status.Ready);
  if (shard) return `the gateway is ${Status[shard.status].toLowerCase()}`;
  return client.ws.shards.size === 0 ? 'the gateway is not connected' : undefined;
}
