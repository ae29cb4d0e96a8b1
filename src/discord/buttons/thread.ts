import {
  DiscordjsError,
  DiscordjsErrorCodes,
  RESTJSONErrorCodes,
  ThreadAutoArchiveDuration,
  type ButtonInteraction,
} from 'discord.js';
import { UserError } from '../../errors.ts';
import { promiseUpdate } from '../acknowledge.ts';
import type { Bot } from '../bot.ts';
import { cutPlain, plainInline } from '../escape.ts';
import { hasCode } from '../expected-errors.ts';
import { MAX_THREAD_NAME } from '../limits.ts';
import { retryPassing } from '../retry-passing.ts';
import { messageOf, type View } from '../view.ts';
import { notice } from '../views/notice.ts';
import { keptAnswer } from './answers.ts';

/**
 * Opens a thread on an answer and goes on with its conversation there.
 *
 * @throws UserError `ANSWER_FORGOTTEN`, `THREAD_EXISTS`, `THREAD_NOT_ALLOWED`
 */
export async function thread(
  interaction: ButtonInteraction,
  bot: Bot,
  action: { readonly answer: string },
): Promise<void> {
  await promiseUpdate(interaction);
  const answer = keptAnswer(bot, action.answer);
  const name = cutPlain(plainInline(answer.question), MAX_THREAD_NAME);
  try {
    const opened = await interaction.message.startThread({
      name: name === '' ? 'Question' : name,
      autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
    });
    bot.questions.continueAs(answer.conversation, opened.id);
    await retryPassing(() => opened.send(messageOf(welcome(bot))));
  } catch (error) {
    throw asUserError(error) ?? error;
  }
}

/** Discord hides most messages from a bot without the MessageContent intent: people must know. */
function welcome(bot: Bot): View {
  return bot.answerChannels.size > 0
    ? notice('Ask on here; no mention is needed.')
    : notice(
        'Ask on here. **Mention me or reply to me** each time:',
        'Discord hides all other messages in this thread from me.',
      );
}

function asUserError(error: unknown): UserError | undefined {
  const refusal = error instanceof DiscordjsError ? error.code : undefined;
  if (
    refusal === DiscordjsErrorCodes.MessageExistingThread ||
    hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)
  ) {
    return new UserError('THREAD_EXISTS', 'This answer has a thread already.', 'Ask on in that thread.');
  }
  if (
    refusal === DiscordjsErrorCodes.ChannelNotCached ||
    refusal === DiscordjsErrorCodes.MessageThreadParent ||
    hasCode(
      error,
      RESTJSONErrorCodes.MissingAccess,
      RESTJSONErrorCodes.MissingPermissions,
      RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
    )
  ) {
    return new UserError(
      'THREAD_NOT_ALLOWED',
      'I may not open a thread here.',
      'Ask a moderator to give me Create Public Threads and Send Messages in Threads, or reply to the answer.',
    );
  }
  return undefined;
}
