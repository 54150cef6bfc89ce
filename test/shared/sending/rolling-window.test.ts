import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  HOUR_MS,
  RollingWindow,
  SEND_LIMIT_PER_HOUR,
  WINDOW_MARGIN_MS,
} from '../../../shared/sending/rolling-window.ts';

const SPAN_MS = HOUR_MS + WINDOW_MARGIN_MS;

/** The most of `times` that lie within any hour. */
function mostInAnHour(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  times.forEach((timeMs, index) => {
    while ((times[first] ?? 0) <= timeMs - HOUR_MS) {
      first += 1;
    }
    most = Math.max(most, index - first + 1);
  });
  return most;
}

describe('the allowance of an hour', () => {
  test('however requests come, no rolling hour holds more than the limit, even if each arrives up to 3 s late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(
          fc.record({
            // `null` waits until exactly when the next request may leave.
            passMs: fc.option(fc.integer({ min: 0, max: 1_200_000 })),
            wanted: fc.integer({ min: 0, max: 30 }),
            lateMs: fc.integer({ min: 0, max: WINDOW_MARGIN_MS }),
          }),
          { maxLength: 200 },
        ),
        (limit, steps) => {
          const window = new RollingWindow(limit, []);
          const arrivals: number[] = [];
          let nowMs = 1_000_000;
          for (const { passMs, wanted, lateMs } of steps) {
            nowMs = passMs === null ? window.freeAtMs(1, nowMs) : nowMs + passMs;
            const count = Math.min(wanted, window.free(nowMs));
            window.add(nowMs, count);
            arrivals.push(...Array.from({ length: count }, () => nowMs + lateMs));
            expect(window.used(nowMs)).toBeLessThanOrEqual(limit);
          }
          expect(mostInAnHour(arrivals.toSorted((left, right) => left - right))).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });

  test('the time it names for the nth request is exact: then it may leave, and a millisecond earlier it may not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: 0, max: SPAN_MS }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (limit, agesMs, wantedNth) => {
          const nowMs = 10 * HOUR_MS;
          const nth = Math.min(wantedNth, limit);
          const times = agesMs.map((ageMs) => nowMs - ageMs).toSorted((left, right) => left - right);
          const atMs = new RollingWindow(limit, times).freeAtMs(nth, nowMs);
          expect(atMs).toBeGreaterThanOrEqual(nowMs);
          expect(new RollingWindow(limit, times).free(atMs)).toBeGreaterThanOrEqual(nth);
          if (atMs > nowMs) {
            expect(new RollingWindow(limit, times).free(atMs - 1)).toBeLessThan(nth);
          }
        },
      ),
    );
  });

  test('with 18,000 requests of the last hour on record, the 18,001st waits until the first is an hour old', () => {
    const firstMs = 1_000;
    const times = Array.from({ length: SEND_LIMIT_PER_HOUR }, (_, index) => firstMs + index * 100);
    const nowMs = times.at(-1) ?? 0;
    const window = new RollingWindow(SEND_LIMIT_PER_HOUR, times);
    expect(window.free(nowMs)).toBe(0);
    expect(window.freeAtMs(1, nowMs)).toBe(firstMs + SPAN_MS);
    expect(window.free(firstMs + SPAN_MS - 1)).toBe(0);
    expect(window.free(firstMs + SPAN_MS)).toBe(1);
  });

  test('keeps at least 99.9 % of the allowance usable', () => {
    const window = new RollingWindow(SEND_LIMIT_PER_HOUR, []);
    let sent = 0;
    let nowMs = 0;
    const endMs = 10 * HOUR_MS;
    while (nowMs < endMs) {
      const count = window.free(nowMs);
      window.add(nowMs, count);
      sent += count;
      nowMs = window.freeAtMs(1, nowMs);
    }
    expect(sent / (10 * SEND_LIMIT_PER_HOUR)).toBeGreaterThanOrEqual(0.999);
  });

  test.each([
    [0, 1],
    [-5, 1],
    [12.9, 12],
    [18_000, 18_000],
    [1e9, 18_000],
  ])('a limit of %d is taken as %d: at least one, never above what Telecrm allows', (given, taken) => {
    expect(new RollingWindow(given, []).free(0)).toBe(taken);
  });

  test('a record that holds more than the limit, because the limit was lowered, is waited out', () => {
    const window = new RollingWindow(2, [100, 200, 300, 400]);
    expect(window.free(500)).toBe(0);
    expect(window.freeAtMs(1, 500)).toBe(300 + SPAN_MS);
    expect(window.freeAtMs(2, 500)).toBe(400 + SPAN_MS);
    expect(window.used(500)).toBe(4);
  });

  test('a request entered with an earlier time than the one before counts as late as that one', () => {
    const window = new RollingWindow(2, [1_000]);
    window.add(400, 1);
    expect(window.free(1_000 + SPAN_MS - 1)).toBe(0);
    expect(window.free(1_000 + SPAN_MS)).toBe(2);
  });

  test('counts what left since a moment', () => {
    const window = new RollingWindow(10, [100, 200, 300]);
    window.add(300, 2);
    expect([99, 100, 101, 300, 301].map((sinceMs) => window.countSince(sinceMs))).toEqual([5, 5, 4, 3, 0]);
  });
});
