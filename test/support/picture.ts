/**
 * Draws the picture of an answer for the README: asks the real bot, on the fake Discord, over the sample corpus,
 * and shows the components that it sent as Discord would. By hand, with Chromium installed:
 *
 *   node --import tsx/esm test/support/picture.ts .github/images/answer.png [chromium]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { openAnswerer } from '../../src/answer/live-answerer.ts';
import { readConfig } from '../../src/config.ts';
import { startBot } from '../../src/discord/start.ts';
import { openBotDatabase } from '../../src/feedback/database.ts';
import { pageOf } from './discord-look.ts';
import { People } from './fake-discord-people.ts';
import { FakeDiscord, TOKEN } from './fake-discord.ts';

const QUESTION = 'when did the Ganja strike happen';
const WIDTH = 860;

const [picture = 'answer.png', chromium = 'chromium'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'cited-picture-'));
try {
  const page = join(folder, 'answer.html');
  writeFileSync(page, pageOf(QUESTION, await answer(), WIDTH));
  const size = /data-height="(\d+)"/.exec(browse('--dump-dom', page));
  browse(`--screenshot=${resolve(picture)}`, page, Number(size?.[1]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/** What the bot sends in answer to a mention. */
async function answer(): Promise<readonly object[]> {
  const fake = await FakeDiscord.start();
  const config = readConfig({ EMBEDDINGS_DIR: join(folder, 'embeddings') });
  const { answerer } = await openAnswerer(config);
  const people = new People(fake);
  const bot = await startBot({
    config: { ...config.discord, apiUrl: fake.apiUrl, logQuestions: false },
    token: TOKEN,
    answerer,
    reindex: () => Promise.reject(new Error('not to be called')),
    database: openBotDatabase(':memory:'),
    log: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    onDead: (error) => {
      throw error;
    },
  });
  const { components } = await people.reply(people.say(QUESTION, { mention: true }));
  await bot.stop();
  await fake.close();
  return components;
}

function browse(mode: string, page: string, height = 2000): string {
  const args = [
    ...['headless', 'no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'hide-scrollbars'],
    ...['disable-background-networking', 'disable-component-update', 'disable-sync'],
    ...[`user-data-dir=${join(folder, 'profile')}`, `window-size=${WIDTH},${height}`],
    'force-device-scale-factor=1.5',
  ].map((name) => `--${name}`);
  return execFileSync(chromium, [...args, mode, `file://${page}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
