import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES, readConfig } from '../../src/config.ts';
import { FORMATS } from '../../src/corpus/formats/formats.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const dockerfile = read('deploy/Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ');
const instructions = (name: string): string[] =>
  [...dockerfile.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map((match) => match[1]!);
const unit = read('deploy/cited.service')
  .split('\n')
  .filter((line) => /^\w+=/.test(line))
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
const valuesOf = (key: string): string[] => unit.filter(([name]) => name === key).map(([, value]) => value);
const compose = parse(read('deploy/compose.yaml')) as {
  services: Record<string, { environment: Record<string, string>; [key: string]: unknown }>;
};
const service = compose.services['cited']!;
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

function assignments(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.flatMap((text) => [...text.matchAll(/(\w+)=(\S+)/g)].map((match) => [match[1]!, match[2]!])),
  );
}

const dockerEnvironment = assignments(instructions('ENV'));
const unitEnvironment = assignments(valuesOf('Environment'));
/** Of Node.js, npm and node-gyp. */
const OTHERS = ['NODE_ENV', 'npm_config_nodedir'];

describe('what deploys the bot', () => {
  it.each([
    ['the Dockerfile', dockerEnvironment],
    ['the compose file', service.environment],
    ['the systemd unit', unitEnvironment],
  ])('sets only variables that the bot knows, to values that it takes: %s', (_, environment) => {
    const names = Object.keys(environment).filter((name) => !OTHERS.includes(name));
    expect(names.filter((name) => !(VARIABLES as readonly string[]).includes(name))).toEqual([]);
    const { corpusDir, embeddingsDir } = readConfig(environment);
    expect(corpusDir).toBe(environment['CORPUS_DIR']);
    expect(embeddingsDir).toBe(environment['EMBEDDINGS_DIR']);
  });

  it('leaves no variable out of .env.example and the README, nor explains one that is none', () => {
    const explained = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(explained.sort()).toEqual([...VARIABLES].sort());
    for (const name of VARIABLES) expect(read('README.md')).toContain(`\`${name}\``);
  });

  it('leaves no format out of the README, nor names one that is none', () => {
    const table = /^\| format [^]*?\n\n/m.exec(read('README.md'))![0];
    const named = [...table.matchAll(/`(\.[a-z]+)`/g)].map((match) => match[1]!);
    // The other spellings of a format are no formats of their own.
    expect(named.filter((extension) => !FORMATS.includes(extension))).toEqual([]);
    expect(FORMATS.filter((extension) => !named.includes(extension)).sort()).toEqual([
      '.htm',
      '.markdown',
      '.ndjson',
      '.text',
    ]);
  });

  it('starts the bot as npm start does', () => {
    const command = scripts['start']!.split(' ');
    expect(JSON.parse(instructions('CMD')[0]!)).toEqual(command);
    expect(valuesOf('ExecStart')).toEqual([`/usr/bin/env ${scripts['start']!}`]);
  });

  it('is told of in deploy/README.md by commands and links to files that are there', () => {
    const text = read('deploy/README.md');
    const named = [...text.matchAll(/\bdeploy\/[\w.]+/g)].map(([path]) => path);
    const linked = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, path]) => join('deploy', path!));
    expect(named).toContain('deploy/compose.yaml');
    expect(named).toContain('deploy/cited.service');
    for (const path of [...named, ...linked]) expect(existsSync(join(ROOT, path)), path).toBe(true);
    expect(text).toContain(`port ${dockerEnvironment['METRICS_PORT']}`);
  });

  it('copies what is there into the image, and lets nothing else be sent to the builder', () => {
    const copied = instructions('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    for (const path of copied) expect(existsSync(join(ROOT, path)), path).toBe(true);
    const patterns = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(patterns[0]).toBe('*');
    expect(new Set(patterns.slice(1))).toEqual(new Set(copied.map((path) => `!${path}`)));
  });

  it('gives the bot no rights in the container but to write its embeddings', () => {
    expect(instructions('USER')).toEqual(['node']);
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      volumes: ['../corpus:/corpus:ro', 'embeddings:/data'],
    });
    expect(service['build']).toEqual({ context: '..', dockerfile: 'deploy/Dockerfile' });
    expect(instructions('VOLUME')).toEqual([service.environment['EMBEDDINGS_DIR']]);
    expect(service.environment).toMatchObject({
      CORPUS_DIR: dockerEnvironment['CORPUS_DIR'],
      METRICS_PORT: dockerEnvironment['METRICS_PORT'],
    });
  });

  it('waits longer for the bot to end than it takes, and starts it fewer times a day than Discord allows', () => {
    expect(valuesOf('Restart')).toEqual(['on-failure']);
    expect(valuesOf('StartLimitIntervalSec')).toEqual(['0']);
    expect((24 * 60 * 60) / Number(valuesOf('RestartSec')[0])).toBeLessThan(1000);
    expect(Number(valuesOf('TimeoutStopSec')[0])).toBeGreaterThan(10);
    expect(Number.parseInt(String(service['stop_grace_period']))).toBeGreaterThan(10);
  });

  it('checks the health of the bot by a command that tells health from its lack', async () => {
    const [command, ...args] = JSON.parse(/CMD (.*)$/.exec(instructions('HEALTHCHECK')[0]!)![1]!) as string[];
    let status = 200;
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const METRICS_PORT = String((server.address() as AddressInfo).port);
    const check = () =>
      new Promise((resolve) =>
        spawn(command!, args, { env: { ...process.env, METRICS_PORT } }).on('exit', resolve),
      );
    expect(await check()).toBe(0);
    status = 500;
    expect(await check()).toBe(1);
    server.close();
    server.closeAllConnections();
    expect(await check()).toBe(1);
    expect(asked).toEqual(['/healthz', '/healthz']);
  });
});
