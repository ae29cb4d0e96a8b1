import fc from 'fast-check';
import {
  ApplicationCommandOptionType,
  PermissionFlagsBits,
  type APIApplicationCommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { COMMANDS } from '../../src/discord/commands/all.ts';
import {
  ASKER_ID,
  BOT_ID,
  CHANNEL_ID,
  GUILD_ID,
  OTHER_ID,
  QUESTIONS_CHANNEL_ID,
  READ_ONLY_CHANNEL_ID,
  member,
  message,
  user,
} from '../support/fake-discord-data.ts';
import { hostile } from '../support/hostile.ts';

/** An event of the gateway. */
export interface Packet {
  readonly t: string;
  readonly d: unknown;
}

/** Put in when an event is sent: what is known only then. */
export const NOW = {
  id: '{id}',
  token: '{token}',
  answer: '{answer}',
  others: '{others}',
  document: '{document}',
  on: '{on}',
} as const;

const QUESTION = 'When did the Ganja strike happen?';

const DOCUMENT = 'barda-attack.md';

/** What is typed for options of these names, so that something is found; for others the question is. */
const TYPED: Readonly<Record<string, string>> = { source: DOCUMENT, file: DOCUMENT, search: 'Ganja' };

type Typed = readonly [command: string, options: Readonly<Record<string, unknown>>];

/** Every command with the options that it must have and with all that it may, and what no command is. */
const SLASH_COMMANDS: readonly Typed[] = [
  ...COMMANDS.filter(({ type }) => type === 'slash').flatMap(({ data }): Typed[] => {
    const { name, options = [] } = data as RESTPostAPIChatInputApplicationCommandsJSONBody;
    const given = (all: boolean) =>
      Object.fromEntries(
        options.filter(({ required }) => all || required).map((one) => [one.name, valueFor(one)]),
      );
    return [
      [name, given(false)],
      [name, given(true)],
    ];
  }),
  ['source', { file: `#${NOW.document}` }],
  ['unknown', { a: 1 }],
];

const CUSTOM_IDS = [
  ...['context', 'more'].flatMap((kind) => [0, 3, 7, 99].map((index) => `c1:${kind}:${NOW.answer}.${index}`)),
  ...['up', 'down'].map((vote) => `c1:vote:${NOW.answer}.${vote}`),
  ...['delete', 'thread'].flatMap((kind) => [NOW.answer, NOW.others].map((id) => `c1:${kind}:${id}`)),
  ...['from', 'until'].flatMap((way) =>
    [0, 10, 999_999_999].map((at) => `c1:read:${NOW.document}.${way}.${at}`),
  ),
  `c1:text:${NOW.document}`,
  ...['', 'Ganja', '../..', '((('].map((search) => `c1:list:1.${search}`),
  ...[
    'c1:context:AAAAAAAA.0',
    'c1:read:AAAAAAAAAAAA.from.0',
    'c0:x:y',
    'c1:constructor:x',
    'c1:__proto__:x',
    '',
  ],
];

const MESSAGE_COMMANDS = COMMANDS.filter(({ type }) => type === 'message').map(({ data }) => data.name);

function valueFor({ name, type }: APIApplicationCommandOption): unknown {
  if (type === ApplicationCommandOptionType.Boolean) return true;
  if (type === ApplicationCommandOptionType.Integer) return 2;
  return TYPED[name] ?? QUESTION;
}

function interaction(
  type: number,
  data: object,
  by: string,
  channel: string,
  permissions: bigint,
  more: object = {},
): Packet {
  const place =
    channel === ''
      ? { channel_id: '900000000000000777', user: user(by), context: 1 }
      : {
          channel_id: channel,
          channel: {
            id: channel,
            type: 0,
            guild_id: GUILD_ID,
            name: 'general',
            permissions: '2248473465835073',
          },
          guild_id: GUILD_ID,
          guild: { id: GUILD_ID, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { ...member(by), permissions: permissions.toString() },
          context: 0,
        };
  return {
    t: 'INTERACTION_CREATE',
    d: {
      ...{ id: NOW.id, token: NOW.token, application_id: BOT_ID, type, data, version: 1, locale: 'en-US' },
      ...{
        app_permissions: '2248473465835073',
        entitlements: [],
        authorizing_integration_owners: { '0': GUILD_ID },
      },
      ...{ attachment_size_limit: 10_485_760, ...place, ...more },
    },
  };
}

/** Who does it. */
export const who = fc.constantFrom(ASKER_ID, OTHER_ID);
/** In which channel; empty for a direct message. */
export const where = fc.constantFrom(CHANNEL_ID, CHANNEL_ID, QUESTIONS_CHANNEL_ID, READ_ONLY_CHANNEL_ID, '');
const may = fc.constantFrom(
  0n,
  0n,
  2048n,
  PermissionFlagsBits.ManageGuild,
  PermissionFlagsBits.ManageMessages,
);
/** What somebody may write. */
export const typed = fc.oneof(
  hostile,
  fc.constantFrom('', 'bar', QUESTION),
  hostile.map((text) => text.repeat(50).slice(0, 7000)),
);

const slash = fc
  .tuple(fc.constantFrom(...SLASH_COMMANDS), fc.option(typed), who, where, may, fc.constantFrom(2, 2, 2, 4))
  .map(([[name, values], other, by, channel, permissions, type]) => {
    const options = Object.entries(values).map(([option, value], i) => ({
      name: option,
      type: typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : 3,
      value: other !== null && typeof value === 'string' ? other : value,
      ...(type === 4 && i === 0 ? { focused: true } : {}),
    }));
    return interaction(type, { id: NOW.id, name, type: 1, options }, by, channel, permissions);
  });
const apply = fc
  .tuple(fc.constantFrom(...MESSAGE_COMMANDS, 'Find', ''), typed, who, where)
  .map(([name, content, by, channel]) => {
    const target = message({ channel_id: CHANNEL_ID, author: user(OTHER_ID), content });
    const data = {
      id: NOW.id,
      name,
      type: 3,
      target_id: target.id,
      resolved: { messages: { [target.id]: target } },
    };
    return interaction(2, data, by, channel, 0n);
  });
const press = fc
  .tuple(fc.oneof(fc.constantFrom(...CUSTOM_IDS), typed), fc.constantFrom(2, 2, 2, 3), who, where, may)
  .map(([custom_id, component_type, by, channel, permissions]) =>
    interaction(3, { custom_id, component_type }, by, channel, permissions, { message: NOW.on }),
  );
const modal = who.map((by) => interaction(5, { custom_id: 'x', components: [] }, by, CHANNEL_ID, 0n));

/** Commands, buttons and forms that are used. */
export const anyInteraction: fc.Arbitrary<Packet> = fc.oneof(
  { weight: 5, arbitrary: slash },
  { weight: 5, arbitrary: press },
  { weight: 2, arbitrary: apply },
  { weight: 1, arbitrary: modal },
);
