import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadEnvironment, readConfig, VARIABLES } from '../src/config.ts';
import { UserError } from '../src/errors.ts';

function failure(environment: NodeJS.ProcessEnv): UserError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('The configuration was taken.');
}

describe('readConfig', () => {
  it('has a default for every variable but the token', () => {
    expect(readConfig({})).toEqual({
      discord: { token: undefined, guildId: undefined, apiUrl: undefined, answerChannels: [] },
      corpusDir: resolve('corpus'),
      embeddingsDir: resolve('embeddings'),
      modelsDir: resolve('embeddings/models'),
      embeddingModel: '',
      watchCorpus: true,
      logLevel: 'info',
      logQuestions: false,
      metrics: { port: undefined, host: '127.0.0.1' },
      warnings: [],
    });
  });

  it('reads every variable', () => {
    const config = readConfig({
      DISCORD_TOKEN: 'token.of-a_bot',
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API_URL: 'http://localhost:8080/api/',
      ANSWER_CHANNELS: ' 123456789012345678, 223456789012345678\n323456789012345678,',
      CORPUS_DIR: '/documents',
      EMBEDDINGS_DIR: '/index',
      EMBEDDING_MODEL: 'Xenova/multilingual-e5-small@main',
      WATCH_CORPUS: 'no',
      LOG_LEVEL: 'debug',
      LOG_QUESTIONS: '1',
      METRICS_PORT: '9464',
      METRICS_HOST: '::',
    });
    expect(config).toEqual({
      discord: {
        token: 'token.of-a_bot',
        guildId: '123456789012345678',
        apiUrl: 'http://localhost:8080/api',
        answerChannels: ['123456789012345678', '223456789012345678', '323456789012345678'],
      },
      corpusDir: '/documents',
      embeddingsDir: '/index',
      modelsDir: resolve('/index/models'),
      embeddingModel: 'Xenova/multilingual-e5-small@main',
      watchCorpus: false,
      logLevel: 'debug',
      logQuestions: true,
      metrics: { port: 9464, host: '::' },
      warnings: [],
    });
  });

  it('takes empty values for none', () => {
    const empty = Object.fromEntries(
      VARIABLES.map((name, i) => [name, ['', '  ', '""', "''", '\r\n'][i % 5]]),
    );
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it.each(['"value"', "'value'", '  value  ', 'value\r\n', ' "value" \r', '" value "'])(
    'reads %j without its quotes, padding and line end',
    (value) => {
      expect(readConfig({ DISCORD_TOKEN: value }).discord.token).toBe('value');
      expect(readConfig({ CORPUS_DIR: value }).corpusDir).toBe(resolve('value'));
    },
  );

  it('takes a token with the word Bot in front', () => {
    expect(readConfig({ DISCORD_TOKEN: 'Bot abc.def' }).discord.token).toBe('abc.def');
    expect(readConfig({ DISCORD_TOKEN: '“abc.def”\u200b' }).discord.token).toBe('abc.def');
  });

  it('takes flags and levels in any case', () => {
    expect(readConfig({ WATCH_CORPUS: 'FALSE', LOG_LEVEL: 'WARN' })).toMatchObject({
      watchCorpus: false,
      logLevel: 'warn',
    });
  });

  it.each([
    ['DISCORD_TOKEN', 'secret\ntoken'],
    ['DISCORD_TOKEN', 'secret token'],
    ['DISCORD_TOKEN', 'sec\u200bret'],
    ['DISCORD_TOKEN', 'секрет'],
    ['DISCORD_GUILD_ID', '12'],
    ['DISCORD_GUILD_ID', '12345678901234567x'],
    ['DISCORD_API_URL', 'discord.com'],
    ['DISCORD_API_URL', 'file:///etc'],
    ['ANSWER_CHANNELS', '123456789012345678,#general'],
    ['WATCH_CORPUS', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_PORT', '0'],
    ['METRICS_PORT', '65536'],
    ['METRICS_PORT', 'http'],
    ['METRICS_PORT', '94.64'],
    ['METRICS_HOST', 'http://localhost'],
  ])('refuses %s=%j by its name, and never repeats a token', (name, value) => {
    const { code, message, hint } = failure({ [name]: value });
    expect(code).toBe('CONFIG_INVALID');
    expect(message).toContain(name);
    expect(message + hint).not.toContain('secret');
    expect(message).not.toContain('\n');
  });

  it('names all that is wrong at once', () => {
    const { message } = failure({ LOG_LEVEL: 'loud', DISCORD_GUILD_ID: 'x', WATCH_CORPUS: '2' });
    for (const name of ['LOG_LEVEL', 'DISCORD_GUILD_ID', 'WATCH_CORPUS']) expect(message).toContain(name);
  });

  it.each([
    ['DISCORD_TOKENS', 'DISCORD_TOKEN'],
    ['CORPUS_DIRR', 'CORPUS_DIR'],
    ['corpus_dir', 'CORPUS_DIR'],
    ['EMBEDING_DIR', 'EMBEDDINGS_DIR'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['DISCORD_TOKE', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['METRIC_PORT', 'METRICS_PORT'],
  ])('warns that %s is perhaps meant for %s', (name, meant) => {
    const { warnings } = readConfig({ [name]: 'value' });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(name);
    expect(warnings[0]).toContain(meant);
  });

  it('warns of no other bot’s name for what is set', () => {
    expect(readConfig({ DISCORD_TOKEN: 'a', BOT_TOKEN: 'b' }).warnings).toEqual([]);
  });

  it('warns of nothing that is common in an environment', () => {
    expect(
      readConfig({ PATH: '', HOME: '', LANG: '', NODE_ENV: '', SHELL: '', LOGNAME: '' }).warnings,
    ).toEqual([]);
  });
});

describe('the file .env', () => {
  const before = process.cwd();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cited-env-'));
    process.chdir(folder);
    for (const name of VARIABLES) vi.stubEnv(name, undefined);
  });
  afterEach(() => {
    process.chdir(before);
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const written = (content: string | Uint8Array) => {
    writeFileSync('.env', content);
    return readConfig(loadEnvironment());
  };

  it('need not be there', () => {
    expect(readConfig(loadEnvironment()).discord.token).toBeUndefined();
  });

  it.each([
    ['with line ends of Windows', 'DISCORD_TOKEN="abc.def"\r\nLOG_LEVEL=warn\r\n'],
    ['with a byte order mark', '\ufeffDISCORD_TOKEN=abc.def\nLOG_LEVEL=warn'],
    [
      'in UTF-16, as PowerShell writes it',
      Buffer.from('\ufeffDISCORD_TOKEN=abc.def\r\nLOG_LEVEL=warn\r\n', 'utf16le'),
    ],
    [
      'with comments, export and padding',
      "# bot\nexport DISCORD_TOKEN = 'abc.def' # mine\n  LOG_LEVEL=warn  \n",
    ],
  ])('is read %s', (_, content) => {
    expect(written(content)).toMatchObject({ discord: { token: 'abc.def' }, logLevel: 'warn' });
  });

  it('gives way to variables that are set', () => {
    process.env['LOG_LEVEL'] = 'error';
    expect(written('LOG_LEVEL=warn').logLevel).toBe('error');
  });

  it('is not passed over where it is no file, as when Docker mounts one that is missing', () => {
    mkdirSync('.env');
    expect(() => loadEnvironment()).toThrow(expect.objectContaining({ code: 'ENV_FILE_UNREADABLE' }));
  });
});
