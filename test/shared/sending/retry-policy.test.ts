import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LEAD_WAIT,
  LONGEST_LEAD_WAIT_MS,
  MOST_FAILED_ATTEMPTS,
  TROUBLE_WAIT,
  growingWaitMs,
  nextAttemptAtMs,
} from '../../../shared/sending/retry-policy.ts';

describe('waits', () => {
  test.each([
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [5, 32_000],
    [6, 60_000],
    [1_000, 60_000],
  ])('after the %d. failure in a row of the way to Telecrm: %d ms', (attempt, waitMs) => {
    expect(growingWaitMs(TROUBLE_WAIT, attempt, 0.5)).toBe(waitMs);
  });

  test('are spread by a quarter to both sides and bounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, random) => {
          const middleMs = growingWaitMs(LEAD_WAIT, attempt, 0.5);
          const waitMs = growingWaitMs(LEAD_WAIT, attempt, random);
          expect(waitMs).toBeGreaterThanOrEqual(Math.floor(middleMs * 0.75));
          expect(waitMs).toBeLessThanOrEqual(Math.ceil(middleMs * 1.25));
          expect(waitMs).toBeLessThanOrEqual(LONGEST_LEAD_WAIT_MS);
        },
      ),
    );
  });
});

describe('when a lead of unknown fate is sent again by itself', () => {
  test('with fields only, after a growing wait', () => {
    const lead = { hasActions: false, tries: 0, nowMs: 1_000, random: 0.5 };
    expect(nextAttemptAtMs({ ...lead, failedAttempts: 1 })).toBe(6_000);
    expect(nextAttemptAtMs({ ...lead, failedAttempts: 2 })).toBe(11_000);
  });

  test('with actions, never, whatever the attempt', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failedAttempts, random) => {
          expect(
            nextAttemptAtMs({ hasActions: true, failedAttempts, tries: 0, nowMs: 0, random }),
          ).toBeNull();
        },
      ),
    );
  });

  test('no more once it failed eight times', () => {
    const lead = { hasActions: false, tries: 0, nowMs: 0, random: 0 };
    expect(nextAttemptAtMs({ ...lead, failedAttempts: MOST_FAILED_ATTEMPTS - 1 })).not.toBeNull();
    expect(nextAttemptAtMs({ ...lead, failedAttempts: MOST_FAILED_ATTEMPTS })).toBeNull();
  });

  test('while all sending waits, always later than the next try of all sending, so that another lead is tried then', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 0, max: MOST_FAILED_ATTEMPTS - 1 }),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        (tries, failedAttempts, [random, other]) => {
          const atMs = nextAttemptAtMs({
            hasActions: false,
            failedAttempts,
            tries,
            nowMs: 0,
            random,
          });
          const tryAtMs = growingWaitMs(TROUBLE_WAIT, tries, other);
          expect(atMs).toBeGreaterThan(tryAtMs);
          expect(atMs).toBeLessThanOrEqual(LONGEST_LEAD_WAIT_MS);
        },
      ),
    );
  });
});
