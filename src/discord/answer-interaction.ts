import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { show } from './acknowledge.ts';
import type { Bot } from './bot.ts';
import { mayOpenThreadIn } from './permissions.ts';
import { renderAnswer } from './views/answer.ts';

/** Answers a command whose reply was promised already. */
export async function answerInteraction(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  bot: Bot,
  asked: { readonly question: string; readonly source?: string; readonly isPrivate: boolean },
): Promise<void> {
  const { question, source, isPrivate } = asked;
  const conversation = conversationOf(interaction, isPrivate);
  const { id, answer } = await bot.questions.ask({
    userId: interaction.user.id,
    question,
    conversation,
    ...(source === undefined ? {} : { source }),
  });
  const view = renderAnswer({
    id,
    question,
    verdict: answer.verdict,
    quotes: answer.quotes,
    from: 0,
    echo: true,
    offer: {
      vote: true,
      delete: !isPrivate,
      thread: !isPrivate && interaction.guild !== null && mayOpenThreadIn(interaction.channel),
    },
  });
  const message = await show(interaction, view);
  bot.conversationIds.set(message.id, conversation);
}

/** In a thread or a direct message everything is one conversation; elsewhere each command begins its own. */
function conversationOf(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  isPrivate: boolean,
): string {
  // What was asked in private must not colour what others are answered.
  if (isPrivate && interaction.inGuild()) return interaction.id;
  const isOne = !interaction.inGuild() || interaction.channel?.isThread() === true;
  return isOne ? interaction.channelId : interaction.id;
}
