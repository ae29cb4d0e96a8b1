import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { UserError, systemErrorCode } from './errors.ts';

const id = v.pipe(v.string(), v.regex(/^\d{17,20}$/, 'must be an id of 17 to 20 digits'));
const YES = ['true', '1', 'yes', 'on'];
const NO = ['false', '0', 'no', 'off'];
const flag = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.picklist([...YES, ...NO], 'must be true or false'),
  v.transform((value) => YES.includes(value)),
);
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const PORT = 'must be a port from 1 to 65535';

/** Every variable, its default and its check. An empty or absent variable takes the default. */
const variables = v.object({
  DISCORD_TOKEN: v.optional(
    v.pipe(
      v.string(),
      v.transform((token) =>
        token.replace(/^[“”„‘’«»\p{Cf}]+|[“”„‘’«»\p{Cf}]+$/gu, '').replace(/^Bot\s+/i, ''),
      ),
      v.regex(/^\S+$/, 'must not hold spaces'),
      v.regex(
        /^[\x21-\x7e]+$/,
        'must hold nothing but letters, digits and the signs of a keyboard: copy it anew',
      ),
    ),
  ),
  DISCORD_GUILD_ID: v.optional(id),
  DISCORD_API_URL: v.optional(
    v.pipe(
      v.string(),
      v.url('must be a URL such as https://discord.com/api'),
      v.regex(/^https?:/i, 'must begin with http'),
    ),
  ),
  ANSWER_CHANNELS: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(/[\s,]+/).filter((item) => item !== '')),
      v.array(id),
    ),
    '',
  ),
  CORPUS_DIR: v.optional(v.string(), 'corpus'),
  EMBEDDINGS_DIR: v.optional(v.string(), 'embeddings'),
  EMBEDDING_MODEL: v.optional(v.string(), ''),
  WATCH_CORPUS: v.optional(flag, 'true'),
  LOG_LEVEL: v.optional(
    v.pipe(v.string(), v.toLowerCase(), v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)),
    'info',
  ),
  LOG_QUESTIONS: v.optional(flag, 'false'),
  METRICS_PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, PORT),
      v.transform(Number),
      v.minValue(1, PORT),
      v.maxValue(65_535, PORT),
    ),
  ),
  METRICS_HOST: v.optional(
    v.pipe(v.string(), v.regex(/^[\w.:-]+$/, 'must be an address such as 127.0.0.1')),
    '127.0.0.1',
  ),
});

/** An environment variable that is read. */
export type VariableName = keyof v.InferOutput<typeof variables>;
/** All of them, in the order of `.env.example`. */
export const VARIABLES = Object.keys(variables.entries) as readonly VariableName[];
const ENV_FILE = '.env';
const UTF_16_MARK = Buffer.of(0xff, 0xfe);
/** What other bots call it. */
const OTHERS_NAMES: Readonly<Partial<Record<string, VariableName>>> = {
  BOT_TOKEN: 'DISCORD_TOKEN',
  DISCORD_BOT_TOKEN: 'DISCORD_TOKEN',
  DISCORD_API_TOKEN: 'DISCORD_TOKEN',
  GUILD_ID: 'DISCORD_GUILD_ID',
};

/** What the environment says, checked. What each variable is for stands in `.env.example`. */
export interface Config {
  readonly discord: {
    readonly token: string | undefined;
    readonly guildId: string | undefined;
    /** REST base without version, e.g. `https://discord.com/api`; `undefined`: discord.js's own. */
    readonly apiUrl: string | undefined;
    /** Channels in which every message is taken for a question. */
    readonly answerChannels: readonly string[];
  };
  /** Absolute paths. */
  readonly corpusDir: string;
  readonly embeddingsDir: string;
  /** Where models are kept, inside `embeddingsDir`. */
  readonly modelsDir: string;
  /** Empty: the bundled model. */
  readonly embeddingModel: string;
  readonly watchCorpus: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly logQuestions: boolean;
  /** Where to serve metrics; no port: nowhere. */
  readonly metrics: { readonly port: number | undefined; readonly host: string };
  /** What looks wrong but does not stop anything, e.g. a variable whose name is nearly a known one. */
  readonly warnings: readonly string[];
}

