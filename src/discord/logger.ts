import { Writable } from 'node:stream';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { pino, type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Config } from '../config.ts';
import { visible, visibleOnOneLine } from '../language/visible.ts';

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
      // Whatever way a token takes into a line, or a character that drives a terminal.
      hooks: { streamWrite: (line) => escaped(hide(line)) },
    },
    destination,
  );
}

/** What JSON lets stand in a string and a terminal would obey: C1 controls, line ends and directions of Unicode. */
function escaped(line: string): string {
  return line.replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MAX_HELD_BACK });
  // Nobody can be told of it.
  output.on('error', () => undefined);
  return process.stdout.isTTY ? forPeople(output) : output;
}

/** A line an entry, in colours, and a stack below an error; exported for tests. */
export function forPeople(destination: DestinationStream, colorize = true): DestinationStream {
  return PinoPretty({
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
    colorize,
    destination: printable(destination),
    messageFormat: (log, key) => visibleOnOneLine(String(log[key])),
  });
}

/** The colours are the only controls that get through. */
function printable(destination: DestinationStream): NodeJS.WritableStream {
  return new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      // eslint-disable-next-line no-control-regex -- that is what is looked for
      const parts = text.split(/(\u001b\[\d+m)/);
      destination.write(parts.map((part, i) => (i % 2 === 1 ? part : visible(part))).join(''));
      done();
    },
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
  const message = visibleOnOneLine(withoutIds(error.message));
  // A message of several lines could look like other entries.
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const stack = [`${error.name}: ${message}`, ...frames.map((line) => visibleOnOneLine(withoutIds(line)))];
  return { type: error.name, message, ...code, ...request, stack: stack.join('\n') };
}

/** Ids in addresses are those of people's direct channels and of what they wrote. */
function withoutIds(text: string): string {
  return text.replace(/(?<!\d)\d{17,20}(?!\d)/g, '[id]');
}
