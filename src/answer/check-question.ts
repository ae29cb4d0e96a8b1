import { UserError } from '../errors.ts';
import { MAX_QUESTION_LENGTH } from './answerer.ts';

/**
 * A question without what no question is made of: control and invisible characters, and white space around it.
 *
 * @throws UserError `QUESTION_EMPTY`, `QUESTION_TOO_LONG`
 */
export function checkQuestion(text: string): string {
  // Control characters are no part of any question and would reach terminals and logs.
  const question = text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (question === '') {
    throw new UserError('QUESTION_EMPTY', 'There is no question.', 'Write what you want to know, in words.');
  }
  if (question.length > MAX_QUESTION_LENGTH) {
    throw new UserError(
      'QUESTION_TOO_LONG',
      `The question has ${question.length} characters; ${MAX_QUESTION_LENGTH} is the most.`,
      'Ask for one thing at a time, in a sentence or two.',
    );
  }
  return question;
}
