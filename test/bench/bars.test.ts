import { describe, expect, it } from 'vitest';
import { standings, type BenchFigures } from '../../src/bench/bars.ts';

const GOOD: BenchFigures = {
  starts: { ask: 1900, bare: 1000 },
  build: {
    passages: 10_000,
    windows: 32_000,
    fullBuild: 160,
    bareEmbedding: 150,
    rebuild: 4,
    changed: 0.01,
    tokenRatio: 1.92,
  },
  kills: {
    anyMoment: { left: 30, published: 4, broken: 0 },
    publishing: { left: 9, published: 7, broken: 0 },
  },
  searches: [search(1000), search(10_000), search(100_000), search(1_000_000)],
};

function search(passages: number, changed: Partial<BenchFigures['searches'][number]> = {}) {
  return {
    passages,
    windows: passages * 3,
    insertsPerSecond: 4000,
    buildPeakBytes: 500e6,
    openMs: 600,
    openBytes: 90e6,
    vectorBytes: 100e6,
    embedP50: 2,
    askP50: 2.8,
    askP95: 5,
    recallAt10: 0.992,
    ...changed,
  };
}

/** Verdicts by the figures' names. */
function verdicts(changed: Partial<BenchFigures> = {}): Record<string, string> {
  return Object.fromEntries(
    standings({ ...GOOD, ...changed }).map(({ what, verdict }) => [what, verdict] as const),
  );
}

function short(changed: Partial<BenchFigures>): string[] {
  return Object.entries(verdicts(changed))
    .filter(([, verdict]) => verdict === 'short')
    .map(([what]) => what);
}

describe('standings', () => {
  it('shows each figure beside its bar', () => {
    const rows = standings({ ...GOOD, searches: [search(100_000)] });
    expect(rows.map(({ what, measured, bar }) => [what, measured, bar])).toEqual([
      ['warm ask ÷ bare model and question', '1.900', 'at most 2.000'],
      ['build rate ÷ bare embedding', '0.938', 'at least 0.900'],
      ['rebuild ÷ full build, 1 % of 10,000 passages changed', '2.5 %', 'at most 5 % at 10,000'],
      ['tokens embedded ÷ one vector a passage', '1.920', 'at most 2.000'],
      ['killed builds after which neither index answers', '0 of 50', 'none'],
      ['100,000 passages: question p50 ÷ embedding it', '1.400', 'at most 1.500 at 10,000 and 100,000'],
      ['100,000 passages: recall@10 against exact', '0.992', 'at least 0.990'],
      ['100,000 passages: opening', '600 ms', 'at most 1000 ms at 100,000'],
      ['100,000 passages: its memory ÷ the vectors', '0.900', 'at most 1.300 at 100,000'],
    ]);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['ok']));
  });

  it('judges a figure only at the sizes that its bar is for', () => {
    const found = verdicts({ build: { ...GOOD.build, passages: 2000, rebuild: 100 } });
    expect(found['rebuild ÷ full build, 1 % of 2,000 passages changed']).toBe('not at this size');
    const at = (what: string) =>
      ['1,000', '10,000', '100,000', '1,000,000'].map((size) => found[`${size} passages: ${what}`]);
    const never = 'not at this size';
    expect(at('question p50 ÷ embedding it')).toEqual([never, 'ok', 'ok', never]);
    expect(at('recall@10 against exact')).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(at('opening')).toEqual([never, never, 'ok', never]);
    expect(at('its memory ÷ the vectors')).toEqual([never, never, 'ok', never]);
  });

  it('calls a figure ok that is as its bar', () => {
    expect(
      short({
        starts: { ask: 2000, bare: 1000 },
        build: { ...GOOD.build, fullBuild: 100, bareEmbedding: 90, rebuild: 5, tokenRatio: 2 },
        searches: [
          search(100_000, { askP50: 3, embedP50: 2, recallAt10: 0.99, openMs: 1000, openBytes: 130e6 }),
        ],
      }),
    ).toEqual([]);
  });

  it('calls each figure short that is on the wrong side, however little', () => {
    expect(short({ starts: { ask: 2000.1, bare: 1000 } })).toEqual(['warm ask ÷ bare model and question']);
    const build = { ...GOOD.build, fullBuild: 100, bareEmbedding: 89.9, rebuild: 5.01, tokenRatio: 2.0001 };
    expect(short({ build })).toEqual([
      'build rate ÷ bare embedding',
      'rebuild ÷ full build, 1 % of 10,000 passages changed',
      'tokens embedded ÷ one vector a passage',
    ]);
    const searches = [
      search(100_000, { askP50: 3.001, recallAt10: 0.9899, openMs: 1000.4, openBytes: 130.1e6 }),
    ];
    expect(short({ searches })).toHaveLength(4);
  });

  it('calls a figure short that could not be measured', () => {
    expect(short({ starts: { ask: 0, bare: 0 } })).toEqual(['warm ask ÷ bare model and question']);
  });

  it('counts the broken of all kills, and says when none were tried', () => {
    const broken = { left: 9, published: 6, broken: 1 };
    const one = standings({ ...GOOD, kills: { ...GOOD.kills!, publishing: broken } });
    expect(one.filter(({ bar }) => bar === 'none')).toMatchObject([
      { measured: '1 of 50', verdict: 'short' },
    ]);
    const none = standings({ ...GOOD, kills: undefined });
    expect(none.filter(({ bar }) => bar === 'none')).toMatchObject([{ verdict: 'not measured' }]);
  });
});
