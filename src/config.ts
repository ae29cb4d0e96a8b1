import { resolve } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { UserError } from './errors.ts';

const snowflake = z.string().regex(/^\d{17,20}$/, 'must be an id of 17 to 20 digits');
const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'])
  .transform((value) => ['true', '1', 'yes', 'on'].includes(value));

/** Every variable, its default and its check. An empty or absent variable takes the default. */
const variables = z.object({
  DISCORD_TOKEN: z.string().regex(/^\S+$/, 'must not hold spaces').optional(),
  DISCORD_GUILD_ID: snowflake.optional(),
  DISCORD_API_URL: z.url('must be a URL such as https://discord.com/api').optional(),
  ANSWER_CHANNELS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
    .pipe(z.array(snowflake))
    .optional()
    .transform((ids) => ids ?? []),
  CORPUS_DIR: z.string().default('corpus'),
  EMBEDDINGS_DIR: z.string().default('embeddings'),
  EMBEDDING_MODEL: z.string().default(''),
  WATCH_CORPUS: flag.default(true),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  LOG_QUESTIONS: flag.default(false),
});

export type VariableName = keyof z.infer<typeof variables>;
export const VARIABLES = Object.keys(variables.shape) as readonly VariableName[];

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
  readonly logLevel: z.infer<typeof variables>['LOG_LEVEL'];
  readonly logQuestions: boolean;
  /** What looks wrong but does not stop anything, e.g. a variable whose name is nearly a known one. */
  readonly warnings: readonly string[];
}

/** Reads `.env` in the working folder, if there is one; variables that are set already win. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  loadDotenv({ quiet: true });
  return process.env;
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
  const result = variables.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name} ${issue.message.replace(/^Invalid option: expected/, 'must be')}`;
    });
    throw new UserError(
      'CONFIG_INVALID',
      `The configuration is not valid: ${[...new Set(problems)].join('; ')}.`,
      'Correct it in .env or in the environment; .env.example explains every variable.',
    );
  }
  const env = result.data;
  return {
    discord: {
      token: env.DISCORD_TOKEN?.replace(/^Bot\s+/i, ''),
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
    const near = VARIABLES.find((known) => distance(known, name.toUpperCase()) <= 2);
    if (near) warnings.push(`The variable ${name} is not known; did you mean ${near}?`);
  }
  return warnings;
}
