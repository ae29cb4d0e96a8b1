import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { show } from './acknowledge.ts';
import type { Bot } from './bot.ts';
import { mayOpenThreadIn } from './permissions.ts';
import type { Ticket } from './request-queue.ts';
import { showAnswer } from './show-answer.ts';

/** Answers a command whose reply was promised already. */
export async function answerInteraction(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  bot: Bot,
  ticket: Ticket,
  asked: { readonly question: string; readonly source?: string; readonly isPrivate: boolean },
): Promise<void> {
  const { question, source, isPrivate } = asked;
  const conversation = bot.conversationIds.ofCommand(interaction, isPrivate);
  await showAnswer(
    bot,
    ticket,
    { question, conversation, ...(source === undefined ? {} : { source }) },
    {
      echo: true,
      offer: {
        vote: true,
        delete: !isPrivate,
        thread: !isPrivate && interaction.guild !== null && mayOpenThreadIn(interaction.channel),
      },
      show: (view) => show(interaction, view),
    },
  );
}
