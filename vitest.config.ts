import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/before-all.ts',
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Pages answer in their own time, the more so where two cores do everything.
    expect: { poll: { timeout: 60_000 } },
  },
});
