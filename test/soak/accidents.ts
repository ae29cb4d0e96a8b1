import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/fake-discord-people.ts';
import type { FakeDiscord } from '../support/fake-discord.ts';

/** For what is on its way to arrive, in milliseconds. */
const A_MOMENT = 700;
/** Within which the bot must be back, in milliseconds. */
const BACK_WITHIN = 60_000;

/** What happens to a Discord in an hour. */
const ACCIDENTS: readonly ((fake: FakeDiscord) => Promise<void> | void)[] = [
  (fake) => fake.rateLimit(/messages/, 0.5, 3),
  (fake) => reconnect(fake, () => fake.gateway.drop()),
  (fake) => fake.fail(/messages|callback/, { status: 500, body: { message: 'Internal Server Error' } }, 6),
  (fake) => fake.fail(/messages|callback/, 'drop', 6),
  (fake) => reconnect(fake, () => fake.gateway.drop(4000)),
  (fake) => fake.fail(/messages|callback/, 'lose', 6),
  (fake) => fake.rateLimit(/callback/, 0.3, 2),
  (fake) =>
    reconnect(fake, () => {
      fake.gateway.forgetSession = true;
      fake.gateway.drop();
    }),
  (fake) => fake.fail(/messages|callback/, { status: 502, body: { message: 'Bad Gateway' } }, 6),
  (fake) =>
    reconnect(fake, async () => {
      fake.gateway.isDown = true;
      fake.gateway.drop();
      await sleep(3000);
      fake.gateway.isDown = false;
    }),
];

/** Lets the n-th accident happen. Nobody may ask until it is over: what nobody delivers nobody answers. */
export async function accident(fake: FakeDiscord, n: number): Promise<void> {
  await ACCIDENTS[n % ACCIDENTS.length]!(fake);
}

async function reconnect(fake: FakeDiscord, drop: () => Promise<void> | void): Promise<void> {
  await sleep(A_MOMENT);
  await drop();
  await until(() => fake.gateway.connections === 0, 'the drop');
  await until(() => fake.gateway.connections === 1, 'the bot to come back', BACK_WITHIN);
}
