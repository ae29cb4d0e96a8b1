import {
  MessageFlags,
  RESTJSONErrorCodes,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { hasCode } from './expected-errors.ts';
import { retryPassing } from './retry-passing.ts';
import { messageOf, type View } from './view.ts';

/** Pauses between tries to acknowledge, in milliseconds: all within the three seconds that Discord waits. */
export const WITHIN_THREE_SECONDS = [50, 100, 150, 200, 300, 400, 500, 600];

/** What has to be answered within three seconds, by a message. */
export type Repliable =
  ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction;

/**
 * Promises an answer within Discord's three seconds. Whether the answer is private is settled here.
 */
export async function promiseReply(interaction: Repliable, isPrivate: boolean): Promise<void> {
  await acknowledged(interaction, () =>
    interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}),
  );
}

/** Promises that the message of a button will change. */
export async function promiseUpdate(interaction: ButtonInteraction): Promise<void> {
  await acknowledged(interaction, () => interaction.deferUpdate());
}

/**
 * When an acknowledgement gets lost in a server error and is sent again, Discord says that the interaction is
 * acknowledged already. It is: the answer can be edited in as always, and the reader is not left waiting.
 */
async function acknowledged(interaction: Repliable, send: () => Promise<unknown>): Promise<void> {
  try {
    await retryPassing(send, WITHIN_THREE_SECONDS);
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
    interaction.deferred = true;
  }
}

/** Shows what was promised. */
export function show(interaction: Repliable, view: View): Promise<Message> {
  return retryPassing(() => interaction.editReply(messageOf(view)));
}
