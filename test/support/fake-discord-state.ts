import { message, snowflake, user, BOT_ID, type Channel, type Message } from './fake-discord-data.ts';

/** A file that the bot attached. */
export interface Upload {
  readonly name: string;
  readonly text: string;
}

/** A request of the bot, as it arrived. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly Upload[];
  readonly at: number;
  readonly status: number;
}

/** What the bot's answer to an interaction has come to. */
export class FakeInteraction {
  readonly id = snowflake();
  readonly token = `aW50ZXJhY3Rpb246${snowflake()}`;
  readonly sentAt = Date.now();
  readonly channelId: string;
  /** Of a button: the message that it is on. */
  readonly on: Message | undefined;
  /** The first answer's type, and how many milliseconds it took. */
  callback: { readonly type: number; readonly data: unknown; readonly after: number } | undefined;
  isEphemeral = false;
  /** Id of `@original`. */
  original: string | undefined;
  readonly followUps: Message[] = [];
  /** When `@original` was last given something to show; 0 while the bot is "thinking". */
  shownAt = 0;
  expired = false;

  constructor(channelId: string, on?: Message) {
    this.channelId = channelId;
    this.on = on;
  }
}

/** Everything that the fake remembers. */
export class FakeState {
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Message>();
  readonly deleted = new Set<string>();
  readonly files = new Map<string, readonly Upload[]>();
  readonly interactions = new Map<string, FakeInteraction>();
  readonly commands = new Map<string, unknown[]>();
  readonly requests: Recorded[] = [];
  /** What Discord would have rejected. Must stay empty, in every test. */
  readonly problems: string[] = [];
  readonly typing: string[] = [];
  /** Told of every message that the bot writes or changes. */
  onPut: (message: Message) => void = () => undefined;

  /** Adds or replaces a message of the bot. */
  put(id: string | undefined, channelId: string, body: Partial<Message>, files: readonly Upload[]): Message {
    const before = id === undefined ? undefined : this.messages.get(id);
    const made = message({
      ...before,
      ...(id === undefined ? {} : { id }),
      channel_id: channelId,
      guild_id: this.channels.get(channelId)?.guild_id,
      author: user(BOT_ID, true),
      ...definedOf(body),
      attachments: files.map(({ name, text }) => ({
        id: snowflake(),
        filename: name,
        size: text.length,
        url: `https://cdn.invalid/${name}`,
        proxy_url: `https://cdn.invalid/${name}`,
      })),
    });
    this.messages.set(made.id, made);
    this.files.set(made.id, files);
    this.onPut(made);
    return made;
  }
}

function definedOf(body: Partial<Message>): Partial<Message> {
  const { content, components, flags, nonce, message_reference } = body;
  return Object.fromEntries(
    Object.entries({ content: content ?? '', components, flags, nonce, message_reference }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}
