import { ChannelType, GatewayDispatchEvents, type Client } from 'discord.js';
import type { Logger } from 'pino';

interface Packet {
  readonly t?: unknown;
  readonly d?: unknown;
}

/** What of discord.js's gateway manager takes a packet apart. It is not part of its published interface. */
interface PacketHandler {
  handlePacket(packet?: Packet, shard?: unknown): boolean;
}

/**
 * Lets one packet that discord.js cannot read be lost, and logged: without that it would end the process. What
 * the bot can do without and discord.js cannot is filled in.
 */
export function readPacketsSafely(client: Client, log: Logger): void {
  const manager = client.ws as unknown as PacketHandler;
  const handle = manager.handlePacket.bind(manager);
  manager.handlePacket = (packet, shard) => {
    try {
      if (packet) complete(packet, client);
      return handle(packet, shard);
    } catch (error) {
      log.error({ err: error, event: String(packet?.t) }, 'an event of the gateway could not be read');
      return false;
    }
  };
}

function complete({ t, d }: Packet, client: Client): void {
  if (typeof d !== 'object' || d === null) return;
  const data = d as Record<string, unknown>;
  if (t === GatewayDispatchEvents.InteractionCreate || t === GatewayDispatchEvents.MessageCreate) {
    for (const name of ['id', 'channel_id', 'guild_id']) {
      // Ids are kept, and SQLite's binding ends the process when it is given a boolean.
      if (!['string', 'undefined'].includes(typeof (data[name] ?? undefined)))
        throw new TypeError(`${name} is no id`);
    }
  }
  if (t === GatewayDispatchEvents.InteractionCreate) {
    data['entitlements'] ??= [];
    data['authorizing_integration_owners'] ??= {};
    if (typeof data['channel_id'] === 'string') data['channel'] ??= { id: data['channel_id'] };
  } else if (
    t === GatewayDispatchEvents.MessageCreate &&
    !client.channels.cache.has(String(data['channel_id']))
  ) {
    // A message in a channel that discord.js does not know is dropped, unless it says what kind that is.
    data['channel_type'] ??= data['guild_id'] === undefined ? ChannelType.DM : ChannelType.GuildText;
  }
}
