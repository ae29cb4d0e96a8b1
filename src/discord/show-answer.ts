import type { Message } from 'discord.js';
import type { Bot } from './bot.ts';
import type { QuestionRequest } from './question-service.ts';
import type { Ticket } from './request-queue.ts';
import type { View } from './view.ts';
import { renderAnswer, type AnswerView } from './views/answer.ts';

/** How an answer is shown. */
interface Showing extends Pick<AnswerView, 'echo' | 'offer'> {
  /** Whether all but a sure answer is kept to oneself. */
  readonly onlyIfAnswered?: boolean;
  /** @returns the message that shows it */
  readonly show: (view: View) => Promise<Message>;
}

/** Asks, shows the answer, and lets replies to it go on with the conversation. */
export async function showAnswer(
  bot: Bot,
  ticket: Ticket,
  request: QuestionRequest,
  { echo, offer, onlyIfAnswered = false, show }: Showing,
): Promise<void> {
  const { question, conversation } = request;
  const { id, answer } = await bot.questions.ask(ticket, request);
  const { verdict, quotes } = answer;
  if (onlyIfAnswered && verdict !== 'answered') return;
  const message = await show(renderAnswer({ id, question, verdict, quotes, from: 0, echo, offer }));
  bot.conversationIds.remember(message, conversation);
}
