// @module-tag slow
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../support/property-runs.ts';
import { seedOf } from './protocol.ts';
import type { FuzzTarget } from './target.ts';
import { TARGETS, type TargetName } from './targets.ts';

/** A few of what `npm run fuzz` draws by the thousand. */
const FEW: readonly (readonly [TargetName, number])[] = [
  ['documents', 150],
  ['questions', 30],
  ['payloads', 2],
  ['folders', 6],
];

it.each(FEW)('nothing goes wrong with a few %s', async (name, few) => {
  const folder = mkdtempSync(join(tmpdir(), 'cited-fuzz-'));
  try {
    const target = (await TARGETS[name](folder)) as FuzzTarget<unknown>;
    await fc.assert(
      fc.asyncProperty(target.inputs, (input) => target.check(input)),
      { numRuns: runs(few) },
    );
    await target.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('draws a chunk again with the seed that is printed for it', () => {
  const chunk = seedOf(7, 3);
  expect(seedOf(chunk, 0)).toBe(chunk);
  expect(new Set([0, 1, 2, 3].map((n) => seedOf(7, n))).size).toBe(4);
});
