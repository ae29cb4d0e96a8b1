import type { Message } from 'discord.js';

/** The words of a message, without the mention of the bot and with other mentions as names. */
export function questionIn(message: Message, botId: string): string {
  const { users, roles, channels } = message.mentions;
  const ownRole = roles.find((role) => role.tags?.botId === botId)?.id;
  return message.content
    .replace(/<@!?(\d+)>/g, (_, id: string) => {
      if (id === botId) return ' ';
      const user = users.get(id);
      return user ? user.displayName : ' ';
    })
    .replace(/<@&(\d+)>/g, (_, id: string) => (id === ownRole ? ' ' : (roles.get(id)?.name ?? ' ')))
    .replace(/<#(\d+)>/g, (_, id: string) => {
      const channel = channels.get(id);
      return channel && 'name' in channel && channel.name !== null ? channel.name : ' ';
    })
    .replace(/<a?:\w+:\d+>/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
