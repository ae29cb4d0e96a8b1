import { UserError } from '../../errors.ts';
import type { KeptAnswer } from '../answer-store.ts';
import type { Bot } from '../bot.ts';

/** @throws UserError `ANSWER_FORGOTTEN` */
export function keptAnswer(bot: Bot, id: string): KeptAnswer {
  const answer = bot.answers.get(id);
  if (answer) return answer;
  throw new UserError('ANSWER_FORGOTTEN', 'I no longer know this answer.', 'Ask again.');
}

/** The error `DOCUMENT_CHANGED`, to be thrown when a button leads to what is no longer there. */
export function documentChanged(): UserError {
  return new UserError(
    'DOCUMENT_CHANGED',
    'The document was removed, or says something else there now.',
    'Ask again to get quotes from the documents as they are.',
  );
}
