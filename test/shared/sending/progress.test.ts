import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noRows, type FateCounts } from '../../../shared/sending/fate.ts';
import {
  accepted,
  allRows,
  ASSUMED_FAST_PER_SECOND,
  expectedFinishAtMs,
  finishAtMs,
  gone,
  leftToSend,
  totalToSend,
  withNothingOnItsWay,
  type Outlook,
} from '../../../shared/sending/progress.ts';
import { RollingWindow } from '../../../shared/sending/rolling-window.ts';

const NOW_MS = 50_000_000;
const SPAN_MS = 3_603_000;

function outlook(
  changes: Partial<Outlook> & { readonly limit?: number; readonly times?: readonly number[] },
): Outlook {
  return {
    speed: 'even',
    remaining: 0,
    window: new RollingWindow(changes.limit ?? 18_000, changes.times ?? []),
    intervalMs: 0,
    realPerSecond: null,
    nowMs: NOW_MS,
    goesOnAtMs: NOW_MS,
    ...changes,
  };
}

/** The same found by sending one request after another. */
function bySimulation(given: Outlook, stepMs: number, times: readonly number[], limit: number): number {
  const window = new RollingWindow(limit, times);
  let atMs = Math.max(given.nowMs, given.goesOnAtMs);
  for (let sent = 0; sent < given.remaining; sent += 1) {
    atMs = window.freeAtMs(1, Math.max(atMs, sent === 0 ? 0 : atMs + stepMs));
    window.add(atMs, 1);
  }
  return atMs;
}

describe('when the last lead will leave', () => {
  test('is exactly when it leaves if all goes as planned', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 0, max: SPAN_MS }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom(0, 1_000, 200_000, 400_000, 5_000_000),
        fc.constantFrom(0, 10_000, 4_000_000),
        (limit, agesMs, remaining, intervalMs, waitMs) => {
          const times = agesMs.map((ageMs) => NOW_MS - ageMs).toSorted((left, right) => left - right);
          const given = outlook({ limit, times, remaining, intervalMs, goesOnAtMs: NOW_MS + waitMs });
          expect(expectedFinishAtMs(given)).toBe(bySimulation(given, intervalMs, times, limit));
        },
      ),
    );
  });

  test('for even sending is known at once', () => {
    expect(finishAtMs(outlook({ remaining: 101, intervalMs: 200 }))).toBe(NOW_MS + 20_000);
  });

  test('for fast sending within the allowance is not known before a real rate is', () => {
    const fast = outlook({ speed: 'fast', remaining: 1_001 });
    expect(finishAtMs(fast)).toBeNull();
    expect(finishAtMs({ ...fast, realPerSecond: 50 })).toBe(NOW_MS + 20_000);
    expect(expectedFinishAtMs(fast)).toBe(NOW_MS + 1_000 * (1_000 / ASSUMED_FAST_PER_SECOND));
  });

  test('for fast sending beyond the allowance is known at once, because the hour decides', () => {
    const atMs = finishAtMs(outlook({ speed: 'fast', remaining: 36_001 })) ?? 0;
    expect(atMs).toBeGreaterThanOrEqual(NOW_MS + 2 * SPAN_MS);
    expect(atMs).toBeLessThan(NOW_MS + 2 * SPAN_MS + 900_000);
  });

  test('follows the real rate where the server is slower than the plan', () => {
    expect(finishAtMs(outlook({ remaining: 101, intervalMs: 200, realPerSecond: 1 }))).toBe(NOW_MS + 100_000);
  });

  test('a rate of nothing does not end in infinity', () => {
    expect(Number.isFinite(finishAtMs(outlook({ speed: 'fast', remaining: 5, realPerSecond: 0 })))).toBe(
      true,
    );
  });

  test('with nothing left to send is when sending goes on', () => {
    expect(finishAtMs(outlook({ remaining: 0, goesOnAtMs: NOW_MS + 70 }))).toBe(NOW_MS + 70);
  });

  test('costs no more for a million leads than for an hour’s worth', () => {
    const atMs = expectedFinishAtMs(outlook({ remaining: 1_000_000, intervalMs: SPAN_MS / 18_000 }));
    expect(atMs - NOW_MS).toBeCloseTo((999_999 * SPAN_MS) / 18_000, -1);
  });
});

test('numbers add up: what is left and what left is all that the import set out to send', () => {
  const counts = {
    ...noRows(),
    queued: 1,
    sending: 2,
    accepted: 4,
    rejected: 8,
    unknown: 16,
    confirmed: 32,
    'not-found': 64,
  };
  expect(leftToSend(counts)).toBe(3);
  expect(totalToSend({ ...counts, new: 500, ready: 500, problem: 500, duplicate: 500, skipped: 500 })).toBe(
    127,
  );
});

test('every row is counted once, whatever became of it', () => {
  const counts: FateCounts = {
    new: 1,
    ready: 2,
    problem: 4,
    duplicate: 8,
    skipped: 16,
    queued: 32,
    sending: 64,
    accepted: 128,
    rejected: 256,
    unknown: 512,
    confirmed: 1024,
    'not-found': 2048,
  };
  expect(allRows(counts)).toBe(4095);
  expect(totalToSend(counts)).toBe(32 + 64 + 128 + 256 + 512 + 1024 + 2048);
  expect(accepted(counts)).toBe(128 + 1024 + 2048);
  expect(gone(counts)).toBe(128 + 256 + 512 + 1024 + 2048);
});

test('what is on its way on record while nobody sends counts as unknown, and nobody gets lost', () => {
  const counts: FateCounts = { ...noRows(), queued: 5, sending: 16, accepted: 2, unknown: 1 };
  const settled = withNothingOnItsWay(counts);
  expect(settled).toEqual({ ...counts, sending: 0, unknown: 17 });
  expect(leftToSend(settled)).toBe(5);
  expect(totalToSend(settled)).toBe(totalToSend(counts));
});
