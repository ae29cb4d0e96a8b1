import fc from 'fast-check';
import {
  ASKER_ID,
  BOT_ID,
  CHANNEL_ID,
  GUILD_ID,
  member,
  message,
  user,
} from '../support/fake-discord-data.ts';
import { hostile } from '../support/hostile.ts';
import { anyInteraction, NOW, typed, where, who, type Packet } from './interactions.ts';

const said = fc
  .tuple(typed, fc.constantFrom('mention', 'direct', 'reply', 'none'), who, where)
  .map(([content, how, by, channel]): Packet => {
    const isDirect = how === 'direct' || channel === '';
    const written = message({
      channel_id: isDirect ? '900000000000000777' : channel,
      author: user(by),
      content: how === 'mention' ? `<@${BOT_ID}> ${content}` : content,
      mentions: how === 'mention' || how === 'reply' ? [user(BOT_ID, true)] : [],
      type: how === 'reply' ? 19 : 0,
    });
    return {
      t: 'MESSAGE_CREATE',
      d: {
        ...written,
        id: NOW.id,
        ...(isDirect ? { channel_type: 1 } : { guild_id: GUILD_ID, member: member(by) }),
        ...(how === 'reply'
          ? { message_reference: { message_id: '1', channel_id: channel }, referenced_message: NOW.on }
          : {}),
      },
    };
  });

const other: fc.Arbitrary<Packet> = fc.constantFrom(
  { t: 'MESSAGE_UPDATE', d: { id: '1', channel_id: CHANNEL_ID, guild_id: GUILD_ID, content: 'x' } },
  { t: 'MESSAGE_DELETE', d: { id: '1', channel_id: CHANNEL_ID, guild_id: GUILD_ID } },
  { t: 'MESSAGE_DELETE_BULK', d: { ids: ['1', '2'], channel_id: CHANNEL_ID, guild_id: GUILD_ID } },
  {
    t: 'CHANNEL_UPDATE',
    d: { id: CHANNEL_ID, type: 0, guild_id: GUILD_ID, name: 'x', permission_overwrites: [] },
  },
  { t: 'CHANNEL_CREATE', d: { id: '900000000000000778', type: 0, guild_id: GUILD_ID, name: 'x' } },
  {
    t: 'THREAD_CREATE',
    d: { id: '900000000000000779', type: 11, guild_id: GUILD_ID, parent_id: CHANNEL_ID, owner_id: BOT_ID },
  },
  {
    t: 'THREAD_DELETE',
    d: { id: '900000000000000779', type: 11, guild_id: GUILD_ID, parent_id: CHANNEL_ID },
  },
  { t: 'GUILD_ROLE_UPDATE', d: { guild_id: GUILD_ID, role: { id: GUILD_ID, name: 'x', permissions: '0' } } },
  { t: 'GUILD_MEMBER_UPDATE', d: { ...member(BOT_ID), guild_id: GUILD_ID } },
  { t: 'GUILD_UPDATE', d: { id: GUILD_ID, name: 'x', roles: [], emojis: [] } },
  { t: 'USER_UPDATE', d: user(BOT_ID, true) },
  { t: 'SOMETHING_NEW', d: {} },
);

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'x',
    '0',
    '-1',
    '1.5',
    0,
    -1,
    1.5,
    2 ** 53,
    1e300,
    true,
    false,
    [],
    {},
    [null],
    [[]],
    { id: null },
  ),
  fc.constantFrom(
    ASKER_ID,
    BOT_ID,
    CHANNEL_ID,
    '9'.repeat(30),
    '__proto__',
    'constructor',
    '../..',
    '\u0000',
    '\ud800',
  ),
  fc.integer(),
  hostile,
  fc.nat(200_000).map((length) => 'x'.repeat(length)),
  fc.nat(2000).map((length) => Array.from({ length }, () => ({}))),
);

interface Change {
  /** Which of the fields, whatever their number is. */
  readonly field: number;
  readonly how: 'delete' | 'set';
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  field: fc.nat(10_000),
  how: fc.constantFrom('delete', 'set', 'set'),
  value: odd,
});

/** Events of every kind, with fields missing, of the wrong type, or forged. */
export const anyPacket: fc.Arbitrary<Packet> = fc
  .tuple(
    fc.oneof(
      { weight: 13, arbitrary: anyInteraction },
      { weight: 5, arbitrary: said },
      { weight: 2, arbitrary: other },
    ),
    fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 4, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
    ),
  )
  .map(([packet, changes]) => changes.reduce(changed, packet));

function changed(packet: Packet, { field, how, value }: Change): Packet {
  const copy = structuredClone(packet) as { t: string; d: unknown };
  const places = placesIn(copy.d);
  const place = places[field % (places.length + 1)];
  if (!place) copy.d = value;
  else if (how === 'set') place.in[place.name] = value;
  else Reflect.deleteProperty(place.in, place.name);
  return copy;
}

type Fields = Record<string, unknown>;

function placesIn(value: unknown): { in: Fields; name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = value as Fields;
  return Object.keys(inside).flatMap((name) => [{ in: inside, name }, ...placesIn(inside[name])]);
}
