import type { ButtonInteraction } from 'discord.js';
import { promiseUpdate } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { messageOf } from '../view.ts';
import { renderDocuments } from '../views/documents.ts';

/** Turns the page of the list of documents. */
export async function list(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly page: number; readonly search: string },
): Promise<void> {
  await promiseUpdate(interaction);
  await interaction.editReply(messageOf(renderDocuments(bot.answerer.library(), action.search, action.page)));
}
