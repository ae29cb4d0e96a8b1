import { ApplicationCommandType } from 'discord.js';
import { promiseReply, show } from '../acknowledge.ts';
import { renderStatus } from '../views/status.ts';
import { EVERYWHERE, type SlashCommand } from './command.ts';

/** Tells what the index holds and how the bot is. */
export const status: SlashCommand = {
  type: 'slash',
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'status',
    description: 'Show what is indexed and how the bot is doing',
    ...EVERYWHERE,
  },
  async run(interaction, bot) {
    await promiseReply(interaction, true);
    const view = renderStatus({
      library: bot.answerer.library().info,
      startedAt: bot.startedAt,
      gatewayDelay: bot.client.ws.ping,
      waiting: bot.queue.waiting,
    });
    await show(interaction, view);
  },
};
