import { MessageType, type Message } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Bot } from '../bot.ts';
import { catchErrors } from '../error-boundary.ts';
import { mayAnswerIn, mayOpenThreadIn } from '../permissions.ts';
import { questionIn } from '../question-text.ts';
import { Refusal } from '../refusal.ts';
import type { Ticket } from '../request-queue.ts';
import { retryPassing } from '../retry-passing.ts';
import { showAnswer } from '../show-answer.ts';
import { messageOf, type View } from '../view.ts';
import { renderHelp } from '../views/help.ts';
import { notice } from '../views/notice.ts';
import { whyAsked, type Trigger } from './trigger.ts';

/** Discord shows "is typing" for ten seconds, in milliseconds less a margin. */
const TYPING_EVERY = 8000;

/** Mentions, replies, direct messages, threads of the bot's own, and channels set aside for questions. */
export async function onMessage(message: Message, bot: Bot): Promise<void> {
  if (message.author.bot || message.webhookId !== null || message.system) return;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return;
  const trigger = whyAsked(message, bot);
  if (!trigger || bot.inFlight.stopping || !bot.seen.first(message.id)) return;
  if (!mayAnswerIn(message.channel)) {
    if (bot.warned.allows(message.channelId)) bot.log.warn('a question in a channel where I may not write');
    return;
  }
  await catchErrors(
    bot.log,
    `answering a ${trigger}`,
    () => answer(message, bot, trigger),
    // Where every message is taken for a question, most are none: silence is the better answer.
    trigger === 'channel' ? undefined : (view) => send(message, view),
  );
}

async function answer(message: Message, bot: Bot, trigger: Trigger): Promise<void> {
  const question = questionIn(message, bot.client.user.id);
  const quiet = trigger === 'channel';
  if (question === '') {
    // In a thread or channel an attachment alone is not meant for the bot.
    if (quiet || trigger === 'thread') return;
    const readsAll = bot.answerChannels.size > 0;
    const isHidden = trigger === 'reply' && !readsAll && !message.mentions.users.has(bot.client.user.id);
    await send(message, isHidden ? hidden() : renderHelp(bot.client.user.displayName, readsAll));
    return;
  }
  const stopTyping = quiet ? () => undefined : showTyping(message);
  try {
    const user = message.author.id;
    await bot.queue.admit(user, (ticket) => answerQuestion(message, bot, ticket, question, quiet));
  } catch (error) {
    // Somebody who floods the bot is told once, and then not answered until the time has come.
    if (error instanceof Refusal && !bot.seen.first(`refused ${message.author.id} ${minuteOf(error)}`))
      return;
    throw error;
  } finally {
    stopTyping();
  }
}

async function answerQuestion(
  message: Message,
  bot: Bot,
  ticket: Ticket,
  question: string,
  quiet: boolean,
): Promise<void> {
  const conversation = bot.conversationIds.ofMessage(message);
  bot.conversationIds.remember(message, conversation);
  await showAnswer(
    bot,
    ticket,
    { question, conversation },
    {
      echo: false,
      offer: { vote: true, delete: true, thread: mayOpenThreadIn(message.channel) },
      onlyIfAnswered: quiet,
      show: (view) => send(message, view),
    },
  );
}

/** Discord shows a bot only those replies that notify it. */
function hidden(): View {
  return notice(
    'I cannot see what you wrote. **Reply with the mention switched on**, or mention me.',
    'Discord hides replies without a mention from me.',
  );
}

function minuteOf({ retryAt }: Refusal): number {
  return Math.round(retryAt / 60_000);
}

/** @returns what ends it */
function showTyping(message: Message): () => void {
  const { channel } = message;
  if (!channel.isSendable()) return () => undefined;
  // Only a courtesy: an error here says nothing that the answer itself will not meet.
  const type = (): void => void channel.sendTyping().catch(() => undefined);
  type();
  const timer = setInterval(type, TYPING_EVERY);
  return () => clearInterval(timer);
}

/**
 * Replies to a message, or writes below it when it is gone. The nonce makes Discord drop a second copy, sent
 * after an error that hid a success or by another bot with the same token.
 */
async function send(message: Message, view: View): Promise<Message> {
  const { channel } = message;
  if (!channel.isSendable()) {
    throw new UserError('CANNOT_WRITE', 'I cannot write in this channel.', 'Ask in another one.');
  }
  return retryPassing<Message>(() =>
    channel.send({
      ...messageOf(view),
      reply: { messageReference: message, failIfNotExists: false },
      nonce: message.id,
      enforceNonce: true,
    }),
  );
}
