import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RateMeter } from '../../../shared/sending/rate-meter.ts';
import { SendingRate } from '../../../shared/sending/sending-rate.ts';

test('counts what happened in the last seconds and nothing older', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(90_000), fc.nat(100)), { maxLength: 50 }),
      fc.integer({ min: 1, max: 60 }),
      fc.nat(200_000),
      (events, seconds, laterMs) => {
        const meter = new RateMeter();
        let nowMs = 0;
        const entered = events.map(([passMs, count]) => {
          nowMs += passMs;
          meter.add(nowMs, count);
          return { second: Math.floor(nowMs / 1000), count };
        });
        nowMs += laterMs;
        const sinceSecond = Math.floor(nowMs / 1000) - seconds;
        const expected = entered.reduce(
          (sum, { second, count }) => sum + (second > sinceSecond ? count : 0),
          0,
        );
        expect(meter.countOfLast(seconds, nowMs)).toBe(expected);
      },
    ),
  );
});

test('a rate is told only after 20 s of sending', () => {
  const rate = new SendingRate(0);
  for (let nowMs = 0; nowMs < 20_000; nowMs += 100) {
    expect(rate.realPerSecond(nowMs)).toBeNull();
    expect(rate.acceptedPerMinute(nowMs)).toBe(0);
    rate.add(nowMs, 2, 1);
  }
  expect(rate.realPerSecond(20_000)).toBe(20);
  // 200 in 20 s are 600 in a minute.
  expect(rate.acceptedPerMinute(20_000)).toBe(600);
});

test('a wait does not count as slow sending: the rate is as before it until it was measured anew', () => {
  const rate = new SendingRate(0);
  for (let nowMs = 0; nowMs < 30_000; nowMs += 100) {
    rate.add(nowMs, 1, 1);
  }
  expect(rate.acceptedPerMinute(30_000)).toBeCloseTo(600);
  rate.halt(30_000);
  expect(rate.realPerSecond(1_000_000)).toBeCloseTo(10, 0);
  const goesOnAtMs = 2_000_000;
  rate.restart(goesOnAtMs);
  expect(rate.realPerSecond(goesOnAtMs + 5_000)).toBeCloseTo(10, 0);
  expect(rate.acceptedPerMinute(goesOnAtMs + 5_000)).toBe(0);
  for (let nowMs = goesOnAtMs; nowMs < goesOnAtMs + 30_000; nowMs += 1_000) {
    rate.add(nowMs, 1, 1);
  }
  expect(rate.realPerSecond(goesOnAtMs + 30_000)).toBeCloseTo(1);
  expect(rate.acceptedPerMinute(goesOnAtMs + 30_000)).toBeCloseTo(60);
  expect(rate.acceptedPerMinute(goesOnAtMs + 500_000)).toBe(0);
});
