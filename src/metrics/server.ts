import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError, systemErrorCode } from '../errors.ts';
import type { Metrics } from './metrics.ts';
import { unready, type Vitals } from './vitals.ts';

/** Where to serve, and what. */
export interface MetricsServerParts {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  readonly vitals: () => Vitals;
  /** Called for what goes wrong while it serves. */
  readonly onError: (error: unknown) => void;
}

/** A server that is listening, on the port that it got. */
export interface MetricsServer {
  readonly port: number;
  close(): void;
}

interface Page {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

/** What a client may take to ask, in milliseconds: the requests have no body and few headers. */
const ASK_WITHIN = 5000;
const MAX_CONNECTIONS = 50;

/**
 * Serves `/healthz`, `/readyz` and `/metrics`. It keeps no process alive.
 *
 * @throws UserError `METRICS_UNAVAILABLE`
 */
export async function serveMetrics(parts: MetricsServerParts): Promise<MetricsServer> {
  const { host, port, onError } = parts;
  const server = createServer(
    { requestTimeout: ASK_WITHIN, headersTimeout: ASK_WITHIN, connectionsCheckingInterval: ASK_WITHIN },
    (request, response) => void answer(request, response, parts),
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.unref();
  try {
    await listening(server, host, port);
  } catch (cause) {
    const why = reasonOf(cause);
    throw new UserError(
      'METRICS_UNAVAILABLE',
      `Metrics cannot be served on ${host}, port ${port}: ${why}.`,
      'The bot runs without them. Set METRICS_PORT or METRICS_HOST to another.',
      { cause },
    );
  }
  server.on('error', onError);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function reasonOf(error: unknown): string {
  switch (systemErrorCode(error)) {
    case 'EADDRINUSE':
      return 'another process uses it';
    case 'EACCES':
      return 'this user may not use a port below 1024';
    case 'EADDRNOTAVAIL':
      return 'this machine has no such address';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no host of this name';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: MetricsServerParts,
): Promise<void> {
  let page: Page;
  try {
    page = await pageFor(request, parts);
  } catch (error) {
    parts.onError(error);
    page = { status: 500, text: 'failed\n' };
  }
  response.writeHead(page.status, {
    'content-type': page.type ?? 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : page.text);
}

async function pageFor({ method, url }: IncomingMessage, parts: MetricsServerParts): Promise<Page> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'GET only\n' };
  switch (url?.split('?')[0]) {
    case '/healthz':
      // That this runs at all says that the event loop turns.
      return { status: 200, text: 'ok\n' };
    case '/readyz': {
      const why = unready(parts.vitals());
      return why === undefined ? { status: 200, text: 'ok\n' } : { status: 503, text: `${why}\n` };
    }
    case '/metrics':
      return { status: 200, text: await parts.metrics.text(), type: parts.metrics.contentType };
    default:
      return { status: 404, text: 'There are /healthz, /readyz and /metrics.\n' };
  }
}
