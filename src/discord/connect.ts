import {
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  HTTPError,
  type Client,
} from 'discord.js';
import { UserError, systemErrorCode } from '../errors.ts';

/** Discord lets a bot begin within seconds; longer means that it cannot be reached. In milliseconds. */
const READY_WITHIN = 60_000;

const AUTHENTICATION_FAILED: number = GatewayCloseCodes.AuthenticationFailed;
const DISALLOWED_INTENTS: number = GatewayCloseCodes.DisallowedIntents;

/**
 * Logs in and waits until Discord is ready to deliver.
 *
 * @param signal stops waiting; then it rejects
 * @throws UserError `TOKEN_INVALID`, `INTENTS_DISALLOWED`, `DISCORD_UNREACHABLE`, `DISCORD_REFUSED`
 */
export async function connect(client: Client, token: string, signal: AbortSignal): Promise<Client<true>> {
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    return await new Promise<Client<true>>((resolve, reject) => {
      abort = () => reject(new Error('told to end'));
      signal.addEventListener('abort', abort);
      if (signal.aborted) abort();
      client.once(Events.ClientReady, resolve);
      client.once(Events.ShardDisconnect, ({ code }) => reject(closedWith(code)));
      timer = setTimeout(() => reject(unreachable('no answer from the gateway')), READY_WITHIN);
      client.login(token).catch((error: unknown) => {
        // What the gateway said is clearer than that logging in failed; it arrives in the same breath.
        setImmediate(() => reject(loginError(error)));
      });
    });
  } finally {
    clearTimeout(timer);
    if (abort) signal.removeEventListener('abort', abort);
  }
}

/** What a final close of the gateway connection means to whoever runs the bot. */
export function closedWith(code: number): UserError {
  switch (code) {
    case AUTHENTICATION_FAILED:
      return invalidToken();
    case DISALLOWED_INTENTS:
      return new UserError(
        'INTENTS_DISALLOWED',
        'Discord does not let this bot read all messages, which ANSWER_CHANNELS needs (4014).',
        'Switch on "Message Content Intent" on the Bot page of https://discord.com/developers/applications, or unset ANSWER_CHANNELS.',
      );
    default:
      return new UserError(
        'DISCORD_REFUSED',
        `Discord closed the connection for good (${code}, ${GatewayCloseCodes[code] ?? 'unknown'}).`,
        "Start the bot again; if it happens again, look the code up in Discord's documentation.",
      );
  }
}

function loginError(error: unknown): Error {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return invalidToken();
  if (error instanceof HTTPError) return unreachable(`it answered ${error.status}`);
  const code = systemErrorCode(error) ?? (error instanceof Error ? systemErrorCode(error.cause) : undefined);
  if (code !== undefined && /^(?:E[A-Z_]+|UND_ERR_(?!INVALID_ARG)\w+|CERT_\w+)$/.test(code))
    return unreachable(code);
  if (error instanceof Error && error.name === 'AbortError') return unreachable('it did not answer in time');
  return error instanceof Error ? error : new Error(String(error));
}

function invalidToken(): UserError {
  return new UserError(
    'TOKEN_INVALID',
    'Discord does not know this DISCORD_TOKEN.',
    'Copy it anew from the Bot page of https://discord.com/developers/applications ("Reset Token").',
  );
}

function unreachable(reason: string): UserError {
  return new UserError(
    'DISCORD_UNREACHABLE',
    `Discord cannot be reached (${reason}).`,
    'Check the network, and DISCORD_API_URL if it is set; npm run ask works without Discord.',
  );
}
