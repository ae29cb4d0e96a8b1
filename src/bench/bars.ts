import type { BuildFigures } from './build-bench.ts';
import type { KillFigures } from './kill-bench.ts';
import type { SearchFigures } from './search-process.ts';
import type { StartFigures } from './start-bench.ts';

/** All that one run has measured. */
export interface BenchFigures {
  readonly starts: StartFigures;
  readonly build: BuildFigures;
  /** `undefined` when no build was killed. */
  readonly kills: KillFigures | undefined;
  readonly searches: readonly SearchFigures[];
}

/** How one figure stands against its bar, in words and numbers for people. */
export interface Standing {
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly verdict: 'ok' | 'short' | 'not at this size' | 'not measured';
}

interface Bar {
  readonly side: 'at least' | 'at most';
  readonly limit: number;
  /** The numbers of passages that it is for, in ascending order; none stands for every number. */
  readonly sizes: readonly number[];
  readonly show: (value: number) => string;
}

const BARS = {
  start: { side: 'at most', limit: 2, sizes: [], show: decimals },
  buildRate: { side: 'at least', limit: 0.9, sizes: [], show: decimals },
  rebuild: { side: 'at most', limit: 0.05, sizes: [10_000], show: percent },
  tokens: { side: 'at most', limit: 2, sizes: [], show: decimals },
  question: { side: 'at most', limit: 1.5, sizes: [10_000, 100_000], show: decimals },
  recall: { side: 'at least', limit: 0.99, sizes: [], show: decimals },
  openTime: { side: 'at most', limit: 1000, sizes: [100_000], show: milliseconds },
  openMemory: { side: 'at most', limit: 1.3, sizes: [100_000], show: decimals },
} as const satisfies Record<string, Bar>;

/**
 * Each figure beside its bar, in the order in which they are measured. A figure is judged as it is and not as it is
 * shown, and only at the sizes that its bar is for.
 */
export function standings({ starts, build, kills, searches }: BenchFigures): Standing[] {
  return [
    judged('warm ask ÷ bare model and question', starts.ask / starts.bare, BARS.start),
    judged('build rate ÷ bare embedding', build.bareEmbedding / build.fullBuild, BARS.buildRate),
    judged(
      `rebuild ÷ full build, ${percent(build.changed)} of ${count(build.passages)} passages changed`,
      build.rebuild / build.fullBuild,
      BARS.rebuild,
      build.passages,
    ),
    judged('tokens embedded ÷ one vector a passage', build.tokenRatio, BARS.tokens),
    ofKills(kills),
    ...searches.flatMap((search) => ofSearch(search)),
  ];
}

function ofSearch(f: SearchFigures): Standing[] {
  const among = `${count(f.passages)} passages`;
  return [
    judged(`${among}: question p50 ÷ embedding it`, f.askP50 / f.embedP50, BARS.question, f.passages),
    judged(`${among}: recall@10 against exact`, f.recallAt10, BARS.recall),
    judged(`${among}: opening`, f.openMs, BARS.openTime, f.passages),
    judged(`${among}: its memory ÷ the vectors`, f.openBytes / f.vectorBytes, BARS.openMemory, f.passages),
  ];
}

function ofKills(kills: KillFigures | undefined): Standing {
  const what = 'killed builds after which neither index answers';
  const bar = 'none';
  if (!kills) return { what, measured: '–', bar, verdict: 'not measured' };
  const all = [kills.anyMoment, kills.publishing];
  const broken = all.reduce((sum, outcomes) => sum + outcomes.broken, 0);
  const killed = all.reduce((sum, { left, published }) => sum + left + published, broken);
  return { what, measured: `${broken} of ${killed}`, bar, verdict: broken === 0 ? 'ok' : 'short' };
}

function judged(what: string, value: number, bar: Bar, size?: number): Standing {
  const { side, limit, sizes, show } = bar;
  const at = sizes.length === 0 ? '' : ` at ${sizes.map(count).join(' and ')}`;
  const standing = { what, measured: show(value), bar: `${side} ${show(limit)}${at}` };
  if (size !== undefined && !sizes.includes(size)) return { ...standing, verdict: 'not at this size' };
  const holds = side === 'at least' ? value >= limit : value <= limit;
  return { ...standing, verdict: holds ? 'ok' : 'short' };
}

function decimals(value: number): string {
  return value.toFixed(3);
}

function percent(share: number): string {
  return `${+(100 * share).toFixed(1)} %`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function count(passages: number): string {
  return passages.toLocaleString('en');
}
