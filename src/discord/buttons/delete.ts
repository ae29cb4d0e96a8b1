import { PermissionFlagsBits, type ButtonInteraction } from 'discord.js';
import { UserError } from '../../errors.ts';
import { promiseUpdate } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { retryPassing } from '../retry-passing.ts';
import { keptAnswer } from './answers.ts';

/**
 * Removes an answer, for whoever asked for it and for moderators.
 *
 * @throws UserError `ANSWER_FORGOTTEN`, `NOT_ALLOWED`
 */
export async function deleteAnswer(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly answer: string },
): Promise<void> {
  await promiseUpdate(interaction);
  const isModerator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
  // A moderator needs no record of who asked.
  if (!isModerator && !bot.answers.isAsker(keptAnswer(bot, action.answer), interaction.user.id)) {
    throw new UserError(
      'NOT_ALLOWED',
      'Only whoever asked, or a moderator, can delete this answer.',
      'Ask someone with the permission Manage Messages.',
    );
  }
  await retryPassing(() => interaction.deleteReply());
  bot.answers.delete(action.answer);
}
