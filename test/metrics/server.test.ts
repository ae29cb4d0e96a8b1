import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { Metrics } from '../../src/metrics/metrics.ts';
import { serveMetrics, type MetricsServer } from '../../src/metrics/server.ts';
import type { Vitals } from '../../src/metrics/vitals.ts';

const LIBRARY = {
  generation: 'first',
  builtAt: '2026-01-02T03:04:05.000Z',
  model: 'm',
  documents: 2,
  passages: 7,
};
const BOT = { unready: undefined, ping: 25, servers: 3, waiting: 4 };
const host = '127.0.0.1';

describe('the metrics server', () => {
  let vitals: Vitals;
  let metrics: Metrics;
  let server: MetricsServer;
  let errors: unknown[];
  const parts = () => ({
    host,
    port: 0,
    metrics,
    vitals: () => vitals,
    onError: (error: unknown) => errors.push(error),
  });
  beforeEach(async () => {
    vitals = { library: LIBRARY, bot: BOT };
    errors = [];
    metrics = new Metrics(() => vitals);
    server = await serveMetrics(parts());
  });
  afterEach(() => server.close());

  const get = async (path: string, method = 'GET') => {
    const response = await fetch(`http://${host}:${server.port}${path}`, { method });
    return {
      status: response.status,
      text: await response.text(),
      type: response.headers.get('content-type'),
    };
  };
  const lines = async (): Promise<string[]> => (await get('/metrics')).text.split('\n');

  it('counts questions, refusals and failed calls', async () => {
    metrics.answered('answered', 0.02);
    metrics.answered('not-found', 3);
    metrics.failed();
    metrics.refused('TOO_BUSY');
    metrics.restFailed(429);
    metrics.restFailed('network');
    const found = await lines();
    for (const line of [
      'cited_questions_total{verdict="answered"} 1',
      'cited_questions_total{verdict="unsure"} 0',
      'cited_questions_total{verdict="not-found"} 1',
      'cited_questions_total{verdict="failed"} 1',
      'cited_answer_seconds_bucket{le="0.025"} 1',
      'cited_answer_seconds_sum 3.02',
      'cited_refusals_total{reason="too_busy"} 1',
      'cited_rest_errors_total{status="429"} 1',
      'cited_rest_errors_total{status="network"} 1',
      'cited_questions_waiting 4',
      'cited_index_documents 2',
      'cited_index_passages 7',
      'cited_gateway_ready 1',
      'cited_gateway_ping_seconds 0.025',
      'cited_servers 3',
    ])
      expect(found).toContain(line);
    expect((await get('/metrics')).type).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it('reads the state anew each time, and knows nothing before there is anything', async () => {
    vitals = { library: undefined, bot: undefined };
    expect(await lines()).toEqual(
      expect.arrayContaining(['cited_gateway_ready 0', 'cited_index_documents Nan']),
    );
    vitals = { library: { ...LIBRARY, documents: 9 }, bot: { ...BOT, ping: -1 } };
    expect(await lines()).toEqual(
      expect.arrayContaining(['cited_index_documents 9', 'cited_gateway_ping_seconds Nan']),
    );
  });

  it.each([
    [{ library: undefined, bot: undefined }, 'the index is not open yet'],
    [{ library: LIBRARY, bot: undefined }, 'not connected to Discord yet'],
    [{ library: LIBRARY, bot: { ...BOT, unready: 'the gateway is resuming' } }, 'the gateway is resuming'],
  ])('is not ready while %j', async (now, why) => {
    vitals = now;
    expect(await get('/readyz')).toMatchObject({ status: 503, text: `${why}\n` });
    expect(await get('/healthz')).toMatchObject({ status: 200 });
  });

  it('answers nothing else', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await get('/metrics/../etc')).status).toBe(404);
    expect((await get('/metrics', 'POST')).status).toBe(405);
    expect(await get('/healthz?x=1', 'HEAD')).toMatchObject({ status: 200, text: '' });
  });

  it('survives a failure of its own, and requests that are none', async () => {
    vitals = Object.defineProperty({ ...vitals }, 'library', {
      get: () => {
        throw new Error('broken');
      },
    });
    expect((await get('/readyz')).status).toBe(500);
    expect((await get('/metrics')).status).toBe(500);
    expect(errors).toHaveLength(2);
    await new Promise<void>((resolve) => {
      const stranger = connect(server.port, host, () => stranger.end('\0\u0016\u0003no HTTP\r\n\r\n'));
      stranger.on('close', () => resolve()).resume();
    });
    expect((await get('/healthz')).status).toBe(200);
  });

  it.each([
    ['a port that is taken', () => ({ port: server.port }), 'another process uses it'],
    ['an address of another machine', () => ({ host: '192.0.2.1' }), 'this machine has no such address'],
    ['a name of no host', () => ({ host: 'nowhere.invalid' }), 'there is no host of this name'],
  ])('says in one line that it cannot serve on %s', async (_, wrong, why) => {
    const failure = await serveMetrics({ ...parts(), ...wrong() }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toContain(why);
    expect((failure as UserError).message).not.toContain('\n');
  });
});
