import type { ButtonInteraction } from 'discord.js';
import { promiseReply, show } from '../acknowledge.ts';
import { restoreQuote } from '../answer-store.ts';
import type { Bot } from '../bot.ts';
import { QUOTES_PER_VIEW, renderAnswer } from '../views/answer.ts';
import { documentChanged, keptAnswer } from './answers.ts';

/**
 * Shows the next quotes of an answer, to whoever wants them.
 *
 * @throws UserError `ANSWER_FORGOTTEN`, `DOCUMENT_CHANGED`
 */
export async function more(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly answer: string; readonly index: number },
): Promise<void> {
  await promiseReply(interaction, true);
  const answer = keptAnswer(bot, action.answer);
  const library = bot.answerer.library();
  const quotes = answer.quotes.map((kept) => restoreQuote(kept, library));
  const shown = quotes.slice(action.index, action.index + QUOTES_PER_VIEW);
  if (shown.every((quote) => quote === undefined)) throw documentChanged();
  const view = renderAnswer({
    id: action.answer,
    question: answer.question,
    verdict: answer.verdict,
    quotes,
    from: action.index,
    echo: false,
    offer: { vote: false, delete: false, thread: false },
  });
  await show(interaction, view);
}
