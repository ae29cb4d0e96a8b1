import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { expect } from 'vitest';
import { startBot, type BotParts, type RunningBot } from '../../src/discord/start.ts';
import { openBotDatabase, type BotDatabase } from '../../src/feedback/database.ts';
import { FakeAnswerer, documentsOf, libraryOf } from './fake-answerer.ts';
import { People, until } from './fake-discord-people.ts';
import { FakeDiscord, TOKEN, type FakeOptions } from './fake-discord.ts';

/** Of pino's levels. */
const ERROR = 50;

/** The bot, in this process, on a fake Discord, with a fake answerer over the sample corpus. */
export interface Scene {
  readonly fake: FakeDiscord;
  readonly people: People;
  readonly answerer: FakeAnswerer;
  readonly database: BotDatabase;
  readonly logged: { readonly level: number; readonly msg: string; readonly [field: string]: unknown }[];
  readonly dead: Error[];
  readonly bot: RunningBot;
  /** Ends the bot and begins it again on the same database. */
  restart(): Promise<void>;
  /** A second bot with the same token. */
  another(): Promise<RunningBot>;
  /** Ends everything, and tells what Discord would have rejected. */
  end(): Promise<readonly string[]>;
}

export interface SceneOptions extends FakeOptions {
  readonly answerChannels?: readonly string[];
  readonly guildId?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly reindex?: BotParts['reindex'];
  readonly limits?: BotParts['limits'];
  readonly token?: string;
  readonly signal?: AbortSignal;
  /** After the address of the API. */
  readonly apiSuffix?: string;
  /** A fake that runs already. */
  readonly on?: FakeDiscord;
}

async function sampleCorpus(): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of await readdir('corpus')) files[name] = await readFile(join('corpus', name), 'utf8');
  return files;
}

export async function startScene(options: SceneOptions = {}): Promise<Scene> {
  const fake = options.on ?? (await FakeDiscord.start(options));
  const answerer = new FakeAnswerer(libraryOf(await documentsOf(options.files ?? (await sampleCorpus()))));
  const database = openBotDatabase(':memory:');
  const logged: Scene['logged'] = [];
  const dead: Error[] = [];
  const parts: BotParts = {
    config: {
      token: undefined,
      guildId: options.guildId,
      apiUrl: `${fake.apiUrl}${options.apiSuffix ?? ''}`,
      answerChannels: options.answerChannels ?? [],
      logQuestions: false,
    },
    token: options.token ?? TOKEN,
    answerer,
    reindex: options.reindex ?? (() => Promise.reject(new Error('not to be called'))),
    database,
    log: recorder(logged),
    signal: options.signal ?? new AbortController().signal,
    onDead: (error) => dead.push(error),
    ...(options.limits ? { limits: options.limits } : {}),
  };
  /** Until the commands are registered too, which the bot does not wait for. */
  const begin = async (): Promise<RunningBot> => {
    const before = logged.length;
    const begun = await startBot(parts);
    await until(() => logged.slice(before).some(({ msg }) => msg.includes('the commands')), 'the commands');
    return begun;
  };
  let bot: RunningBot;
  try {
    bot = await begin();
  } catch (error) {
    if (!options.on) await fake.close();
    throw error;
  }
  return {
    fake,
    people: new People(fake),
    answerer,
    database,
    logged,
    dead,
    get bot() {
      return bot;
    },
    restart: async () => {
      await bot.stop();
      bot = await begin();
    },
    another: begin,
    end: async () => {
      await bot.stop();
      await fake.close();
      database.close();
      return fake.state.problems;
    },
  };
}

/** Ends a scene in which nothing was done that Discord rejects, and nothing was logged as an error. */
export async function endWithoutErrors(scene: Scene): Promise<void> {
  expect(await scene.end()).toEqual([]);
  expect(scene.logged.filter(({ level }) => level >= ERROR)).toEqual([]);
}

function recorder(logged: Scene['logged']): Logger {
  return pino(
    { level: 'debug' },
    { write: (line: string) => logged.push(JSON.parse(line) as Scene['logged'][number]) },
  );
}
