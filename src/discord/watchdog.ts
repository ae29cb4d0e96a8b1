import { Status, type Client } from 'discord.js';

/** How often to look, in milliseconds. */
const LOOK_EVERY = 30_000;
/** Silence or unreadiness for longer than this, in milliseconds, does not mend itself. */
const PATIENCE = 5 * 60_000;

/**
 * Watches for a gateway connection that is dead without having been closed, or that never comes back.
 *
 * @returns what ends the watch
 */
export function watchGateway(client: Client, onDead: (why: string) => void): () => void {
  const started = Date.now();
  let readyAt = started;
  const timer = setInterval(() => {
    const now = Date.now();
    const shards = [...client.ws.shards.values()];
    if (shards.every((shard) => shard.status === Status.Ready)) readyAt = now;
    // A heartbeat is answered every 41 seconds, whether anybody writes or not.
    const lastHeartbeat = Math.min(...shards.map((shard) => Math.max(shard.lastPingTimestamp, started)));
    if (now - readyAt > PATIENCE) onDead('the gateway does not become ready again');
    else if (now - lastHeartbeat > PATIENCE) onDead('the gateway has fallen silent');
  }, LOOK_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
