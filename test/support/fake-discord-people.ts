import {
  ASKER_ID,
  BOT_ID,
  CHANNEL_ID,
  MEMBER_PERMISSIONS,
  dmChannel,
  member,
  message,
  snowflake,
  user,
  type Channel,
  type Message,
} from './fake-discord-data.ts';
import { FakeInteraction, type Upload } from './fake-discord-state.ts';
import type { FakeDiscord } from './fake-discord.ts';

const MESSAGE_CONTENT = 1 << 15;

export interface Saying {
  readonly channel?: string;
  readonly by?: string;
  readonly mention?: boolean;
  readonly replyTo?: Message;
  /** Whether a reply notifies the author of what it replies to; on unless said otherwise, as in Discord. */
  readonly replyPing?: boolean;
  readonly attachments?: readonly object[];
  readonly byBot?: boolean;
}

export interface Doing {
  readonly by?: string;
  readonly channel?: string;
  /** Only what an interaction cannot do without. */
  readonly sparse?: boolean;
  /** Of the member, besides what everybody has. */
  readonly permissions?: bigint;
}

/** People who write messages, run commands and press buttons on a fake Discord. */
export class People {
  readonly #fake: FakeDiscord;

  constructor(fake: FakeDiscord) {
    this.#fake = fake;
  }

  /** Writes a message; its text reaches the bot only where Discord would let it. */
  say(content: string, options: Saying = {}): Message {
    const { state, gateway } = this.#fake;
    const channel_id = options.channel ?? CHANNEL_ID;
    const channel = state.channels.get(channel_id);
    const repliesToBot = options.replyTo?.author.id === BOT_ID && options.replyPing !== false;
    const isMention = options.mention === true || repliesToBot;
    const written = message({
      channel_id,
      guild_id: channel?.guild_id,
      author: user(options.by ?? ASKER_ID, options.byBot),
      content: options.mention === true ? `<@${BOT_ID}> ${content}` : content,
      mentions: isMention ? [user(BOT_ID, true)] : [],
      attachments: options.attachments ?? [],
      type: options.replyTo ? 19 : 0,
      ...(options.replyTo
        ? {
            message_reference: { message_id: options.replyTo.id, channel_id },
            referenced_message: options.replyTo,
          }
        : {}),
    });
    state.messages.set(written.id, written);
    const visible = channel?.type === 1 || isMention || (gateway.intents & MESSAGE_CONTENT) !== 0;
    gateway.dispatch('MESSAGE_CREATE', {
      ...written,
      ...(visible ? {} : { content: '', attachments: [], embeds: [], components: [] }),
      ...(channel?.guild_id === undefined ? { channel_type: 1 } : { member: member(written.author.id) }),
    });
    return written;
  }

  /** A direct message; the channel is one that the bot has not seen yet. */
  dm(content: string, channel = snowflake(), by = ASKER_ID): Message {
    this.#fake.state.channels.set(channel, dmChannel(channel, by));
    return this.say(content, { channel, by });
  }

  slash(
    name: string,
    options: Readonly<Record<string, string | number | boolean>> = {},
    doing: Doing = {},
  ): FakeInteraction {
    return this.#interact(2, { id: snowflake(), name, type: 1, options: optionsOf(options) }, doing);
  }

  /** Types into an option. */
  type(command: string, option: string, value: string, doing: Doing = {}): FakeInteraction {
    const options = [{ name: option, type: 3, value, focused: true }];
    return this.#interact(4, { id: snowflake(), name: command, type: 1, options }, doing);
  }

  /** Applies a message command. */
  apply(name: string, target: Message, doing: Doing = {}): FakeInteraction {
    const resolved = { messages: { [target.id]: target } };
    return this.#interact(2, { id: snowflake(), name, type: 3, target_id: target.id, resolved }, doing);
  }

