import { ApplicationCommandType } from 'discord.js';
import { promiseReply, show } from '../acknowledge.ts';
import { renderHelp } from '../views/help.ts';
import { EVERYWHERE, type SlashCommand } from './command.ts';

/** Tells how to ask. */
export const help: SlashCommand = {
  type: 'slash',
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    description: 'Show how to use the bot',
    ...EVERYWHERE,
  },
  async run(interaction, bot) {
    await promiseReply(interaction, true);
    const view = renderHelp(bot.client.user.displayName, bot.answerChannels.size > 0);
    await show(interaction, view);
  },
};
