import type { ButtonInteraction } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { RatedAnswer } from '../../feedback/store.ts';
import { promiseReply, show } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { QUOTES_PER_VIEW } from '../views/answer.ts';
import { notice } from '../views/notice.ts';
import { keptAnswer } from './answers.ts';

/**
 * Keeps what somebody thinks of an answer.
 *
 * @throws UserError `ANSWER_FORGOTTEN`, `VOTE_NOT_KEPT`
 */
export async function vote(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly answer: string; readonly vote: 'up' | 'down' },
): Promise<void> {
  await promiseReply(interaction, true);
  const { id, question, verdict, generation, quotes } = keptAnswer(bot, action.answer);
  const shown = quotes.slice(0, QUOTES_PER_VIEW).map(({ source, start, end }) => ({ source, start, end }));
  keep(bot, { id, question, verdict, generation, quotes: shown }, interaction.user.id, action.vote);
  bot.log.info({ answer: id, vote: action.vote }, 'took a vote');
  const thanks = action.vote === 'up' ? 'Noted as a good answer.' : 'Noted as a bad answer.';
  const kept = bot.feedback.lasting
    ? 'Kept with the question, without your name.'
    : 'It is lost when I am restarted: I can write nothing down at the moment.';
  await show(interaction, notice(`${thanks} Thank you.`, `${kept} The other button changes it.`));
}

function keep(bot: Bot, answer: RatedAnswer, userId: string, given: 'up' | 'down'): void {
  try {
    bot.feedback.vote(answer, userId, given);
  } catch (error) {
    bot.log.error({ err: error }, 'a vote could not be kept');
    throw new UserError('VOTE_NOT_KEPT', 'Your vote could not be kept.', 'Try again later.', {
      cause: error,
    });
  }
}
