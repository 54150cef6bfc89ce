import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/sending/judge-reply.ts';
import { Throttle } from '../../../shared/sending/throttle.ts';

const ACCEPTED: Verdict = { kind: 'accepted', status: 200 };
const SLOW_DOWN: Verdict = {
  kind: 'back-in-queue',
  why: 'slow-down',
  status: 429,
  words: null,
  retryAfter: null,
  date: null,
};

function fast(limitPerHour = 18_000, times: readonly number[] = []): Throttle {
  return new Throttle({ speed: 'fast', limitPerHour, maxInFlight: 16, times, nowMs: 0 });
}

function answered(throttle: Throttle, verdict: Verdict, nowMs: number, leftAtMs = nowMs): void {
  throttle.answered(verdict, { hasFailed: false, leftAtMs, nowMs, wallMs: nowMs, random: 0.5 });
}

describe('what may leave', () => {
  test('fast sending begins with one request and grows to its bound as leads are accepted', () => {
    const throttle = fast();
    expect(throttle.permit(0, 0)).toEqual({ kind: 'go', count: 1 });
    throttle.sent(1, 0);
    expect(throttle.permit(0, 1)).toEqual({ kind: 'wait', reason: null, untilMs: Infinity });
    for (let lead = 0; lead < 40; lead += 1) {
      answered(throttle, ACCEPTED, 10);
    }
    expect(throttle.permit(20, 0)).toEqual({ kind: 'go', count: 16 });
    expect(throttle.permit(20, 13)).toEqual({ kind: 'go', count: 3 });
    throttle.restart(30);
    expect(throttle.permit(30, 0)).toEqual({ kind: 'go', count: 1 });
  });

  test('nothing when the allowance is used, and until when; a short wait is not worth telling', () => {
    const throttle = fast(2, [1_000, 2_000]);
    expect(throttle.permit(3_000, 0)).toEqual({ kind: 'wait', reason: 'allowance', untilMs: 3_604_000 });
    expect(throttle.permit(3_603_000, 0)).toEqual({ kind: 'wait', reason: null, untilMs: 3_604_000 });
    expect(throttle.permit(3_604_000, 0)).toEqual({ kind: 'go', count: 1 });
  });

  test('even sending waits for its turn', () => {
    const throttle = new Throttle({
      speed: 'even',
      limitPerHour: 3_603,
      maxInFlight: 16,
      times: [],
      nowMs: 0,
    });
    throttle.sent(1, 0);
    expect(throttle.permit(10, 0)).toEqual({ kind: 'wait', reason: null, untilMs: 1_000 });
    throttle.setSpeed('fast', 10);
    expect(throttle.permit(10, 0).kind).toBe('go');
  });

  test('nothing while a 429 is in force, then half as often as before', () => {
    const throttle = fast();
    // 100 a second for ten seconds.
    for (let nowMs = 0; nowMs < 10_000; nowMs += 10) {
      throttle.sent(1, nowMs);
    }
    answered(throttle, SLOW_DOWN, 10_000);
    expect(throttle.permit(10_001, 0)).toEqual({ kind: 'wait', reason: 'slow-down', untilMs: 15_000 });
    expect(throttle.intervalMs(15_000)).toBeCloseTo(20);
  });

  test('after a 429 it says that it is slowed until the pace is what it was, at either speed', () => {
    for (const speed of ['even', 'fast'] as const) {
      const throttle = new Throttle({ speed, limitPerHour: 18_000, maxInFlight: 16, times: [], nowMs: 0 });
      throttle.sent(1, 0);
      expect(throttle.isSlowed(0)).toBe(false);
      answered(throttle, SLOW_DOWN, 100, 0);
      expect(throttle.isSlowed(100)).toBe(true);
      expect(throttle.isSlowed(5 * 60_000)).toBe(speed === 'fast');
      expect(throttle.isSlowed(11 * 60_000)).toBe(false);
    }
  });

  test('a 429 to the first request of all asks for half of even sending, not for a standstill', () => {
    const throttle = fast();
    throttle.sent(1, 0);
    answered(throttle, SLOW_DOWN, 100, 0);
    expect(throttle.intervalMs(100)).toBeCloseTo(400);
  });

  test('several 429s to requests that left together halve the pace once', () => {
    const throttle = fast();
    throttle.sent(16, 100);
    for (let answer = 0; answer < 16; answer += 1) {
      answered(throttle, SLOW_DOWN, 200 + answer, 100);
    }
    expect(throttle.intervalMs(300)).toBeCloseTo(400);
  });
});
