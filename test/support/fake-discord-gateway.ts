import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

interface Packet {
  readonly op: number;
  readonly d?: unknown;
  readonly s?: number | null;
  readonly t?: string | null;
}

export interface GatewayOptions {
  readonly token: string;
  /** Privileged intents that the portal allows. */
  readonly allowedIntents: number;
  readonly heartbeatInterval: number;
  /** The packets after IDENTIFY: READY's data first. */
  readonly hello: (sessionId: string) => readonly { readonly t: string; readonly d: unknown }[];
}

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

/** The gateway: one bot, sessions that can be resumed, and accidents on demand. */
export class FakeGateway {
  readonly #server: WebSocketServer;
  readonly #options: GatewayOptions;
  readonly #sockets = new Set<WebSocket>();
  #sent: Packet[] = [];
  #sessionId = '';
  /** Sockets that have identified or resumed. */
  readonly #live = new Set<WebSocket>();
  /** Refuses connections while true. */
  isDown = false;
  /** Answers the next RESUME with "invalid session". */
  forgetSession = false;
  intents = 0;
  readonly identified: number[] = [];
  resumes = 0;

  constructor(http: Server, options: GatewayOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({ noServer: true });
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (this.isDown) socket.destroy();
      else this.#server.handleUpgrade(request, socket, head, (ws) => this.#connected(ws));
    });
  }

  /** Sends an event to the bot; a bot that is away gets it when it resumes. */
  dispatch(t: string, d: unknown): void {
    const packet: Packet = { op: 0, t, d, s: this.#sent.length + 1 };
    this.#sent.push(packet);
    for (const socket of this.#live) send(socket, packet);
  }

  /** Sends the last event again, as Discord does after some reconnects. */
  repeat(): void {
    for (const socket of this.#live) send(socket, this.#sent.at(-1)!);
  }

  /** Ends every connection, without a word or with a close code. */
  drop(code?: number): void {
    for (const socket of this.#sockets) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  get connections(): number {
    return this.#live.size;
  }

  close(): void {
    this.drop();
    this.#server.close();
  }

  #connected(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#live.delete(socket);
    });
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => this.#received(socket, JSON.parse(data.toString()) as Packet));
    send(socket, { op: 10, d: { heartbeat_interval: this.#options.heartbeatInterval }, s: null, t: null });
  }

  #received(socket: WebSocket, packet: Packet): void {
    if (packet.op === 1) {
      send(socket, { op: 11 });
    } else if (packet.op === 2) this.#identify(socket, packet.d as { token: string; intents: number });
    else if (packet.op === 6)
      this.#resume(socket, packet.d as { token: string; session_id: string; seq: number });
  }

  #identify(socket: WebSocket, { token, intents }: { token: string; intents: number }): void {
    this.intents = intents;
    this.identified.push(Date.now());
    if (token !== this.#options.token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    if ((intents & PRIVILEGED & ~this.#options.allowedIntents) !== 0) {
      socket.close(4014, 'Disallowed intent(s).');
      return;
    }
    this.#sessionId = `session${this.identified.length}`;
    this.#sent = this.#options.hello(this.#sessionId).map(({ t, d }, i) => ({ op: 0, t, d, s: i + 1 }));
    this.#live.add(socket);
    for (const packet of this.#sent) send(socket, packet);
  }

  #resume(
    socket: WebSocket,
    { token, session_id: id, seq }: { token: string; session_id: string; seq: number },
  ): void {
    this.resumes++;
    if (token !== this.#options.token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    if (this.forgetSession || id !== this.#sessionId) {
      this.forgetSession = false;
      send(socket, { op: 9, d: false });
      return;
    }
    this.#live.add(socket);
    for (const packet of this.#sent.slice(seq)) send(socket, packet);
    send(socket, { op: 0, t: 'RESUMED', d: {}, s: this.#sent.length });
  }
}

function send(socket: WebSocket, packet: Packet): void {
  socket.send(JSON.stringify(packet));
}
