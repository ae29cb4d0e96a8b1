import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Test files that put another module in the place of a real one, which must not have been loaded before them. */
const mocking = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.test.ts') && /^\s*vi\.mock\(/m.test(readFileSync(path, 'utf8')));

const common: ViteUserConfig['test'] = {
  // Native modules (onnxruntime, hnswlib, libsql) are not safe to load in several threads of one process.
  pool: 'forks',
  testTimeout: 120_000,
  hookTimeout: 180_000,
  setupFiles: ['test/support/property-runs.ts'],
};

export default defineConfig({
  test: {
    // Many tests wait for a process or a clock: on two cores three workers take 165 s where two take 181.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    tags: [{ name: 'slow', description: 'takes seconds: processes, clocks, or questions to the real model' }],
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/support/global-setup.ts'],
    projects: [
      // Most files take less time than a process of their own would take to load what they test.
      {
        test: { ...common, name: 'shared', isolate: false, include: ['test/**/*.test.ts'], exclude: mocking },
      },
      { test: { ...common, name: 'alone', isolate: true, include: mocking } },
    ],
  },
});
