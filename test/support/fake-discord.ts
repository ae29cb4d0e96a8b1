import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PermissionFlagsBits } from 'discord.js';
import {
  BOT_ID,
  CHANNEL_ID,
  GUILD_ID,
  QUESTIONS_CHANNEL_ID,
  READ_ONLY_CHANNEL_ID,
  guild,
  textChannel,
  user,
  type Channel,
} from './fake-discord-data.ts';
import { FakeGateway } from './fake-discord-gateway.ts';
import { FakeRest, apiError, type Request, type Response as RestResponse } from './fake-discord-rest.ts';
import { FakeState, type Upload } from './fake-discord-state.ts';

export const TOKEN = 'OTAwMDAwMDAwMDAwMDAwMDAx.fake.token-of-the-bot';

export interface FakeOptions {
  /** Privileged intents that the portal allows, e.g. `1 << 15` for MessageContent. */
  readonly allowedIntents?: number;
  readonly heartbeatInterval?: number;
  /** Says of an answer without a body that it is JSON. */
  readonly emptyIsJson?: boolean;
  /** Channels besides the usual ones. */
  readonly channels?: readonly Channel[];
}

interface Fault {
  readonly path: RegExp;
  readonly method: string | undefined;
  readonly response: RestResponse | 'drop' | 'lose';
  readonly headers: Readonly<Record<string, string>>;
  left: number;
}

/** A Discord on the loopback interface that a real client can talk to. It is stricter than the real one. */
export class FakeDiscord {
  readonly state = new FakeState();
  readonly gateway: FakeGateway;
  readonly rest: FakeRest;
  readonly #http: Server;
  readonly #faults: Fault[] = [];
  #port = 0;

  private constructor(options: FakeOptions) {
    this.#http = createServer((request, response) => {
      void this.#serve(request).then((answer) => {
        if (answer === 'drop') {
          request.socket.destroy();
          return;
        }
        const hasType = answer.body !== undefined || options.emptyIsJson === true;
        const type = hasType ? { 'content-type': 'application/json' } : {};
        response.writeHead(answer.status, { ...type, ...answer.headers });
        response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
      });
    });
    const channels = [
      textChannel(CHANNEL_ID, 'general'),
      textChannel(QUESTIONS_CHANNEL_ID, 'questions'),
      textChannel(READ_ONLY_CHANNEL_ID, 'announcements', PermissionFlagsBits.SendMessages),
      ...(options.channels ?? []),
    ];
    for (const channel of channels) this.state.channels.set(channel.id, channel);
    this.gateway = new FakeGateway(this.#http, {
      token: TOKEN,
      allowedIntents: options.allowedIntents ?? 0,
      heartbeatInterval: options.heartbeatInterval ?? 45_000,
      hello: (sessionId) => [
        { t: 'READY', d: this.#ready(sessionId) },
        { t: 'GUILD_CREATE', d: guild([...this.state.channels.values()]) },
      ],
    });
    this.rest = new FakeRest(
      this.state,
      (t, d) => this.gateway.dispatch(t, d),
      () => `ws://127.0.0.1:${this.#port}`,
    );
  }

  static async start(options: FakeOptions = {}): Promise<FakeDiscord> {
    const fake = new FakeDiscord(options);
    await new Promise<void>((resolve) => fake.#http.listen(0, '127.0.0.1', resolve));
    fake.#port = (fake.#http.address() as AddressInfo).port;
    return fake;
  }

  /** For `DISCORD_API_URL`. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  /**
   * Lets the next requests go wrong: an error in Discord's form, a connection that breaks off before anything was
   * done, or one that breaks off after it was done and before that is said.
   */
  fail(path: RegExp, response: Fault['response'], times = 1, method?: string): void {
    const isRateLimit = typeof response === 'object' && response.status === 429;
    const retryAfter = isRateLimit ? rateLimitHeaders(response.body) : {};
    this.#faults.push({ path, response, left: times, method, headers: retryAfter });
  }

  rateLimit(path: RegExp, seconds: number, times = 1): void {
    const body = { message: 'You are being rate limited.', retry_after: seconds, global: false };
    this.fail(path, { status: 429, body }, times);
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #ready(sessionId: string): object {
    return {
      v: 10,
      user: user(BOT_ID, true),
      guilds: [{ id: GUILD_ID, unavailable: true }],
      session_id: sessionId,
      resume_gateway_url: `ws://127.0.0.1:${this.#port}`,
      application: { id: BOT_ID, flags: 0 },
    };
  }

  async #serve(
    request: IncomingMessage,
  ): Promise<(RestResponse & { headers?: Readonly<Record<string, string>> }) | 'drop'> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, '');
    const method = request.method ?? 'GET';
    const parsed = await parseBody(Buffer.concat(chunks), request.headers['content-type'] ?? '');
    const answer = this.#answer({ method, path, ...parsed }, request);
    const status = answer === 'drop' ? 0 : answer.status;
    this.state.requests.push({ method, path, ...parsed, at: Date.now(), status });
    return answer;
  }

  #answer(
    request: Request,
    { headers }: IncomingMessage,
  ): (RestResponse & { headers?: Readonly<Record<string, string>> }) | 'drop' {
    const fault = this.#faults.find(
      ({ path, method, left }) =>
        left > 0 && path.test(request.path) && (method === undefined || method === request.method),
    );
    if (fault) {
      fault.left--;
      if (fault.response === 'lose') this.#handle(request, headers);
      return typeof fault.response === 'string' ? 'drop' : { ...fault.response, headers: fault.headers };
    }
    return this.#handle(request, headers);
  }

  #handle(request: Request, headers: IncomingMessage['headers']): RestResponse {
    const isInteraction = /^\/(?:interactions|webhooks)\//.test(request.path);
    if (!isInteraction && headers.authorization !== `Bot ${TOKEN}`)
      return apiError(401, 0, '401: Unauthorized');
    return this.rest.handle(request);
  }
}

function rateLimitHeaders(body: unknown): Record<string, string> {
  const seconds = String((body as { retry_after: number }).retry_after);
  return {
    'retry-after': seconds,
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': seconds,
    'x-ratelimit-bucket': 'fake',
    'x-ratelimit-scope': 'user',
  };
}

async function parseBody(
  bytes: Buffer,
  contentType: string,
): Promise<{ body: unknown; files: readonly Upload[] }> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!contentType.startsWith('multipart/form-data')) {
    return { body: JSON.parse(bytes.toString()) as unknown, files: [] };
  }
  const multipart = new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for bodies of strangers
  const form = await multipart.formData();
  const files: Upload[] = [];
  let body: unknown;
  for (const [name, value] of form) {
    if (typeof value === 'string') body = JSON.parse(value);
    else if (name.startsWith('files[')) files.push({ name: value.name, text: await value.text() });
  }
  return { body, files };
}