/**
 * Reads `.env` in the working folder, if there is one; variables that are set already win.
 *
 * @throws UserError `ENV_FILE_UNREADABLE`
 */
export function loadEnvironment(): NodeJS.ProcessEnv {
  try {
    const { error } = loadDotenv({ quiet: true, encoding: encodingOf(ENV_FILE) });
    if (error) throw error;
  } catch (cause) {
    const code = systemErrorCode(cause);
    if (code !== 'ENOENT') {
      throw new UserError(
        'ENV_FILE_UNREADABLE',
        `The file .env cannot be read (${code ?? String(cause)}).`,
        'Make it a text file that the user who runs this command may read, or move it away.',
        { cause },
      );
    }
  }
  return process.env;
}

/** Windows PowerShell writes UTF-16 where it is told to write a file with `>`. */
function encodingOf(path: string): string {
  const mark = Buffer.alloc(2);
  const fd = openSync(path, 'r');
  try {
    readSync(fd, mark);
  } finally {
    closeSync(fd);
  }
  return mark.equals(UTF_16_MARK) ? 'utf16le' : 'utf8';
}

/**
 * Checks the environment.
 *
 * @throws UserError `CONFIG_INVALID` naming every variable that is wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given: Record<string, string> = {};
  for (const name of VARIABLES) {
    const value = unquote(environment[name] ?? '');
    if (value !== '') given[name] = value;
  }
  const result = v.safeParse(variables, given);
  if (!result.success) {
    const problems = result.issues.map(
      (issue) => `${v.getDotPath(issue)?.split('.')[0] ?? ''} ${issue.message}`,
    );
    throw new UserError(
      'CONFIG_INVALID',
      `The configuration is not valid: ${[...new Set(problems)].join('; ')}.`,
      'Correct it in .env or in the environment; .env.example explains every variable.',
    );
  }
  const env = result.output;
  return {
    discord: {
      token: env.DISCORD_TOKEN,
      guildId: env.DISCORD_GUILD_ID,
      apiUrl: env.DISCORD_API_URL?.replace(/\/+$/, ''),
      answerChannels: env.ANSWER_CHANNELS,
    },
    corpusDir: resolve(env.CORPUS_DIR),
    embeddingsDir: resolve(env.EMBEDDINGS_DIR),
    modelsDir: resolve(env.EMBEDDINGS_DIR, 'models'),
    embeddingModel: env.EMBEDDING_MODEL,
    watchCorpus: env.WATCH_CORPUS,
    logLevel: env.LOG_LEVEL,
    logQuestions: env.LOG_QUESTIONS,
    metrics: { port: env.METRICS_PORT, host: env.METRICS_HOST },
    warnings: misspelt(environment),
  };
}

/** Values pasted with their quotes or line ends, as Docker's `--env-file` passes them on. */
function unquote(value: string): string {
  const trimmed = value.trim();
  const quoted = /^(["'])(.*)\1$/s.exec(trimmed);
  return quoted ? quoted[2]!.trim() : trimmed;
}

function misspelt(environment: NodeJS.ProcessEnv): string[] {
  const warnings: string[] = [];
  for (const name of Object.keys(environment)) {
    if ((VARIABLES as readonly string[]).includes(name)) continue;
    const near =
      VARIABLES.find((known) => distance(known, name.toUpperCase()) <= 2) ?? meantByOthers(name, environment);
    if (near) warnings.push(`The variable ${name} is not known; did you mean ${near}?`);
  }
  return warnings;
}

/** Another bot's variable beside ours that is set is nobody's mistake. */
function meantByOthers(name: string, environment: NodeJS.ProcessEnv): VariableName | undefined {
  const meant = OTHERS_NAMES[name.toUpperCase()];
  return meant !== undefined && (environment[meant] ?? '') === '' ? meant : undefined;
}
