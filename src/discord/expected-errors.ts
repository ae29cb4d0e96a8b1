import { DiscordAPIError, HTTPError, RESTJSONErrorCodes as Code } from 'discord.js';

/** What goes wrong on Discord in the course of things: nobody's mistake, and nothing to be done. */
const EXPECTED: ReadonlyMap<number | string, string> = new Map<number | string, string>([
  [Code.UnknownInteraction, 'the interaction was answered too late'],
  [Code.InteractionHasAlreadyBeenAcknowledged, 'the interaction was answered already'],
  [Code.UnknownMessage, 'the message is gone'],
  [Code.UnknownChannel, 'the channel is gone'],
  [Code.UnknownWebhook, 'the interaction is over'],
  [Code.InvalidWebhookToken, 'the interaction is over'],
  [Code.MissingAccess, 'no access to the channel'],
  [Code.MissingPermissions, 'a permission is missing'],
  [Code.CannotSendMessagesToThisUser, 'the user takes no direct messages'],
  [Code.InvalidActionOnArchivedThread, 'the thread is archived'],
  [Code.CannotReplyWithoutPermissionToReadMessageHistory, 'it may not read the message history'],
  [Code.ThreadLocked, 'the thread is locked'],
]);

/** Why a call to Discord failed, when that was to be expected; `undefined` for anything else. */
export function expectedReason(error: unknown): string | undefined {
  if (error instanceof DiscordAPIError) return EXPECTED.get(error.code);
  if (error instanceof HTTPError && error.status >= 500) return `Discord answered ${error.status}`;
  if (error instanceof Error && error.name === 'AbortError') return 'Discord did not answer in time';
  return undefined;
}

/** Whether Discord refused a call with one of these codes, of RESTJSONErrorCodes and not HTTP's. */
export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}
