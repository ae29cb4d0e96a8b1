import { afterEach, expect, it, vi } from 'vitest';
import { showProgress } from '../../src/cli/progress.ts';

const { isTTY } = process.stderr;
afterEach(() => {
  process.stderr.isTTY = isTTY;
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('says off a terminal how far it is, how fast and how long it will take', () => {
  vi.useFakeTimers();
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  process.stderr.isTTY = false;
  const { update } = showProgress();
  // Whatever is done before the first text does not count.
  vi.advanceTimersByTime(60_000);
  for (const done of [0, 1, 10, 10_000]) {
    update({ phase: 'embedding', done, total: 10_010, embedded: done * 2 });
    vi.advanceTimersByTime(12_000);
  }
  expect(lines).toEqual([
    'Building the index.\n',
    'Building the index: 0 %, 2 passages and sentences, 0/s, 33 h 22 min left.\n',
    'Building the index: 0 %, 20 passages and sentences, 1/s, 6 h 40 min left.\n',
    'Building the index: 99 %, 20000 passages and sentences, 556/s, 1 s left.\n',
  ]);
});
