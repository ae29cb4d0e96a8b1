import type { ButtonInteraction } from 'discord.js';
import { promiseReply, show } from '../acknowledge.ts';
import { restoreQuote } from '../answer-store.ts';
import type { Bot } from '../bot.ts';
import { renderDocument } from '../views/document.ts';
import { documentChanged, keptAnswer } from './answers.ts';

/**
 * Shows a quote, whole, between its neighbours.
 *
 * @throws UserError `ANSWER_FORGOTTEN`, `DOCUMENT_CHANGED`
 */
export async function context(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly answer: string; readonly index: number },
): Promise<void> {
  await promiseReply(interaction, true);
  const kept = keptAnswer(bot, action.answer).quotes[action.index];
  const library = bot.answerer.library();
  const quote = kept && restoreQuote(kept, library);
  const document = quote && library.document(quote.source);
  if (!document) throw documentChanged();
  const place = { kind: 'around', passage: quote, highlights: quote.highlights } as const;
  await show(interaction, renderDocument(library, document, place));
}
