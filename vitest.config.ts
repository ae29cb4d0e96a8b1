import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Native modules (onnxruntime, hnswlib, libsql) are not safe to load in several threads of one process.
    pool: 'forks',
    // Half of the tests wait for a process or a clock: on two cores one worker would take nearly twice the time.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    setupFiles: ['test/support/property-runs.ts'],
    globalSetup: ['test/support/global-setup.ts'],
  },
});
