import {
  ChannelType,
  PermissionFlagsBits,
  type Channel,
  type PermissionsBitField,
  type TextBasedChannel,
} from 'discord.js';

/** The permissions that the invite link asks for. */
export const INVITE_PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.AttachFiles,
] as const;

/** Whether the bot may answer in a channel, as far as is known; what is not known is tried. */
export function mayAnswerIn(channel: TextBasedChannel): boolean {
  if (channel.isThread()) {
    if (channel.locked === true && !allowed(channel, PermissionFlagsBits.ManageThreads)) return false;
    return allowed(channel, PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads);
  }
  return allowed(channel, PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages);
}

/** Whether a thread can be opened on a message in a channel, as far as is known. */
export function mayOpenThreadIn(channel: Channel | null): boolean {
  if (channel?.type !== ChannelType.GuildText && channel?.type !== ChannelType.GuildAnnouncement)
    return false;
  return allowed(channel, PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads);
}

function allowed(channel: Channel, ...wanted: readonly bigint[]): boolean {
  if (channel.isDMBased()) return true;
  const known = permissionsIn(channel);
  // A bot that had no permission at all would not have been told of the message.
  return known === undefined || known.bitfield === 0n || known.has([...wanted]);
}

function permissionsIn(channel: Exclude<Channel, { guild?: never }>): PermissionsBitField | undefined {
  if (channel.isDMBased()) return undefined;
  const { me } = channel.guild.members;
  // Without the role that everybody has, nothing can be worked out.
  if (!me || !channel.guild.roles.cache.has(channel.guild.id)) return undefined;
  return channel.permissionsFor(me);
}
