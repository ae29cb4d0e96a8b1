import { DiscordAPIError, HTTPError } from 'discord.js';
import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Config } from '../config.ts';

/** Lines for people on a terminal, JSON elsewhere. Holds no token and, unless configured, no question. */
export function createLogger(level: Config['logLevel'], token: string | undefined): Logger {
  const hide = (text: string): string => {
    const hidden = text.replace(/(\/(?:webhooks|interactions)\/\d+\/)[\w.-]+/g, '$1[hidden]');
    return token === undefined || token === '' ? hidden : hidden.replaceAll(token, '[hidden]');
  };
  return pino(
    {
      level,
      redact: { paths: ['token', '*.token', 'authorization', '*.authorization'], censor: '[hidden]' },
      serializers: { err: (error: unknown) => describe(error, hide) },
    },
    destination(),
  );
}

function destination(): DestinationStream {
  return process.stdout.isTTY
    ? PinoPretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ dest: 1, sync: true });
}

/** An error without the bodies and addresses that discord.js hangs on it: they hold questions and tokens. */
function describe(error: unknown, hide: (text: string) => string): object {
  if (!(error instanceof Error)) return { message: hide(String(error)) };
  const request =
    error instanceof DiscordAPIError || error instanceof HTTPError
      ? { method: error.method, url: hide(error.url), status: error.status }
      : {};
  const code = 'code' in error ? { code: error.code } : {};
  return {
    type: error.name,
    message: hide(error.message),
    ...code,
    ...request,
    stack: hide(error.stack ?? ''),
  };
}
