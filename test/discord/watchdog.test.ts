import { Status, type Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchGateway } from '../../src/discord/watchdog.ts';

const MINUTE = 60_000;
const READY: number = Status.Ready;
const HEARTBEAT = 41_250;

describe('the gateway watchdog', () => {
  const shard = { status: READY, lastPingTimestamp: -1 };
  const client = { ws: { shards: new Map([[0, shard]]) } };
  // discord.js keeps shards in a Map with array methods.
  const shards = {
    every: (test: (item: typeof shard) => boolean) => [...client.ws.shards.values()].every(test),
    map: (pick: (item: typeof shard) => number) => [...client.ws.shards.values()].map(pick),
  };
  let dead: string[];
  let beating: NodeJS.Timeout;
  let end: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    dead = [];
    Object.assign(shard, { status: Status.Ready, lastPingTimestamp: -1 });
    beating = setInterval(() => {
      if (shard.status === READY) shard.lastPingTimestamp = Date.now();
    }, HEARTBEAT);
    end = watchGateway({ ws: { shards } } as unknown as Client, (why) => dead.push(why));
  });
  afterEach(() => {
    end();
    clearInterval(beating);
    vi.useRealTimers();
  });

  it('lets a connection be that answers heartbeats', () => {
    vi.advanceTimersByTime(60 * MINUTE);
    expect(dead).toEqual([]);
  });

  it('ends one that has fallen silent for three minutes, once', () => {
    clearInterval(beating);
    vi.advanceTimersByTime(2.9 * MINUTE);
    expect(dead).toEqual([]);
    vi.advanceTimersByTime(20 * MINUTE);
    expect(dead).toEqual(['the gateway has fallen silent']);
  });

  it('ends one that has not been ready for five minutes, but not one that comes back', () => {
    shard.status = Status.Reconnecting;
    vi.advanceTimersByTime(4.5 * MINUTE);
    shard.status = Status.Ready;
    vi.advanceTimersByTime(MINUTE);
    expect(dead).toEqual([]);
    shard.status = Status.Connecting;
    vi.advanceTimersByTime(5.5 * MINUTE);
    expect(dead).toEqual(['the gateway does not become ready again']);
  });

  it('does not mind a clock that is set a day on, nor one that is set right by seconds', () => {
    for (const jump of [24 * 60 * MINUTE, -MINUTE / 2, -MINUTE / 2]) {
      vi.setSystemTime(Date.now() + jump);
      vi.advanceTimersByTime(10 * MINUTE);
    }
    expect(dead).toEqual([]);
  });

  it('ends when the clock is set back: discord.js would wait as long', () => {
    vi.advanceTimersByTime(10 * MINUTE);
    vi.setSystemTime(Date.now() - 24 * 60 * MINUTE);
    vi.advanceTimersByTime(MINUTE);
    expect(dead).toEqual([expect.stringMatching(/^the clock was set back by 1440 minutes/)]);
  });
});
