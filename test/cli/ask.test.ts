// @module-tag slow
import { stripVTControlCharacters } from 'node:util';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acquireBuildLock } from '../../src/index/build-lock.ts';
import { MODELS_DIR, SAMPLE_CORPUS_DIR } from '../support/models.ts';
import { runCommand, runInTurn, type Run } from '../support/run-command.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

const QUESTION = 'when did the Ganja strike happen';

interface JsonAnswer {
  readonly quotes: readonly { source: string; start: number; end: number; text: string }[];
}

describe('ask', () => {
  it('shows the quotes with their source, and ends with 0', async () => {
    const { code, stdout, stderr } = await runCommand('ask', [QUESTION, '--top', '2']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('1. ganja-strike-october-2020.md ¶');
    expect(stdout).toContain('│ ');
    expect(stdout).not.toContain('3. ');
  });

  it('prints the answer as JSON and nothing else', async () => {
    const { code, stdout } = await runCommand('ask', ['--json', '--', ...QUESTION.split(' ')]);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as JsonAnswer;
    const span = { start: expect.any(Number) as number, end: expect.any(Number) as number };
    expect(answer).toMatchObject({
      question: QUESTION,
      verdict: 'answered',
      confidence: expect.any(Number) as number,
      timings: { embed: expect.any(Number) as number, total: expect.any(Number) as number },
    });
    expect(answer.quotes).toHaveLength(3);
    expect(answer.quotes[0]).toMatchObject({
      source: 'ganja-strike-october-2020.md',
      paragraph: expect.any(Number) as number,
      ...span,
      highlights: [span],
      score: expect.any(Number) as number,
      title: expect.any(String) as string,
      date: '2020-10-12',
      alsoIn: [],
    });
    for (const { source, start, end, text } of answer.quotes) {
      expect(readFileSync(join(SAMPLE_CORPUS_DIR, source), 'utf8').slice(start, end)).toBe(text);
    }
  });

  it('draws a line below the number that is asked for, where there is colour', async () => {
    const { stdout } = await runCommand('ask', ['how many people were wounded in Ganja', '--top', '1'], {
      env: { FORCE_COLOR: '1' },
    });
    const underline = '\u001b[4m';
    expect(stripVTControlCharacters(stdout.split(underline)[1]!)).toMatch(/^35 wounded/);
    expect(stdout.split(underline)).toHaveLength(2);
  });

  it('ends with 3 where it found nothing', async () => {
    const { code, stdout } = await runCommand('ask', ['how do I bake sourdough bread', '--json']);
    expect([code, (JSON.parse(stdout) as { verdict: string }).verdict]).toEqual([3, 'not-found']);
  });

  it('explains its ranking on stderr beside JSON', async () => {
    const { code, stdout, stderr } = await runCommand('ask', ['when was Gnaja hit', '--json', '--explain']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('verdict', 'answered');
    expect(stderr).toContain('signal');
    expect(stderr).toContain('gnaja (nowhere; taken for ganja)');
    expect(stderr).not.toContain('-0.00 ');
  });

  it('explains every part of each score', async () => {
    const { stdout } = await runCommand('ask', ['Ganja', '--explain', '--top', '6']);
    const rows = stdout.match(/^│.*$/gm)!.map((row) => row.split('│').slice(1, -1));
    const added = (name: string) => rows.find(([signal]) => signal!.trim() === name)!.slice(2);
    const parts = rows.filter(([signal]) => !/^(?:signal|score)$/.test(signal!.trim()));
    expect(parts.map(([signal]) => signal!.trim())).toContain('lacks the word');
    for (const [i, score] of added('score').entries()) {
      const sum = parts.reduce((total, row) => total + Number(row[i + 2]!.split('→').at(-1)), 0);
      expect(Math.abs(sum - Number(score))).toBeLessThan(0.15);
    }
  });
});

describe('ask, given all sorts', () => {
  const misused = [
    [],
    ['--top', '3'],
    [QUESTION, '--top', '0'],
    [QUESTION, '--top', '-1'],
    [QUESTION, '--top', '1000'],
    [QUESTION, '--top', 'x'],
    [QUESTION, '--top', '1e1'],
    [QUESTION, '--top'],
    [QUESTION, '--nonsense'],
  ].map((args) => [...args, '--json']);
  const wrong = [
    { what: 'no question', args: [' ', '--json'], message: 'There is no question' },
    { what: 'control characters', args: ['\u0001\u001b\u007f', '--json'], message: 'There is no question' },
    { what: '5,000 characters', args: ['why '.repeat(1250), '--json'], message: '2000 is the most' },
    {
      what: 'an unknown document',
      args: [QUESTION, '--source', 'ganja.md', '--json'],
      message: 'Did you mean ganja-',
    },
  ];
  const odd = ['🎉🎉', 'когда был удар по Гяндже', 'when\u0007 did\u001b[31m it', '--'].map((question) => [
    '--json',
    '--',
    question,
  ]);
  const runs = new Map<readonly string[], Run>();
  beforeAll(async () => {
    const all = [...misused, ...wrong.map(({ args }) => args), ...odd];
    const done = await runInTurn(all.map((args) => ({ name: 'ask', args })));
    for (const [i, args] of all.entries()) runs.set(args, done[i]!);
  });

  it.each(misused.map((args) => [args]))('takes %j for bad usage: 2, with the usage on stderr', (args) => {
    const { code, stdout, stderr } = runs.get(args)!;
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain('Usage: npm run ask');
    expect(stderr).not.toContain('    at ');
  });

  it.each(wrong)(
    'says in a line and a hint what is wrong with $what, and ends with 1',
    ({ args, message }) => {
      const { code, stdout, stderr } = runs.get(args)!;
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(message);
      expect(stderr).toMatch(/^Error: .*\nHint: .*\n$/);
    },
  );

  it.each(odd.map((args) => [args.at(-1), args] as const))('takes the question %j', (_, args) => {
    const { code, stdout } = runs.get(args)!;
    expect([0, 3]).toContain(code);
    expect(JSON.parse(stdout)).toHaveProperty('quotes');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('ask, with a corpus of one’s own', () => {
  let corpus: TemporaryCorpus;
  let env: NodeJS.ProcessEnv;
  beforeEach(() => {
    corpus = new TemporaryCorpus();
    mkdirSync(corpus.embeddingsDir);
    symlinkSync(MODELS_DIR, join(corpus.embeddingsDir, 'models'));
    env = { CORPUS_DIR: corpus.corpusDir, EMBEDDINGS_DIR: corpus.embeddingsDir };
  });
  afterEach(() => corpus[Symbol.dispose]());

  it('builds the index first, tells on stderr what it skipped, and builds it again after a change', async () => {
    corpus.write({ 'a.txt': 'The bakery opens at seven in the morning.', 'b.bin': 'x' });
    const first = await runCommand('ask', ['when does the bakery open', '--json'], { env });
    expect(first.code).toBe(0);
    expect(first.stderr).toContain('Skipped b.bin');
    expect((JSON.parse(first.stdout) as JsonAnswer).quotes[0]!.source).toBe('a.txt');

    corpus.write({ 'c.txt': 'The bakery opens at eight on Sundays.' });
    const second = await runCommand('ask', ['when does the bakery open on Sundays', '--json'], { env });
    expect((JSON.parse(second.stdout) as JsonAnswer).quotes[0]!.source).toBe('c.txt');

    corpus.remove('.');
    const third = await runCommand('ask', ['when does the bakery open', '--json'], { env });
    expect(third.code).toBe(0);
    expect(third.stderr).toContain('Warning: The index could not be brought up to date');
    expect((JSON.parse(third.stdout) as JsonAnswer).quotes).toHaveLength(2);
  });

  it('answers from the index that there is while another process builds, and says so', async () => {
    corpus.write({ 'a.txt': 'The bakery opens at seven in the morning.' });
    await runCommand('index', [], { env });
    corpus.write({ 'c.txt': 'The bakery opens at eight on Sundays.' });
    const release = await acquireBuildLock(corpus.embeddingsDir);
    try {
      const asked = await runCommand('ask', ['when does the bakery open', '--json'], { env });
      expect(asked.code).toBe(0);
      expect(asked.stderr).toMatch(/^Warning: .*Another process is building it.*\n$/);
      expect((JSON.parse(asked.stdout) as JsonAnswer).quotes.map(({ source }) => source)).toEqual(['a.txt']);
      const chatted = await runCommand('chat', [], { env, input: 'when does the bakery open\n' });
      expect(chatted.stderr).toBe(asked.stderr);
      expect(chatted.stdout).toContain('a.txt ¶1');
    } finally {
      release();
    }
  });

  it('does not let a document drive the terminal', async () => {
    corpus.write({ 'a\u001b[2J.txt': 'The bakery\u001b[31m opens\u0007 at\u009b1m seven.\r\nOr \u202enot.' });
    const { code, stdout } = await runCommand('ask', ['when does the bakery open'], { env });
    expect(code).toBe(0);
    expect(stdout).toContain('bakery');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it.each([
    ['missing', 'CORPUS_DIR', '/nowhere/at/all', 'There is no corpus folder'],
    ['empty', 'CORPUS_DIR', undefined, 'no document that can be read'],
    ['whose index cannot be written', 'EMBEDDINGS_DIR', '/dev/null/index', 'cannot be written'],
    ['of an invalid configuration', 'LOG_LEVEL', 'loud', 'LOG_LEVEL'],
  ])('says what to do about a corpus that is %s, and ends with 1', async (_, name, value, message) => {
    if (name === 'EMBEDDINGS_DIR') corpus.write({ 'a.txt': 'Text.' });
    const { code, stdout, stderr } = await runCommand('ask', ['why', '--json'], {
      env: value === undefined ? env : { ...env, [name]: value },
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Hint: ');
    expect(stderr).not.toContain('    at ');
  });
});
