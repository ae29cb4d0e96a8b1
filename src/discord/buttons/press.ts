import type { ButtonInteraction } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Bot } from '../bot.ts';
import { parseCustomId } from '../custom-id.ts';
import { context } from './context.ts';
import { deleteAnswer } from './delete.ts';
import { list } from './list.ts';
import { more } from './more.ts';
import { read } from './read.ts';
import { text } from './text.ts';
import { thread } from './thread.ts';
import { vote } from './vote.ts';

/**
 * Does what a button stands for, if it stands on the message that was pressed.
 *
 * @throws UserError `BUTTON_UNKNOWN`, and what the button's own file says
 */
export async function press(interaction: ButtonInteraction, bot: Bot): Promise<void> {
  const action = isOnItsMessage(interaction) ? parseCustomId(interaction.customId) : undefined;
  switch (action?.kind) {
    case undefined:
      throw new UserError('BUTTON_UNKNOWN', 'I no longer know this button.', 'Ask again.');
    case 'context':
      return context(interaction, bot, action);
    case 'more':
      return more(interaction, bot, action);
    case 'vote':
      return vote(interaction, bot, action);
    case 'delete':
      return deleteAnswer(interaction, bot, action);
    case 'thread':
      return thread(interaction, bot, action);
    case 'read':
      return read(interaction, bot, action);
    case 'text':
      return text(interaction, bot, action);
    case 'list':
      return list(interaction, bot, action);
  }
}

/** What one message's button allows must not be done to another message. */
function isOnItsMessage(interaction: ButtonInteraction): boolean {
  // The type does not say that there may be none.
  return (interaction.component as unknown) !== null;
}
