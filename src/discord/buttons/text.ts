import type { ButtonInteraction } from 'discord.js';
import { promiseReply, show } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { documentByKey } from '../sources.ts';
import { renderWholeText } from '../views/whole-text.ts';
import { documentChanged } from './answers.ts';

/**
 * Attaches a whole document, for whoever wants it.
 *
 * @throws UserError `DOCUMENT_CHANGED`, `TEXT_TOO_LARGE`
 */
export async function text(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly document: string },
): Promise<void> {
  await promiseReply(interaction, true);
  const library = bot.answerer.library();
  const source = documentByKey(library, action.document)?.source;
  const whole = source === undefined ? undefined : library.text(source);
  if (source === undefined || whole === undefined || whole === '') throw documentChanged();
  await show(interaction, renderWholeText(source, whole));
}
