import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { MAX_QUESTION_LENGTH } from '../../answer/answerer.ts';
import { promiseReply } from '../acknowledge.ts';
import { findSource, sourceChoices } from '../sources.ts';
import { answerInteraction } from '../answer-interaction.ts';
import { EVERYWHERE, type SlashCommand } from './command.ts';

/** Asks a question. */
export const ask: SlashCommand = {
  type: 'slash',
  asks: true,
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'Answer a question by quoting the documents, word for word',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What you want to know',
        required: true,
        max_length: MAX_QUESTION_LENGTH,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'source',
        description: 'Quote only from this document',
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Show the answer only to you',
      },
    ],
  },
  async run(interaction, bot, ticket) {
    const question = interaction.options.getString('question', true);
    const typed = interaction.options.getString('source') ?? '';
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    // A refusal comes before the promise of an answer, so that only its addressee sees it.
    const source = typed === '' ? {} : { source: findSource(bot.answerer.library(), typed).source };
    await promiseReply(interaction, isPrivate);
    await answerInteraction(interaction, bot, ticket, { question, isPrivate, ...source });
  },
  complete: (interaction, bot) => sourceChoices(bot.answerer.library(), interaction.options.getFocused()),
};
