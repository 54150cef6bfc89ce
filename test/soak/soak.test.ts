import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../electron/journal/made-import.ts';
import { runSoak } from './soak.ts';
import { broken } from './soak-tally.ts';

test('killed again and again while everything goes wrong, nothing is lost, and nothing doubled that must not be', async () => {
  const figures = await runSoak({
    leads: 300,
    kills: 6,
    seed: 7,
    faultShare: 0.02,
    folder: path.join(temporaryFolder(), 'soak'),
    onProgress: () => undefined,
  });
  expect(figures.kills).toBeGreaterThan(0);
  expect(broken(figures)).toEqual([]);
  expect(figures.counts).toMatchObject({ queued: 0, sending: 0 });
  // Longer than any wait between repeats; without it a hanging process would hang the tests.
}, 240_000);
