import { percentile } from '../../src/evaluation/measures.ts';
import type { MemorySample } from './bot-process.ts';

const MB = 1024 * 1024;

export interface MemoryFigures {
  /** MB, the middle of the samples while these many questions were asked. */
  readonly after: number;
  readonly end: number;
  readonly heapAfter: number;
  readonly heapEnd: number;
  /** MB for each 1,000 questions, by least squares, from `after` on. */
  readonly slope: number;
  /** MB, the most that was seen. */
  readonly most: number;
}

/** The memory of a process from the first tenth of the questions on: by then all is loaded. */
export function memoryFigures(samples: readonly MemorySample[], questions: number): MemoryFigures {
  const tenth = questions / 10;
  const within = (from: number, to: number) => samples.filter(({ asked }) => asked >= from && asked <= to);
  const middle = (of: readonly MemorySample[], what: 'rss' | 'heapUsed') =>
    percentile(
      of.map((sample) => sample[what] / MB),
      0.5,
    );
  const first = within(tenth, 2 * tenth);
  const last = within(questions - tenth, Infinity);
  const later = within(tenth, Infinity);
  return {
    after: middle(first, 'rss'),
    end: middle(last, 'rss'),
    heapAfter: middle(first, 'heapUsed'),
    heapEnd: middle(last, 'heapUsed'),
    slope: slopeOf(later.map(({ asked, rss }) => [asked / 1000, rss / MB])),
    most: samples.reduce((most, { rss }) => Math.max(most, rss / MB), 0),
  };
}

function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / Math.max(1, of.length);
  const mx = mean(points.map(([x]) => x));
  const my = mean(points.map(([, y]) => y));
  const above = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const below = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
