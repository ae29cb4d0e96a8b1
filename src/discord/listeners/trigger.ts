import type { Message } from 'discord.js';
import type { Bot } from '../bot.ts';

/** What makes a message a question. */
export type Trigger = 'direct message' | 'mention' | 'reply' | 'thread' | 'channel';

/** Why a message is taken for a question, or `undefined` when it is not meant for the bot. */
export function whyAsked(message: Message, bot: Bot): Trigger | undefined {
  const me = bot.client.user.id;
  const { channel, mentions } = message;
  if (channel.isDMBased()) return 'direct message';
  // Not @everyone, nor a reply to the bot: discord.js's `mentions.has` would count those.
  const isReply = (mentions.repliedUser ?? repliedTo(message)?.author)?.id === me;
  if (mentions.users.has(me)) return isReply && !message.content.includes(me) ? 'reply' : 'mention';
  if (isReply) return 'reply';
  if (mentions.roles.some((role) => role.tags?.botId === me)) return 'mention';
  // What others say to each other is not for the bot.
  const toOthers = mentions.users.size > 0 || mentions.repliedUser !== null;
  if (channel.isThread() && channel.ownerId === me) return toOthers ? undefined : 'thread';
  const place = channel.isThread() ? channel.parentId : channel.id;
  return place !== null && bot.answerChannels.has(place) ? 'channel' : undefined;
}

/** Discord may leave out what a message replies to. */
function repliedTo({ channel, reference }: Message): Message | undefined {
  return reference?.messageId === undefined ? undefined : channel.messages.cache.get(reference.messageId);
}
