import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import Database from 'libsql';
import { random } from '../../src/bench/synthetic.ts';
import { wholeNumber } from '../../src/cli/command.ts';
import { percentile } from '../../src/evaluation/measures.ts';
import { currentGeneration } from '../../src/index/generations.ts';
import { OpenIndex } from '../../src/index/open-index.ts';
import { until } from '../support/fake-discord-people.ts';
import { FakeDiscord, TOKEN } from '../support/fake-discord.ts';
import { accident } from './accidents.ts';
import { BotProcess } from './bot-process.ts';
import { ChangingCorpus } from './changing-corpus.ts';
import { Crowd } from './crowd.ts';
import { memoryFigures } from './figures.ts';
import { Ledger } from './ledger.ts';
import type { Phase } from './meter.ts';

/** Questions a second for each person: most stay under the bot's limit of 20 a minute, some do not. */
const RATE = 0.37;
const ACCIDENT_EVERY = 350;
const CHANGE_EVERY = 600;
const PRESS_SHARE = 0.1;
/** Commands in hand when the bot is told to end, each of somebody else. */
const LAST_COMMANDS = 40;
const STARTS_WITHIN = 120_000;

/** What is asked of the figures. */
const MAX_GROWTH = 0.1;
const MAX_DELAY = 100;
const MAX_END = 10_000;

const program = new Command('soak')
  .description("An hour's traffic in minutes, on a Discord with faults, to the bot as a process of its own.")
  .option('--questions <number>', 'questions in all', wholeNumber(100, 10_000_000), 10_000)
  .option('--users <number>', 'people who ask', wholeNumber(1, 10_000), 50)
  .option('--seed <number>', 'draws the same traffic again', wholeNumber(0, 0x7fffffff), 1)
  .parse();
const { questions, users, seed } = program.opts<{ questions: number; users: number; seed: number }>();
const say = (line: string) => process.stdout.write(`${line}\n`);
const started = performance.now();
const seconds = (): number => (performance.now() - started) / 1000;

