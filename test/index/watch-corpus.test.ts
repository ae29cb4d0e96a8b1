import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchCorpus } from '../../src/index/watch-corpus.ts';
import { TemporaryCorpus } from '../support/temporary-corpus.ts';

let corpus: TemporaryCorpus;
beforeEach(() => {
  corpus = new TemporaryCorpus({ 'a.txt': 'a' });
});
afterEach(() => corpus[Symbol.dispose]());

it('calls once for a burst of changes, never twice at a time, and not after it was stopped', async () => {
  let running = 0;
  let calls = 0;
  let most = 0;
  const errors: unknown[] = [];
  const stop = watchCorpus(
    corpus.corpusDir,
    async () => {
      calls += 1;
      running += 1;
      most = Math.max(most, running);
      await sleep(1500);
      running -= 1;
    },
    (error) => errors.push(error),
  );
  await sleep(500);
  for (let i = 0; i < 10; i++) corpus.write({ [`b${i}.txt`]: 'b', '.hidden.txt': `${i}` });
  await vi.waitFor(() => expect(calls).toBe(1), 10_000);
  // A change during the call is answered by another one after it.
  await sleep(200);
  corpus.remove('a.txt');
  await vi.waitFor(() => expect(calls).toBe(2), 10_000);
  await sleep(200);
  corpus.write({ 'c.txt': 'c' });
  await sleep(300);
  await stop();
  await sleep(3500);
  expect(calls).toBe(2);
  expect(most).toBe(1);
  expect(errors).toEqual([]);
});

it('calls again, later and later, after a call that failed', async () => {
  const calls: number[] = [];
  const stop = watchCorpus(
    corpus.corpusDir,
    () => {
      calls.push(performance.now());
      return calls.length < 4 ? Promise.reject(new Error('the disk is full')) : Promise.resolve();
    },
    () => undefined,
    { behind: true, firstRetry: 100 },
  );
  await vi.waitFor(() => expect(calls).toHaveLength(4), 10_000);
  await sleep(1000);
  await stop();
  expect(calls).toHaveLength(4);
  const waited = calls.slice(1).map((at, i) => at - calls[i]!);
  expect(waited[1]).toBeGreaterThan(waited[0]! * 1.3);
  expect(waited[2]).toBeGreaterThan(waited[1]! * 1.3);
});
