import type { ButtonInteraction } from 'discord.js';
import { promiseUpdate, show } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { documentByKey } from '../sources.ts';
import { renderDocument } from '../views/document.ts';
import { documentChanged } from './answers.ts';

/**
 * Turns the page of a document.
 *
 * @throws UserError `DOCUMENT_CHANGED`
 */
export async function read(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly document: string; readonly direction: 'from' | 'until'; readonly offset: number },
): Promise<void> {
  await promiseUpdate(interaction);
  const library = bot.answerer.library();
  const document = documentByKey(library, action.document);
  if (!document) throw documentChanged();
  const place = { kind: action.direction, offset: action.offset };
  await show(interaction, renderDocument(library, document, place));
}