const root = mkdtempSync(join(tmpdir(), 'cited-soak-'));
const embeddingsDir = join(root, 'embeddings');
const corpus = new ChangingCorpus(root);
const fake = await FakeDiscord.start({ heartbeatInterval: 5000 });
const ledger = new Ledger((words) => corpus.has(words));
const next = random(seed);
const crowd = new Crowd(fake, ledger, users, next);
fake.state.onPut = (message) => {
  ledger.put(message);
  crowd.put(message);
};
const environment = {
  CORPUS_DIR: corpus.folder,
  EMBEDDINGS_DIR: embeddingsDir,
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: fake.apiUrl,
};
const bot = new BotProcess(['src/main.ts'], environment, () => crowd.asked);
/** Does nothing: how late its event loop is, the machine's other work makes it. */
const idle = new BotProcess(['-e', 'setInterval(() => {}, 1e6)'], {}, () => 0);
const settling = setInterval(() => ledger.settle(fake.state.messages), 50);
let failed: boolean;
try {
  await until(() => fake.state.commands.size > 0, `the bot to be ready ${bot.stderr}`, STARTS_WITHIN);
  say(`ready after ${seconds().toFixed(0)} s`);
  await traffic();
  failed = await report();
} finally {
  bot.kill('SIGKILL');
  idle.kill('SIGKILL');
  clearInterval(settling);
  await fake.close();
  rmSync(root, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function traffic(): Promise<void> {
  enter('answering');
  let accidents = 0;
  let changes = 0;
  let isIndexing = false;
  let due = performance.now();
  let said = performance.now();
  while (crowd.asked < questions) {
    if (crowd.asked >= (accidents + 1) * ACCIDENT_EVERY) {
      await accident(fake, accidents++);
      due = performance.now();
    }
    if (isIndexing && corpus.isIndexed) {
      isIndexing = false;
      enter('answering');
    }
    if (!isIndexing && crowd.asked >= (changes + 1) * CHANGE_EVERY) {
      changes += 1;
      isIndexing = true;
      enter('reindexing');
      corpus.change();
    }
    crowd.ask();
    if (next() < PRESS_SHARE) crowd.press();
    if (performance.now() - said > 15_000) {
      said = performance.now();
      const rss = (bot.samples.at(-1)?.rss ?? 0) / 1024 / 1024;
      say(
        `${crowd.asked} asked, ${ledger.answered} answered, ${ledger.refused} refused, ${ledger.open} open, ${rss.toFixed(0)} MB, ${seconds().toFixed(0)} s`,
      );
    }
    // People who wait for answers ask no more: a slow machine must not be what is tried.
    if (ledger.open > 2 * users) {
      await until(() => ledger.open <= 2 * users, 'answers', 120_000);
      due = performance.now();
    }
    due += (2 * next() * 1000) / (users * RATE);
    await sleep(Math.max(0, due - performance.now()));
  }
  await until(() => ledger.open === 0, 'the last answers', 90_000);
  say(`${accidents} accidents, ${changes} changes of the corpus, ${crowd.pressed} buttons pressed`);
}

function enter(phase: Phase): void {
  bot.enter(phase);
  idle.enter(phase);
}

/** @returns whether something was not as it must be */
async function report(): Promise<boolean> {
  const delays = await bot.delays();
  const idleDelays = await idle.delays();
  const memory = memoryFigures(bot.samples, questions);
  const { answered, refused, silenced, times } = ledger;
  const end = await endUnderLoad();
  const problems = [...ledger.problems, ...bot.errors, ...fake.state.problems, ...end.problems];
  const must = (holds: boolean, what: string): void => {
    if (!holds) problems.push(what);
  };
  say(
    `${questions} questions of ${users} people in ${seconds().toFixed(0)} s: ${answered} answered, ${refused} refused, ${silenced} of people who had just been told to wait`,
  );
  say(
    `shown after p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms`,
  );
  say(
    `resident memory ${memory.after.toFixed(0)} MB after a tenth, ${memory.end.toFixed(0)} MB at the end, ${memory.most.toFixed(0)} MB at most; ${memory.slope.toFixed(2)} MB more for each 1,000 questions`,
  );
  say(
    `JavaScript heap ${memory.heapAfter.toFixed(0)} MB after a tenth, ${memory.heapEnd.toFixed(0)} MB at the end`,
  );
  const { monitored } = delays;
  say(
    `event loop as Node.js monitors it: p50 ${monitored.p50.toFixed(1)} ms, p99 ${monitored.p99.toFixed(1)} ms`,
  );
  for (const phase of ['answering', 'reindexing'] as const) {
    const { p50, p99, max, ownP99 } = delays.phases[phase];
    say(
      `event loop late while ${phase}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${max.toFixed(0)} ms; p99 without waiting for a processor ${ownP99?.toFixed(1) ?? 'unknown'} ms, p99 of an idle process ${idleDelays.phases[phase].p99.toFixed(1)} ms`,
    );
    // What others make of the machine is not the bot's doing.
    must((ownP99 ?? p99) < MAX_DELAY, `the event loop is late while ${phase}`);
  }
  say(
    `told to end with ${LAST_COMMANDS} commands and a build in hand: exit code ${end.code} after ${(end.milliseconds / 1000).toFixed(1)} s`,
  );
  must(answered > 0 && refused > 0, 'nothing was answered, or nothing refused');
  must(memory.end <= memory.after * (1 + MAX_GROWTH), 'memory is not flat');
  must(end.code === 0 && end.milliseconds < MAX_END, 'it does not end as it should');
  say(problems.length === 0 ? 'nothing went wrong' : `${problems.length} things went wrong:`);
  for (const problem of problems.slice(0, 20)) say(`- ${problem.slice(0, 1000)}`);
  return problems.length > 0;
}

async function endUnderLoad(): Promise<{ code: number | null; milliseconds: number; problems: string[] }> {
  corpus.change();
  await until(() => readdirSync(embeddingsDir).some((name) => name.endsWith('.building')), 'a build', 60_000);
  // Others than before: nobody is over the limit.
  const last = new Crowd(fake, ledger, users + LAST_COMMANDS, next).users.slice(users);
  const before = new Set(fake.state.interactions.keys());
  for (const by of last) crowd.ask(by, true);
  const mine = [...fake.state.interactions.values()].filter(({ token }) => !before.has(token));
  await until(() => mine.every(({ callback }) => callback !== undefined), 'acknowledgements');
  const told = performance.now();
  bot.kill('SIGTERM');
  const code = await bot.exit;
  const milliseconds = performance.now() - told;
  ledger.settle(fake.state.messages, true);
  return { code, milliseconds, problems: await leftBehind() };
}

/** What is on disk once the bot has ended is whole. */
async function leftBehind(): Promise<string[]> {
  const problems: string[] = [];
  try {
    (await OpenIndex.open(embeddingsDir, currentGeneration(embeddingsDir)!)).close();
  } catch (error) {
    problems.push(`the index that is left cannot be opened: ${String(error)}`);
  }
  const database = new Database(join(embeddingsDir, 'bot.db'), { readonly: true });
  const check = JSON.stringify(database.prepare('PRAGMA integrity_check').all());
  if (check !== '[{"integrity_check":"ok"}]') problems.push(`the bot's database is damaged: ${check}`);
  database.close();
  return problems;
}
