import { Status, type Client } from 'discord.js';

/** How often to look, in milliseconds. */
const LOOK_EVERY = 15_000;
/** Longer than this, in milliseconds, a connection that is not ready does not mend itself. */
const NOT_READY_FOR = 5 * 60_000;
/** A heartbeat is answered every 41 seconds, whether anybody writes or not; in milliseconds. */
const SILENT_FOR = 3 * 60_000;
/** From then on, in milliseconds, a clock that is set back does harm. */
const SET_BACK_BY = 60_000;

/**
 * Watches for a gateway connection that is dead without having been closed, or that never comes back. Time is
 * counted from look to look: a clock that is set on, or a machine that slept, is no reason to end.
 *
 * One that is set back is: discord.js takes the end of a rate limit from the clock, and would not write in a channel
 * until the clock is there again.
 *
 * @param onDead called once
 * @returns what ends the watch
 */
export function watchGateway(client: Client, onDead: (why: string) => void): () => void {
  let unreadyLooks = 0;
  let silentLooks = 0;
  let heard = lastHeard(client);
  let ahead = clockAhead();
  const timer = setInterval(() => {
    const now = lastHeard(client);
    const isReady = client.ws.shards.every((shard) => shard.status === Status.Ready);
    unreadyLooks = isReady ? 0 : unreadyLooks + 1;
    if (now !== heard) silentLooks = 0;
    // While it is not ready there are no heartbeats to wait for.
    else if (isReady) silentLooks++;
    heard = now;
    const setBack = ahead - clockAhead();
    ahead -= setBack;
    if (setBack > SET_BACK_BY) die(clockSetBack(setBack));
    else if (unreadyLooks * LOOK_EVERY >= NOT_READY_FOR) die('the gateway does not become ready again');
    else if (silentLooks * LOOK_EVERY >= SILENT_FOR) die('the gateway has fallen silent');
  }, LOOK_EVERY);
  timer.unref();
  const die = (why: string): void => {
    clearInterval(timer);
    onDead(why);
  };
  return () => clearInterval(timer);
}

/** How far the clock is ahead of time itself, which nobody can set, in milliseconds from any moment on. */
function clockAhead(): number {
  return Date.now() - performance.now();
}

function clockSetBack(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  return `the clock was set back by ${minutes} minutes, and calls to Discord could wait as long`;
}

/** Something that changes whenever a heartbeat is answered. */
function lastHeard(client: Client): string {
  return client.ws.shards.map((shard) => shard.lastPingTimestamp).join();
}
