import fc from 'fast-check';

/**
 * The gate draws the same examples each time, so that a change is judged by what it changed; `FUZZ_SEED=random`
 * (or a number) draws others, and `FUZZ_FACTOR` that many times more of them.
 */
const SEED = 20_201_010;
const { FUZZ_SEED, FUZZ_FACTOR } = process.env;

fc.configureGlobal({
  seed: FUZZ_SEED === 'random' ? Date.now() : Number(FUZZ_SEED ?? SEED),
  numRuns: runs(100),
});

/** How many examples a property is tried with, where the gate tries `base`. */
export function runs(base: number): number {
  return Math.round(base * Number(FUZZ_FACTOR ?? 1));
}
