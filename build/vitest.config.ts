import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Everything that needs no window; what people see is tested in test/e2e, by build/playwright.config.ts. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    include: ['test/{shared,electron,renderer,build}/**/*.test.{ts,tsx}'],
    globals: false,
    environment: 'node',
    // Processes rather than threads: the tests open databases, start workers and kill things.
    pool: 'forks',
    // One for each core, where the default would leave one of two idle.
    maxWorkers: '100%',
    // Generous, because a busy machine must not fail a test; nothing waits for real time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: ['test/property-seed.ts'],
    restoreMocks: true,
    // The users' time zone, wherever the tests run.
    env: { TZ: 'Asia/Kolkata' },
  },
});
