import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Native modules (onnxruntime, hnswlib, libsql) are not safe to load in several threads of one process.
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    setupFiles: ['test/support/property-runs.ts'],
    globalSetup: ['test/support/global-setup.ts'],
  },
});
