import { DiscordAPIError, HTTPError } from 'discord.js';
import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Config } from '../config.ts';
import { visibleOnOneLine } from '../language/visible.ts';

/** What a destination that takes nothing may hold back, in bytes; more is dropped. */
const MAX_HELD_BACK = 1024 * 1024;

/**
 * Lines for people on a terminal, JSON elsewhere. Holds no token, no id of a person or a channel and, unless
 * configured, no question. A log that cannot be written, e.g. because the disk is full, is lost and stops nothing.
 */
export function createLogger(
  level: Config['logLevel'],
  token: string | undefined,
  destination: DestinationStream = standardOutput(),
): Logger {
  const hide = (text: string): string => {
    const hidden = text.replace(/(\/(?:webhooks|interactions)\/(?:\d+|\[id\])\/)[\w.-]+/g, '$1[hidden]');
    return token === undefined || token === '' ? hidden : hidden.replaceAll(token, '[hidden]');
  };
  return pino(
    {
      level,
      redact: { paths: ['token', '*.token', 'authorization', '*.authorization'], censor: '[hidden]' },
      serializers: { err: describe },
      // Whatever way a token takes into a line.
      hooks: { streamWrite: hide },
    },
    destination,
  );
}

function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MAX_HELD_BACK });
  // Nobody can be told of it.
  output.on('error', () => undefined);
  if (!process.stdout.isTTY) return output;
  return PinoPretty({
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    destination: output,
    messageFormat: (log, key) => visibleOnOneLine(String(log[key])),
  });
}

/** An error without the bodies and addresses that discord.js hangs on it: they hold questions and tokens. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutIds(String(error)) };
  const request =
    error instanceof DiscordAPIError || error instanceof HTTPError
      ? { method: error.method, url: withoutIds(error.url), status: error.status }
      : {};
  const code = 'code' in error ? { code: error.code } : {};
  return {
    type: error.name,
    message: withoutIds(error.message),
    ...code,
    ...request,
    stack: withoutIds(error.stack ?? ''),
  };
}

/** Ids in addresses are those of people's direct channels and of what they wrote. */
function withoutIds(text: string): string {
  return text.replace(/(?<!\d)\d{17,20}(?!\d)/g, '[id]');
}
