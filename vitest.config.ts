import { defineConfig } from 'vitest/config';

// `.ci/run` asks for the results as a file too, to count them from.
const resultsFile = process.env.VITEST_RESULTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/support/react-warnings.ts'],
    // Laying out a whole booklet takes seconds on a slow laptop.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Nothing that a test runs, in whatever process, uses or fills the cache of whoever runs the tests.
    env: { GATHERING_CACHE: 'off' },
    // Whole booklets are laid out in many of the files: every core helps.
    maxWorkers: '100%',
    reporters: resultsFile ? ['default', ['json', { outputFile: resultsFile }]] : ['default'],
  },
});
