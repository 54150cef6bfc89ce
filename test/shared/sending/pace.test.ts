import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CATCH_UP_MS,
  SLOWEST_INTERVAL_MS,
  afterAcceptance,
  afterSending,
  intervalMs,
  paceAllows,
  restarted,
  slowedDown,
  startPace,
  withSpeed,
} from '../../../shared/sending/pace.ts';

describe('even sending', () => {
  test('spaces the requests so that an hour’s worth takes the hour and its margin', () => {
    const pace = startPace('even', 18_000, 0);
    expect(intervalMs(pace, 0) * 18_000).toBeCloseTo(3_603_000);
    expect(paceAllows(pace, 0)).toBe(1);
    const next = afterSending(pace, 1, 0);
    expect(paceAllows(next, 200)).toBe(0);
    expect(paceAllows(next, 201)).toBe(1);
  });

  test('loses nothing to timers that are a little late', () => {
    let pace = startPace('even', 18_000, 0);
    let sent = 0;
    let nowMs = 0;
    while (nowMs < 3_600_000) {
      nowMs = Math.max(nowMs, pace.nextAtMs) + 17;
      const count = paceAllows(pace, nowMs);
      pace = afterSending(pace, count, nowMs);
      sent += count;
    }
    expect(sent / 18_000).toBeGreaterThan(0.999);
  });

  test('never rushes: however long nothing left, at most a second’s worth leaves together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18_000 }), fc.integer({ min: 0, max: 1e9 }), (limit, idleMs) => {
        const pace = startPace('even', limit, 0);
        expect(paceAllows(pace, idleMs)).toBeLessThanOrEqual(CATCH_UP_MS / intervalMs(pace, 0) + 1);
        expect(paceAllows(restarted(pace, idleMs), idleMs)).toBe(1);
      }),
    );
  });
});

describe('fast sending', () => {
  test('has no schedule', () => {
    expect(paceAllows(startPace('fast', 18_000, 0), 0)).toBe(Infinity);
  });

  test('begins with one request under way and takes one more for every lead accepted', () => {
    let pace = startPace('fast', 18_000, 0);
    expect(pace.inFlight).toBe(1);
    pace = afterAcceptance(afterAcceptance(pace));
    expect(pace.inFlight).toBe(3);
    expect(restarted(pace, 500).inFlight).toBe(1);
  });

  test('changed to even it is spaced, and changed back it is not', () => {
    const even = withSpeed(startPace('fast', 3_603, 0), 'even', 3_603, 50);
    expect(intervalMs(even, 50)).toBeCloseTo(1_000);
    expect(paceAllows(withSpeed(even, 'fast', 3_603, 60), 60)).toBe(Infinity);
  });
});

describe('after a 429', () => {
  test('requests leave half as often as they really did', () => {
    expect(intervalMs(slowedDown(startPace('fast', 18_000, 0), 10, 0), 0)).toBe(20);
    expect(intervalMs(slowedDown(startPace('even', 18_000, 0), 10, 0), 0)).toBeCloseTo(
      2 * (3_603_000 / 18_000),
    );
  });

  test('a second one halves it again, down to one request a minute', () => {
    let pace = startPace('fast', 18_000, 0);
    for (let times = 0; times < 40; times += 1) {
      const before = intervalMs(pace, 0);
      pace = slowedDown(pace, 100, 0);
      expect(intervalMs(pace, 0)).toBe(Math.min(SLOWEST_INTERVAL_MS, Math.max(200, before * 2)));
    }
  });

  test('it recovers slowly: not within the minute, wholly within a few, and never beyond its own', () => {
    const slow = slowedDown(startPace('even', 18_000, 0), 10, 0);
    const own = intervalMs(startPace('even', 18_000, 0), 0);
    expect(intervalMs(slow, 59_999)).toBe(intervalMs(slow, 0));
    expect(intervalMs(slow, 60_000)).toBeLessThan(intervalMs(slow, 0));
    expect(intervalMs(slow, 120_000)).toBeGreaterThan(own);
    expect(intervalMs(slow, 4 * 60_000)).toBe(own);
    expect(intervalMs(slowedDown(startPace('fast', 18_000, 0), 10, 0), 3_600_000)).toBe(0);
  });
});
