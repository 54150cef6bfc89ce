import path from 'node:path';
import { defineConfig } from 'playwright/test';

const REPOSITORY = path.resolve(import.meta.dirname, '..');

/** The journeys of test/e2e, driven in the real application; build/test.ts sets ELECTRON_EXEC_PATH and the display. */
export default defineConfig({
  testDir: path.join(REPOSITORY, 'test/e2e'),
  testMatch: '**/*.e2e.ts',
  outputDir: path.join(REPOSITORY, 'test-results/e2e'),
  // One window at a time on one display (build/test.ts opens several), and a failure is looked into, not tried again.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  // Generous, because a busy machine must not fail a journey.
  expect: { timeout: 30_000 },
  globalTimeout: 45 * 60_000,
  forbidOnly: true,
  reporter: [['list'], ['json']],
});
