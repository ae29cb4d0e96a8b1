import { BOT_ID, snowflake, threadChannel, user, type Message } from './fake-discord-data.ts';
import { choiceProblems, commandProblems, messageProblems, type MessageUse } from './fake-discord-rules.ts';
import type { FakeInteraction, FakeState, Upload } from './fake-discord-state.ts';

const EPHEMERAL = 64;
const LOADING = 128;
const IS_COMPONENTS_V2 = 1 << 15;

export interface Request {
  readonly method: string;
  /** After `/api/v10`. */
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly Upload[];
}

export interface Response {
  readonly status: number;
  readonly body?: unknown;
}

/** An error in Discord's form. */
export function apiError(status: number, code: number, text: string): Response {
  return { status, body: { code, message: text } };
}

type Handler = (parts: readonly string[], request: Request) => Response;

/** The part of Discord's REST API that a bot like this one uses. */
export class FakeRest {
  readonly #state: FakeState;
  readonly #dispatch: (t: string, d: unknown) => void;
  readonly #gatewayUrl: () => string;
  readonly #routes: readonly (readonly [string, RegExp, Handler])[];
  /** Channels in which everything is answered with an error code, e.g. 50013. */
  readonly forbidden = new Map<string, number>();

  constructor(state: FakeState, dispatch: (t: string, d: unknown) => void, gatewayUrl: () => string) {
    this.#state = state;
    this.#dispatch = dispatch;
    this.#gatewayUrl = gatewayUrl;
    this.#routes = [
      ['GET', /^\/gateway\/bot$/, () => this.#gateway()],
      ['GET', /^\/users\/@me$/, () => ({ status: 200, body: user(BOT_ID, true) })],
      ['GET', /^\/applications\/(\d+)\/(?:guilds\/(\d+)\/)?commands$/, (p) => this.#commands(p[1])],
      ['PUT', /^\/applications\/(\d+)\/(?:guilds\/(\d+)\/)?commands$/, (p, r) => this.#setCommands(p[1], r)],
      ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/, (p, r) => this.#callback(p, r)],
      ['PATCH', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/, (p, r) => this.#editReply(p, r)],
      ['DELETE', /^\/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/, (p) => this.#deleteReply(p)],
      ['POST', /^\/webhooks\/(\d+)\/([^/]+)$/, (p, r) => this.#followUp(p, r)],
      ['POST', /^\/channels\/(\d+)\/messages$/, (p, r) => this.#create(p[0]!, r)],
      ['PATCH', /^\/channels\/(\d+)\/messages\/(\d+)$/, (p, r) => this.#edit(p[0]!, p[1]!, r)],
      ['DELETE', /^\/channels\/(\d+)\/messages\/(\d+)$/, (p) => this.#delete(p[0]!, p[1]!)],
      ['POST', /^\/channels\/(\d+)\/typing$/, (p) => this.#type(p[0]!)],
      ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, (p, r) => this.#thread(p[0]!, p[1]!, r)],
      ['GET', /^\/channels\/(\d+)$/, (p) => this.#channel(p[0]!)],
    ];
  }

  handle(request: Request): Response {
    for (const [method, pattern, handler] of this.#routes) {
      const match = method === request.method ? pattern.exec(request.path) : null;
      if (match) return handler(match.slice(1), request);
    }
    this.#state.problems.push(`no such endpoint: ${request.method} ${request.path}`);
    return apiError(404, 0, '404: Not Found');
  }

  #gateway(): Response {
    const session_start_limit = { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 };
    return { status: 200, body: { url: this.#gatewayUrl(), shards: 1, session_start_limit } };
  }

  #commands(guild: string | undefined): Response {
    return { status: 200, body: this.#state.commands.get(guild ?? '') ?? [] };
  }

  #setCommands(guild: string | undefined, { body }: Request): Response {
    const rejected = this.#reject('commands', commandProblems(body, guild !== undefined));
    if (rejected) return rejected;
    // Discord fills in what was left out.
    const commands = (body as object[]).map((command) => ({
      id: snowflake(),
      application_id: BOT_ID,
      version: snowflake(),
      type: 1,
      description: '',
      default_member_permissions: null,
      dm_permission: true,
      nsfw: false,
      name_localizations: null,
      description_localizations: null,
      ...(guild === undefined ? { integration_types: [0], contexts: null } : { guild_id: guild }),
      ...command,
      ...permissionsOf(command),
    }));
    this.#state.commands.set(guild ?? '', commands);
    return { status: 200, body: commands };
  }

  #callback([id, token]: readonly string[], { body, files }: Request): Response {
    const interaction = this.#state.interactions.get(token!);
    const after = Date.now() - (interaction?.sentAt ?? 0);
    if (!interaction || interaction.id !== id || after > 3000) {
      return apiError(404, 10062, 'Unknown interaction');
    }
    if (interaction.callback) return apiError(400, 40060, 'Interaction has already been acknowledged.');
    const { type, data } = body as { type: number; data?: Partial<Message> };
    const problems = this.#callbackProblems(type, data, files);
    const rejected = this.#reject(`interaction callback ${type}`, problems);
    if (rejected) return rejected;
    interaction.callback = { type, data, after };
    if (type === 4 || type === 5) {
      interaction.isEphemeral = ((data?.flags ?? 0) & EPHEMERAL) !== 0;
      const flags = (data?.flags ?? 0) | (type === 5 ? LOADING : 0);
      const made = this.#state.put(undefined, interaction.channelId, { ...data, flags }, files);
      interaction.original = made.id;
      if (type === 4) interaction.shownAt = Date.now();
    } else if (type === 6 || type === 7) {
      interaction.original = interaction.on?.id;
      interaction.isEphemeral = ((interaction.on?.flags ?? 0) & EPHEMERAL) !== 0;
    }
    return { status: 204 };
  }

  #callbackProblems(type: number, data: Partial<Message> | undefined, files: readonly Upload[]): string[] {
    const names = files.map(({ name }) => name);
    if (type === 4) return messageProblems(data, 'reply', names);
    if (type === 5) {
      const allowed = data === undefined || Object.keys(data).every((key) => key === 'flags');
      return allowed && ((data?.flags ?? 0) & ~EPHEMERAL) === 0
        ? []
        : ['a deferred reply takes only Ephemeral'];
    }
    if (type === 6) return [];
    if (type === 7) return messageProblems(data, 'edit', names);
    return type === 8 ? choiceProblems(data) : [`callback type ${type}`];
  }

  #editReply([, token, which]: readonly string[], request: Request): Response {
    const interaction = this.#answered(token!);
    if (!interaction) return apiError(404, 10015, 'Unknown Webhook');
    const id = which === '@original' ? interaction.original : which;
    const response = this.#edit(interaction.channelId, id ?? '', request);
    if (response.status === 200) interaction.shownAt = Date.now();
    return response;
  }

  #deleteReply([, token, which]: readonly string[]): Response {
    const interaction = this.#answered(token!);
    if (!interaction) return apiError(404, 10015, 'Unknown Webhook');
    return this.#delete(interaction.channelId, (which === '@original' ? interaction.original : which) ?? '');
  }

  #followUp([, token]: readonly string[], { body, files }: Request): Response {
    const interaction = this.#answered(token!);
    if (!interaction) return apiError(404, 10015, 'Unknown Webhook');
    const rejected = this.#check(body, 'reply', files);
    if (rejected) return rejected;
    const made = this.#state.put(undefined, interaction.channelId, body as Partial<Message>, files);
    interaction.followUps.push(made);
    return { status: 200, body: made };
  }

  #answered(token: string): FakeInteraction | undefined {
    const interaction = this.#state.interactions.get(token);
    return interaction?.callback && !interaction.expired ? interaction : undefined;
  }

  #create(channelId: string, { body, files }: Request): Response {
    const refused = this.#refuse(channelId);
    if (refused) return refused;
    const rejected = this.#check(body, 'create', files);
    if (rejected) return rejected;
    const {
      nonce,
      enforce_nonce: enforced,
      message_reference: reference,
    } = body as {
      nonce?: string;
      enforce_nonce?: boolean;
      message_reference?: { message_id: string; fail_if_not_exists?: boolean };
    };
    const same = [...this.#state.messages.values()].find(
      (other) => nonce !== undefined && other.nonce === nonce,
    );
    if (same && enforced === true) return { status: 200, body: same };
    if (
      reference &&
      this.#state.deleted.has(reference.message_id) &&
      reference.fail_if_not_exists !== false
    ) {
      return apiError(400, 50035, 'Invalid Form Body: Unknown message');
    }
    const made = this.#state.put(undefined, channelId, body as Partial<Message>, files);
    this.#dispatch('MESSAGE_CREATE', made);
    return { status: 200, body: made };
  }

  #edit(channelId: string, id: string, { body, files }: Request): Response {
    const before = this.#state.messages.get(id);
    if (!before || this.#state.deleted.has(id)) return apiError(404, 10008, 'Unknown Message');
    const wasV2 = (before.flags & IS_COMPONENTS_V2) !== 0;
    const rejected = this.#check(body, 'edit', files, wasV2);
    if (rejected) return rejected;
    const { flags = 0 } = body as { flags?: number };
    const kept = before.flags & ~LOADING;
    const made = this.#state.put(
      id,
      channelId,
      { ...(body as Partial<Message>), flags: kept | flags },
      files,
    );
    return { status: 200, body: made };
  }

  #delete(channelId: string, id: string): Response {
    if (!this.#state.messages.has(id) || this.#state.deleted.has(id))
      return apiError(404, 10008, 'Unknown Message');
    this.#state.deleted.add(id);
    const guild_id = this.#state.channels.get(channelId)?.guild_id;
    this.#dispatch('MESSAGE_DELETE', { id, channel_id: channelId, guild_id });
    return { status: 204 };
  }

  #type(channelId: string): Response {
    const refused = this.#refuse(channelId);
    if (refused) return refused;
    this.#state.typing.push(channelId);
    return { status: 204 };
  }

  #thread(channelId: string, messageId: string, { body }: Request): Response {
    const refused = this.#refuse(channelId);
    if (refused) return refused;
    if (this.#state.channels.has(messageId)) {
      return apiError(400, 160004, 'A thread has already been created for this message');
    }
    const { name } = body as { name: string };
    if (name.length < 1 || name.length > 100) return this.#reject('thread', ['name'])!;
    const made = threadChannel(messageId, name, channelId);
    this.#state.channels.set(made.id, made);
    this.#dispatch('THREAD_CREATE', { ...made, newly_created: true });
    return { status: 201, body: made };
  }

  #channel(id: string): Response {
    const channel = this.#state.channels.get(id);
    return channel ? { status: 200, body: channel } : apiError(404, 10003, 'Unknown Channel');
  }

  #refuse(channelId: string): Response | undefined {
    const code = this.forbidden.get(channelId);
    if (code !== undefined) return apiError(403, code, 'Missing Permissions');
    return this.#state.channels.has(channelId) ? undefined : apiError(404, 10003, 'Unknown Channel');
  }

  #check(body: unknown, use: MessageUse, files: readonly Upload[], isV2 = false): Response | undefined {
    const names = files.map(({ name }) => name);
    return this.#reject(use, messageProblems(body, use, names, isV2));
  }

  #reject(what: string, problems: readonly string[]): Response | undefined {
    if (problems.length === 0) return undefined;
    this.#state.problems.push(...problems.map((problem) => `${what}: ${problem}`));
    return apiError(400, 50035, `Invalid Form Body: ${problems.join('; ')}`);
  }
}

/** Taken as a number, told as text. */
function permissionsOf(command: { default_member_permissions?: number | null }): object {
  const { default_member_permissions: permissions } = command;
  return typeof permissions === 'number' ? { default_member_permissions: String(permissions) } : {};
}
