import { PermissionFlagsBits } from 'discord.js';

/** What Discord sends, as plain data, with the fields that its documentation promises. */

export const BOT_ID = '900000000000000001';
export const GUILD_ID = '900000000000000002';
export const CHANNEL_ID = '900000000000000003';
export const QUESTIONS_CHANNEL_ID = '900000000000000004';
export const READ_ONLY_CHANNEL_ID = '900000000000000005';
const BOT_ROLE_ID = '900000000000000006';
export const ASKER_ID = '900000000000000007';
export const OTHER_ID = '900000000000000008';

/** What members have unless a test says otherwise. */
export const MEMBER_PERMISSIONS =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.ReadMessageHistory;
const BOT_PERMISSIONS =
  MEMBER_PERMISSIONS |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.AttachFiles;

let counter = 0;

export function snowflake(): string {
  return ((BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(counter++ % 4096)).toString();
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly global_name: string | null;
  readonly avatar: null;
  readonly bot?: boolean;
}

export function user(id: string, isBot = false): User {
  const username = isBot ? 'cited' : `user${id.slice(-3)}`;
  return {
    id,
    username,
    discriminator: '0',
    global_name: null,
    avatar: null,
    ...(isBot ? { bot: true } : {}),
  };
}

export function member(userId: string): object {
  return {
    user: user(userId, userId === BOT_ID),
    roles: userId === BOT_ID ? [BOT_ROLE_ID] : [],
    joined_at: '2024-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly name?: string;
  readonly parent_id?: string | null;
  readonly owner_id?: string;
  readonly thread_metadata?: object;
  readonly permission_overwrites?: readonly object[];
  readonly recipients?: readonly User[];
}

export function textChannel(id: string, name: string, deny = 0n): Channel {
  const permission_overwrites =
    deny === 0n ? [] : [{ id: BOT_ROLE_ID, type: 0, allow: '0', deny: deny.toString() }];
  return { id, type: 0, guild_id: GUILD_ID, name, parent_id: null, permission_overwrites };
}

export function threadChannel(id: string, name: string, parent: string, metadata: object = {}): Channel {
  return {
    id,
    type: 11,
    guild_id: GUILD_ID,
    name,
    parent_id: parent,
    owner_id: BOT_ID,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date().toISOString(),
      locked: false,
      ...metadata,
    },
  };
}

export function dmChannel(id: string, recipient: string): Channel {
  return { id, type: 1, recipients: [user(recipient)] };
}

export function guild(channels: readonly Channel[]): object {
  const role = (id: string, name: string, permissions: bigint, tags?: object): object => ({
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: name === '@everyone' ? 0 : 1,
    permissions: permissions.toString(),
    managed: tags !== undefined,
    mentionable: false,
    flags: 0,
    ...(tags ? { tags } : {}),
  });
  return {
    id: GUILD_ID,
    name: 'Test server',
    icon: null,
    owner_id: OTHER_ID,
    roles: [
      role(GUILD_ID, '@everyone', MEMBER_PERMISSIONS),
      role(BOT_ROLE_ID, 'cited', BOT_PERMISSIONS, { bot_id: BOT_ID }),
    ],
    emojis: [],
    stickers: [],
    features: [],
    channels: channels.filter(({ type }) => type === 0),
    threads: channels.filter(({ type }) => type === 11),
    members: [member(BOT_ID)],
    member_count: 3,
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    joined_at: '2024-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    preferred_locale: 'en-US',
    system_channel_flags: 0,
  };
}

export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string | undefined;
  readonly author: User;
  readonly content: string;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly tts: boolean;
  readonly mention_everyone: boolean;
  readonly mentions: readonly User[];
  readonly mention_roles: readonly string[];
  readonly attachments: readonly object[];
  readonly embeds: readonly object[];
  readonly components: readonly object[];
  readonly pinned: boolean;
  readonly type: number;
  readonly flags: number;
  readonly nonce?: string | undefined;
  readonly message_reference?: object | undefined;
  readonly referenced_message?: Message | null | undefined;
}

export function message(fields: Partial<Message> & Pick<Message, 'channel_id' | 'author'>): Message {
  return {
    id: snowflake(),
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    flags: 0,
    ...fields,
  };
}
