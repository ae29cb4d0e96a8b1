// @module-tag slow
import { constants, openSync, closeSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/exit-code.ts';
import { acquireBuildLock } from '../../src/index/build-lock.ts';
import { startBotProcess, type BotProcess } from '../support/bot-process.ts';
import { ASKER_ID, CHANNEL_ID } from '../support/fake-discord-data.ts';
import { buttonOf, People, textOf, until } from '../support/fake-discord-people.ts';
import { FakeDiscord, TOKEN } from '../support/fake-discord.ts';
import { SAMPLE } from '../support/models.ts';

const QUESTION = 'When did the Ganja strike happen?';
const DM_CHANNEL_ID = '900000000000000099';

async function freePort(): Promise<number> {
  const server = await occupiedPort();
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function occupiedPort(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** What whoever runs the bot sees of it: its exit code, its log and its metrics. */
describe('running the bot', () => {
  let folder: string;
  let fake: FakeDiscord;
  let people: People;
  let bot: BotProcess | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cited-run-'));
    await cp(SAMPLE.embeddingsDir, folder, { recursive: true, preserveTimestamps: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    fake = await FakeDiscord.start({ heartbeatInterval: 300 });
    people = new People(fake);
  });
  afterEach(async () => {
    bot?.child.kill('SIGKILL');
    await fake.close();
  });

  const environment = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    CORPUS_DIR: SAMPLE.corpusDir,
    EMBEDDINGS_DIR: folder,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: fake.apiUrl,
    ...more,
  });
  const begin = async (more: Readonly<Record<string, string>> = {}): Promise<BotProcess> => {
    const started = (bot = startBotProcess(environment(more)));
    await Promise.race([
      until(() => started.output.includes('the commands'), 'the bot', 60_000).catch((error: unknown) =>
        expect.fail(`${String(error)} It said: ${started.output}${started.errors}`),
      ),
      started.exit.then((code) => expect.fail(`exited with ${code}: ${started.errors}`)),
    ]);
    return started;
  };
  const ask = () => people.reply(people.say(QUESTION, { mention: true }));
  /** With an answer in hand, which is on its way to a Discord that is slow to take it. */
  const expectToFinish = async (started: BotProcess, signal: NodeJS.Signals): Promise<void> => {
    const logged = started.output.length;
    fake.fail(/messages/, { status: 502, body: {} }, 6);
    const asked = people.say(QUESTION, { mention: true });
    await until(() => started.output.includes('"verdict"', logged), 'an answer');
    const before = performance.now();
    started.child.kill(signal);
    expect(textOf(await people.reply(asked))).toContain('11, 2020');
    expect(await started.exit).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_000);
  };

  it('tells a supervisor and Prometheus how it is', async () => {
    const port = await freePort();
    const page = async (path: string): Promise<{ status: number; text: string }> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    };
    await begin({ METRICS_PORT: String(port) });
    expect(await page('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    await until(async () => (await page('/readyz')).status === 200, 'readiness');
    fake.fail(/messages/, { status: 502, body: {} }, 2);
    await ask();
    const { text } = await page('/metrics');
    const value = (name: string): number =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.slice(name.length),
      );
    expect(value('cited_questions_total{verdict="answered"}')).toBe(1);
    expect(value('cited_answer_seconds_count')).toBe(1);
    expect(value('cited_rest_errors_total{status="502"}')).toBe(2);
    expect(value('cited_index_documents')).toBeGreaterThan(3);
    expect(value('cited_index_age_seconds')).toBeGreaterThan(0);
    expect(value('cited_gateway_ready')).toBe(1);
    expect(value('cited_servers')).toBe(1);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e8);
    expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    await until(async () => /^cited_gateway_ping_seconds \d/m.test((await page('/metrics')).text), 'a ping');
    fake.gateway.isDown = true;
    fake.gateway.drop();
    await until(async () => (await page('/readyz')).status === 503, 'unreadiness');
    expect((await page('/readyz')).text).toMatch(/^the gateway is \w+\n$/);
    expect((await page('/healthz')).status).toBe(200);
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain(ASKER_ID.slice(0, 12));
  });

  it('says in a line that the port of its metrics is taken, logs questions when told to, and finishes at SIGINT', async () => {
    const taken = await occupiedPort();
    const started = await begin({ METRICS_PORT: String(portOf(taken)), LOG_QUESTIONS: 'true' });
    expect(textOf(await ask())).toContain('11, 2020');
    const lines = started.output.split('\n').filter((line) => line.includes('Metrics'));
    expect(lines).toEqual([expect.stringMatching(/another process uses it.*METRICS_PORT/)]);
    await until(() => started.output.includes(QUESTION), 'the question');
    await expectToFinish(started, 'SIGINT');
    taken.close();
  });

  it('logs an answer in a line of JSON, without its question, its asker or a token, and finishes at SIGTERM', async () => {
    const started = await begin();
    await ask();
    await people.reply(people.dm(QUESTION, DM_CHANNEL_ID));
    await people.shown(people.slash('ask', { question: QUESTION }));
    const answers = (): string[] => started.output.split('\n').filter((line) => line.includes('"verdict"'));
    await until(() => answers().length === 3, 'three lines');
    for (const line of answers()) {
      expect(JSON.parse(line)).toMatchObject({ verdict: 'answered', quotes: 9, turns: 0 });
      expect((JSON.parse(line) as { ms: number }).ms).toBeGreaterThan(0);
    }
    for (const secret of [TOKEN, QUESTION, ASKER_ID, DM_CHANNEL_ID, CHANNEL_ID])
      expect(started.output).not.toContain(secret);
    await expectToFinish(started, 'SIGTERM');
  });

  it('is up while Discord puts off registering the commands, and ends with what is in hand', async () => {
    const port = await freePort();
    fake.rateLimit(/commands$/, 3600, 5);
    const started = (bot = startBotProcess(environment({ METRICS_PORT: String(port) })));
    await until(() => fake.state.requests.some(({ path }) => path.endsWith('commands')), 'a try', 60_000);
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
    await until(ready, 'readiness');
    fake.fail(/messages/, { status: 502, body: {} }, 6);
    const asked = people.say(QUESTION, { mention: true });
    await until(() => started.output.includes('"verdict"'), 'an answer');
    const before = performance.now();
    started.child.kill('SIGTERM');
    expect(textOf(await people.reply(asked))).toContain('11, 2020');
    expect(await started.exit).toBe(0);
    expect(performance.now() - before).toBeLessThan(8000);
    expect(started.output).toContain('finishing what is in hand');
  });

  it('ends within ten seconds though Discord does not take an answer', async () => {
    const started = await begin();
    fake.fail(/messages/, { status: 502, body: {} }, 1000);
    people.say(QUESTION, { mention: true });
    await until(() => started.output.includes('"verdict"'), 'an answer');
    const before = performance.now();
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_500);
  });

  it.skipIf(process.platform === 'win32').each([
    ['an exception that nobody catches', 'setTimeout(() => { throw new Error("broken on purpose"); })'],
    ['a promise that nobody looks after', 'Promise.reject(new Error("broken on purpose"))'],
  ])('logs %s, and ends so that a supervisor starts it again', async (_, breaking) => {
    const code = `process.on("SIGUSR2", () => { ${breaking} });`;
    const started = await begin({
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}`,
    });
    started.child.kill('SIGUSR2');
    expect(await started.exit).toBe(EXIT.tryAgain);
    const last = JSON.parse(started.output.trim().split('\n').at(-1)!) as object;
    expect(last).toMatchObject({ level: 60, err: { message: 'broken on purpose' } });
    expect(last).toHaveProperty('err.stack', expect.stringContaining('\n    at '));
  });

  it('ends at once where it is told to while it builds its first index', async () => {
    const fresh = join(folder, 'fresh');
    await cp(SAMPLE.modelsDir, join(fresh, 'models'), { recursive: true, preserveTimestamps: true });
    const started = (bot = startBotProcess(environment({ EMBEDDINGS_DIR: fresh })));
    await until(() => started.errors.includes('Building the index'), 'the build', 60_000);
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
    expect(started.errors).toBe('Building the index.\n');
  });

  it.each(['true', 'false'])(
    'answers from the index that there is and brings it up to date meanwhile, with WATCH_CORPUS=%s',
    async (watch) => {
      const older = join(folder, `older-${watch}`);
      const corpus = join(older, 'corpus');
      await cp(SAMPLE.embeddingsDir, older, { recursive: true, preserveTimestamps: true });
      await cp(SAMPLE.corpusDir, corpus, { recursive: true, preserveTimestamps: true });
      const release = await acquireBuildLock(older);
      try {
        await writeFile(join(corpus, 'lamp.txt'), 'The lamp at Harrow Quay burns whale oil.');
        await writeFile(join(corpus, 'lamp.bin'), 'x');
        const started = await begin({ EMBEDDINGS_DIR: older, CORPUS_DIR: corpus, WATCH_CORPUS: watch });
        expect(started.output).toMatch(
          /"level":40.*the last good index answers while.*: The index is not .* now\. Bring it up to date/,
        );
        expect(textOf(await ask())).toContain('11, 2020');
        expect(started.output).not.toContain('a new index is in use');
        release();
        await until(() => started.output.includes('a new index is in use'), 'the index', 60_000);
        expect(started.output).toContain('skipped lamp.bin');
        expect(started.errors).toBe('');
        const asked = people.say('What does the lamp at Harrow Quay burn?', { mention: true });
        expect(textOf(await people.reply(asked))).toContain('whale oil');
      } finally {
        release();
      }
    },
  );

  it('ends at once where it is told to while it connects', async () => {
    fake.gateway.isDown = true;
    const started = (bot = startBotProcess(environment()));
    await until(() => fake.state.requests.some(({ path }) => path === '/gateway/bot'), 'a try', 60_000);
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
  });

  it.runIf(process.platform === 'linux')('answers though its log cannot be written', async () => {
    const full = openSync('/dev/full', constants.O_WRONLY);
    const started = (bot = startBotProcess(environment(), { stdout: full }));
    closeSync(full);
    await until(() => fake.gateway.connections === 1, `the gateway; ${started.errors}`, 60_000);
    for (let i = 0; i < 5; i++) expect(textOf(await ask())).toContain('11, 2020');
    started.child.kill('SIGTERM');
    expect(await started.exit).toBe(0);
  });

  it('answers though it can keep nothing', async () => {
    const broken = join(folder, 'broken');
    await cp(SAMPLE.embeddingsDir, broken, { recursive: true, preserveTimestamps: true });
    await mkdir(join(broken, 'bot.db'));
    const { output } = await begin({ EMBEDDINGS_DIR: broken });
    expect(output).toMatch(/"level":50.*bot\.db cannot be used/);
    const answer = await ask();
    expect(textOf(answer)).toContain('11, 2020');
    const thanks = textOf(await people.shown(people.press(answer, buttonOf(answer, '👍'))));
    expect(thanks).toContain('lost when I am restarted');
    expect(thanks).not.toContain('Kept');
  });

  it('asks for a token where there is none, and names the variable that was meant for it', async () => {
    const started = startBotProcess(environment({ DISCORD_TOKEN: '', DISCORD_TOKE: TOKEN }));
    expect(await started.exit).toBe(EXIT.userError);
    expect(started.errors).toContain('needs a DISCORD_TOKEN');
    expect(started.errors).toMatch(/DISCORD_TOKE is not known; did you mean DISCORD_TOKEN\?/);
    expect(started.errors).not.toContain(TOKEN);
  });
});
