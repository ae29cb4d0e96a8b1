import type { ButtonInteraction } from 'discord.js';
import { promiseUpdate, show } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { renderDocuments } from '../views/documents.ts';

/** Turns the page of the list of documents. */
export async function list(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly page: number; readonly search: string },
): Promise<void> {
  await promiseUpdate(interaction);
  await show(interaction, renderDocuments(bot.answerer.library(), action.search, action.page));
}
