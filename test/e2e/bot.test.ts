// @module-tag slow
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PermissionFlagsBits } from 'discord.js';
import { BUNDLED_MODEL } from '../../src/embedding/bundled-model.ts';
import { EXIT } from '../../src/exit-code.ts';
import { startBotProcess as start, type BotProcess } from '../support/bot-process.ts';
import { renderMarkdown } from '../support/discord-markdown.ts';
import { buttonOf, People, textOf, until } from '../support/fake-discord-people.ts';
import { FakeDiscord, TOKEN } from '../support/fake-discord.ts';
import { MODELS_DIR } from '../support/models.ts';

const QUESTION = 'When did the Ganja strike happen?';
const ANSWER = /Oct\. 11, 2020/;

let folder: string;
let environment: Record<string, string>;
let model: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cited-e2e-'));
  await cp('corpus', join(folder, 'corpus'), { recursive: true });
  model = join(folder, 'embeddings/models', BUNDLED_MODEL);
  environment = {
    CORPUS_DIR: join(folder, 'corpus'),
    EMBEDDINGS_DIR: join(folder, 'embeddings'),
    DISCORD_TOKEN: TOKEN,
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bot as a process', () => {
  let fake: FakeDiscord;
  let people: People;
  let bot: BotProcess;
  beforeAll(async () => {
    fake = await FakeDiscord.start({ heartbeatInterval: 500 });
    people = new People(fake);
    // As a copy that broke off leaves it.
    await cp(join(MODELS_DIR, BUNDLED_MODEL), model, { recursive: true });
    await truncate(join(model, 'onnx/model.onnx'), 1_000_000);
    bot = start({ ...environment, DISCORD_API_URL: fake.apiUrl });
    await until(() => bot.output.includes('the commands'), `the bot to be ready; ${bot.errors}`, 100_000);
  });
  afterAll(async () => {
    bot.child.kill('SIGKILL');
    await fake.close();
  });

  it('says who it is and where to invite it, without its token', () => {
    expect(bot.output).toMatch(
      /oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=\d+/,
    );
    expect(bot.output).toContain('registered the commands');
    expect(bot.output).not.toContain(TOKEN);
  });

  it('exports the model anew where half of it is there', async () => {
    for (const name of ['onnx/model.onnx', 'tokenizer.json', 'similar-words.txt']) {
      const [made, shared] = await Promise.all(
        [model, join(MODELS_DIR, BUNDLED_MODEL)].map((path) => readFile(join(path, name))),
      );
      expect([name, made!.equals(shared!)]).toEqual([name, true]);
    }
  });

  it('answers a mention, /ask and a direct message from the real index', async () => {
    for (const markdown of [
      textOf(await people.reply(people.say(QUESTION, { mention: true }))),
      textOf(await people.shown(people.slash('ask', { question: QUESTION }))),
      textOf(await people.reply(people.dm(QUESTION))),
    ]) {
      expect(renderMarkdown(markdown).quoted).toMatch(ANSWER);
    }
  });

  it('completes names of documents', async () => {
    const typed = people.type('ask', 'source', 'barda');
    await until(() => typed.callback !== undefined, 'choices');
    expect(typed.callback?.data).toEqual({
      choices: [expect.objectContaining({ value: 'barda-attack.md' })],
    });
  });

  it('survives a dropped gateway, with and without its session', async () => {
    for (const forget of [false, true]) {
      fake.gateway.forgetSession = forget;
      fake.gateway.drop();
      await until(() => fake.gateway.connections === 0, 'the drop');
      await until(() => fake.gateway.connections === 1, 'a new connection', 20_000);
      expect(textOf(await people.reply(people.say(QUESTION, { mention: true })))).toMatch(/Oct\\?\. 11/);
    }
    expect(fake.gateway.resumes).toBeGreaterThan(0);
  });

  it('reaches a gateway again that was down for a while', async () => {
    fake.gateway.isDown = true;
    fake.gateway.drop();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    fake.gateway.isDown = false;
    await until(() => fake.gateway.connections === 1, 'a new connection', 30_000);
    expect(textOf(await people.reply(people.say(QUESTION, { mention: true })))).toMatch(/Oct\\?\. 11/);
  });

  it('answers while it reindexes, and then from the new documents', async () => {
    await writeFile(
      join(folder, 'corpus', 'lighthouse.md'),
      '# The lighthouse\n\nThe lighthouse of Bellcove was finished in 1871 by the mason Odile Farrow.\n',
    );
    await rm(join(folder, 'corpus', 'minsk-group.md'));
    const refused = people.slash('reindex');
    expect(textOf(await people.shown(refused))).toContain('Only those who may manage this server');
    const reindex = people.slash('reindex', {}, { permissions: PermissionFlagsBits.ManageGuild });
    await people.shown(reindex);
    const asked = Array.from({ length: 20 }, (_, i) =>
      people.slash('ask', { question: QUESTION }, { by: `9000000000000001${String(i).padStart(2, '0')}` }),
    );
    await Promise.all(asked.map((one) => people.shown(one)));
    // Discord waits three seconds.
    expect(Math.max(...asked.map(({ callback }) => callback?.after ?? Infinity))).toBeLessThan(2500);
    const report = (): string => textOf(fake.state.messages.get(reindex.original!)!);
    await until(() => /in use/.test(report()), 'the new index', 60_000);
    expect(report()).toContain('lighthouse.md');
    expect(report()).toContain('minsk-group.md');
    const answer = await people.shown(
      people.slash('ask', { question: 'When was the lighthouse of Bellcove finished?' }),
    );
    expect(textOf(answer)).toContain('1871');
  });

  it('answers what is in hand, then ends, when it is told to', async () => {
    bot.child.kill('SIGTERM');
    expect(await bot.exit).toBe(0);
    expect(bot.errors.replace(/^Building the index.*\n/gm, '')).toBe('');
    expect(fake.state.problems).toEqual([]);
  });

  it('knows the buttons of an earlier process', async () => {
    const answer = [...fake.state.messages.values()].find(
      (message) => message.author.bot === true && message.components.length > 1,
    )!;
    bot = start({ ...environment, DISCORD_API_URL: fake.apiUrl });
    await until(() => bot.output.includes('the commands'), 'the bot to be ready', 60_000);
    expect(bot.output).toContain('the commands are registered already');
    const pressed = people.press(answer, buttonOf(answer, 'Context'));
    expect(renderMarkdown(textOf(await people.shown(pressed))).quoted).toMatch(ANSWER);
    bot.child.kill('SIGINT');
    expect(await bot.exit).toBe(0);
    expect(fake.state.problems).toEqual([]);
  });
});

