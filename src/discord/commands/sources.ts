import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { promiseReply, show } from '../acknowledge.ts';
import { cutPlain } from '../escape.ts';
import { MAX_SEARCH, renderDocuments } from '../views/documents.ts';
import { EVERYWHERE, type SlashCommand } from './command.ts';

/** Lists the documents, or those that mention something. */
export const sources: SlashCommand = {
  type: 'slash',
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'sources',
    description: 'List the documents, or those that mention something',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'search',
        description: 'Only documents that hold these words, and how often',
        max_length: MAX_SEARCH,
      },
    ],
  },
  async run(interaction, bot) {
    await promiseReply(interaction, true);
    const search = cutPlain((interaction.options.getString('search') ?? '').trim(), MAX_SEARCH);
    await show(interaction, renderDocuments(bot.answerer.library(), search, 0));
  },
};