  press(on: Message, customId: string, doing: Doing = {}): FakeInteraction {
    return this.#interact(
      3,
      { custom_id: customId, component_type: 2 },
      { channel: on.channel_id, ...doing },
      on,
    );
  }

  /** Lets the last event arrive a second time. */
  repeat(): void {
    this.#fake.gateway.repeat();
  }

  #interact(type: number, data: object, doing: Doing, on?: Message): FakeInteraction {
    const { state, gateway } = this.#fake;
    const channelId = doing.channel ?? CHANNEL_ID;
    const channel = state.channels.get(channelId);
    const interaction = new FakeInteraction(channelId, on);
    state.interactions.set(interaction.token, interaction);
    const by = doing.by ?? ASKER_ID;
    const permissions = MEMBER_PERMISSIONS | (doing.permissions ?? 0n);
    gateway.dispatch('INTERACTION_CREATE', {
      id: interaction.id,
      application_id: BOT_ID,
      type,
      data,
      token: interaction.token,
      channel_id: channelId,
      ...(doing.sparse === true ? {} : usual(channel)),
      ...(channel?.guild_id === undefined
        ? { user: user(by) }
        : {
            guild_id: channel.guild_id,
            guild: { id: channel.guild_id, locale: 'en-US', features: [] },
            guild_locale: 'en-US',
            member: { ...member(by), permissions: permissions.toString() },
          }),
      ...(on ? { message: on } : {}),
    });
    return interaction;
  }

  /** What an interaction shows in the end, once it is more than "thinking". */
  async shown(interaction: FakeInteraction): Promise<Message> {
    await until(() => interaction.shownAt > 0, `an answer to interaction ${interaction.id}`);
    return this.#fake.state.messages.get(interaction.original!)!;
  }

  async followUp(interaction: FakeInteraction): Promise<Message> {
    await until(() => interaction.followUps.length > 0, 'a follow-up');
    return interaction.followUps.at(-1)!;
  }

  /** The bot's message after one, in the same channel. */
  async reply(to: Message): Promise<Message> {
    const find = (): Message | undefined => this.repliesTo(to)[0];
    await until(() => find() !== undefined, `a reply to "${to.content.slice(0, 60)}"`);
    return find()!;
  }

  repliesTo(to: Message): Message[] {
    return [...this.#fake.state.messages.values()].filter(
      ({ author, message_reference: reference }) =>
        author.id === BOT_ID && (reference as { message_id?: string } | undefined)?.message_id === to.id,
    );
  }

  files(of: Message): readonly Upload[] {
    return this.#fake.state.files.get(of.id) ?? [];
  }
}

/** Waits until something has happened. */
export async function until(
  isDone: () => boolean | Promise<boolean>,
  what: string,
  milliseconds = 10_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface AnyComponent {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly emoji?: { readonly name: string };
  readonly components?: readonly AnyComponent[];
  readonly accessory?: AnyComponent;
  readonly disabled?: boolean;
}

/** Every component of a message, nested ones too, in the order in which they are seen. */
export function componentsOf(of: Message): AnyComponent[] {
  const flatten = (item: AnyComponent): AnyComponent[] => [
    item,
    ...(item.components ?? []).flatMap(flatten),
    ...(item.accessory ? [item.accessory] : []),
  ];
  return (of.components as readonly AnyComponent[]).flatMap(flatten);
}

/** All text of a message, as markdown. */
export function textOf(of: Message): string {
  return componentsOf(of)
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}

/** The custom_id of the n-th button with a label or emoji. */
export function buttonOf(of: Message, label: string, n = 0): string {
  const found = componentsOf(of).filter(
    (item) => item.type === 2 && (item.label ?? item.emoji?.name) === label,
  )[n];
  if (found?.custom_id === undefined) throw new Error(`No button "${label}" on: ${textOf(of).slice(0, 200)}`);
  return found.custom_id;
}

/** What Discord tells with every interaction. */
function usual(channel: Channel | undefined): object {
  return {
    version: 1,
    channel,
    app_permissions: '2248473465835073',
    locale: 'en-US',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { '0': channel?.guild_id ?? '0' },
    context: channel?.guild_id === undefined ? 1 : 0,
  };
}

function optionsOf(options: Readonly<Record<string, string | number | boolean>>): object[] {
  const types = { string: 3, number: 4, boolean: 5 } as const;
  return Object.entries(options).map(([name, value]) => ({
    name,
    type: types[typeof value as keyof typeof types],
    value,
  }));
}