describe('what stops the bot', () => {
  const lines = (text: string): string[] =>
    text.split('\n').filter((line) => !/^(?:Building the index.*)?$/.test(line));

  it.each([
    [
      'nothing listening',
      { DISCORD_API_URL: 'http://127.0.0.1:9/api' },
      /Discord cannot be reached \(ECONNREFUSED\)/,
      EXIT.userError,
    ],
    [
      'no corpus',
      { CORPUS_DIR: '/nowhere', EMBEDDINGS_DIR: '/tmp/cited-nowhere' },
      /no corpus folder/i,
      EXIT.userError,
    ],
    ['a wrong variable', { ANSWER_CHANNELS: 'general' }, /ANSWER_CHANNELS/, EXIT.userError],
    ['a port that is none', { METRICS_PORT: '99999' }, /METRICS_PORT must be a port/, EXIT.userError],
  ])('%s', async (_, wrong, message, code) => {
    const bot = start({ ...environment, ...wrong });
    expect(await bot.exit).toBe(code);
    expect(bot.errors).toMatch(message);
    expect(lines(bot.errors).length).toBe(1);
  });

  it('a wrong token', async () => {
    const fake = await FakeDiscord.start();
    const bot = start({ ...environment, DISCORD_API_URL: fake.apiUrl, DISCORD_TOKEN: 'wrong' });
    expect(await bot.exit).toBe(EXIT.userError);
    expect(lines(bot.errors)).toEqual([expect.stringContaining('does not know this DISCORD_TOKEN')]);
    await fake.close();
  });

  it('an intent that is not allowed', async () => {
    const fake = await FakeDiscord.start();
    const bot = start({
      ...environment,
      DISCORD_API_URL: fake.apiUrl,
      ANSWER_CHANNELS: '900000000000000004',
    });
    expect(await bot.exit).toBe(EXIT.userError);
    expect(lines(bot.errors)).toEqual([expect.stringContaining('Message Content Intent')]);
    await fake.close();
  });
});
