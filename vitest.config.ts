import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Native modules (onnxruntime, hnswlib, libsql) are not safe to load in several threads of one process.
    pool: 'forks',
    // Half of the tests wait for a process or a clock: on two cores one worker would take nearly twice the time. A
    // third one takes more than it gives: the model's own threads spin while they wait for one another.
    maxWorkers: '100%',
    tags: [{ name: 'slow', description: 'takes seconds: processes, clocks, or questions to the real model' }],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    setupFiles: ['test/support/property-runs.ts'],
    globalSetup: ['test/support/global-setup.ts'],
  },
});
