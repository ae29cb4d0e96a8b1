import { ApplicationCommandType } from 'discord.js';
import { promiseReply } from '../acknowledge.ts';
import { answerInteraction } from '../answer-interaction.ts';
import { questionIn } from '../question-text.ts';
import { EVERYWHERE, type MessageCommand } from './command.ts';

/** Looks up what a message says, for the eyes of whoever asks only. */
export const findSources: MessageCommand = {
  type: 'message',
  asks: true,
  data: { type: ApplicationCommandType.Message, name: 'Find sources', ...EVERYWHERE },
  async run(interaction, bot, ticket) {
    await promiseReply(interaction, true);
    const question = questionIn(interaction.targetMessage, bot.client.user.id);
    await answerInteraction(interaction, bot, ticket, { question, isPrivate: true });
  },
};
