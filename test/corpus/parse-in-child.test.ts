// @module-tag slow
import childProcess, { type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChildParser } from '../../src/corpus/parse-in-child.ts';
import { PassingRefusalError, RefusedFileError } from '../../src/corpus/refused-file.ts';
import { makePdf } from '../support/make-files.ts';

vi.mock(import('node:child_process'), async (importOriginal) => {
  const original = await importOriginal();
  const fork = vi.fn(original.fork) as typeof original.fork;
  return { ...original, fork, default: { ...original.default, fork } };
});

const parsers: ChildParser[] = [];
const parser = (seconds: number, memory: number) => {
  const made = new ChildParser({ seconds, memory });
  parsers.push(made);
  return made;
};
afterEach(() => {
  for (const made of parsers.splice(0)) made.close();
});

const html = (text: string) => Buffer.from(text);
/** Costs time that grows with the square of its size. */
const SLOW = html('<b>'.repeat(700_000) + '</i>'.repeat(500_000));

describe('ChildParser', () => {
  it('parses as this process would, and passes refusals on', async () => {
    const child = parser(30, 512);
    const parsed = await child.parse('.html', html('<title>Lamps</title><h2>Of oil</h2><p>One.</p>'));
    expect(parsed).toEqual({
      text: 'Of oil\n\nOne.',
      blocks: [
        { start: 0, end: 6, kind: 'heading' },
        { start: 8, end: 12, kind: 'paragraph', section: 'Of oil' },
      ],
      metadata: { title: 'Lamps' },
    });
    await expect(child.parse('.pdf', makePdf([[]]))).rejects.toThrow(new RefusedFileError('no-text-layer'));
  });

  it('ends what takes too long, and goes on with the next file', async () => {
    const child = parser(4, 512);
    const started = performance.now();
    const answers = await Promise.allSettled([
      child.parse('.html', SLOW),
      child.parse('.html', html('<p>Next.')),
    ]);
    expect(answers[0]).toMatchObject({ reason: new RefusedFileError('parser-too-slow', '4 s') });
    expect(answers[1]).toMatchObject({ value: { text: 'Next.' } });
    expect(performance.now() - started).toBeLessThan(12_000);
  });

  it('ends what takes too much memory, and goes on with the next file', async () => {
    const child = parser(60, 300);
    await expect(child.parse('.csv', Buffer.alloc(40_000_000, ','))).rejects.toThrow(
      new RefusedFileError('parser-out-of-memory', '300 MB'),
    );
    expect((await child.parse('.csv', Buffer.from('a,1'))).text).toBe('a | 1');
  });

  it('tries again in a new process what a killed one was at, once', async () => {
    const child = parser(60, 1024);
    const fork = vi.mocked(childProcess.fork).mockClear();
    const killed = async (times: number): Promise<unknown> => {
      const result = child.parse('.html', SLOW).catch((error: unknown) => error);
      for (let i = 0; i < times; i++) {
        await vi.waitFor(() => expect(fork).toHaveBeenCalledTimes(i + 1), 5000);
        await sleep(1000);
        (fork.mock.results.at(-1)!.value as ChildProcess).kill('SIGKILL');
      }
      return await result;
    };
    const error = await killed(2);
    expect(error).toBeInstanceOf(PassingRefusalError);
    expect((error as Error).message).toMatch(/^parser-(?:killed: SIGKILL|unreachable: )/);
    expect(fork).toHaveBeenCalledTimes(2);
  });

  it('starts anew when its process was killed from outside', async () => {
    const child = parser(30, 512);
    await child.parse('.html', html('<p>One.'));
    child.close();
    expect((await child.parse('.html', html('<p>Two.'))).text).toBe('Two.');
  });
});
