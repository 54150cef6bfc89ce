import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveNowMs, startEffectiveTime } from '../../../shared/sending/effective-time.ts';

describe('the time by which the allowance is reckoned', () => {
  test('begins at the wall clock when nothing is on record', () => {
    const time = startEffectiveTime(1_000_000, null, 50);
    expect(effectiveNowMs(time, 50)).toBe(1_000_000);
    expect(effectiveNowMs(time, 1_050)).toBe(1_001_000);
  });

  test('never begins before the newest request on record, so a clock set back frees nothing early', () => {
    const time = startEffectiveTime(1_000_000, 4_000_000, 0);
    expect(effectiveNowMs(time, 0)).toBe(4_000_000);
  });

  test('is whole milliseconds and never goes back, whatever the monotonic clock says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e13, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 1e13 })),
        fc.array(fc.double({ min: 0, max: 1e9, noNaN: true })),
        (wallMs, newestMs, elapsed) => {
          const time = startEffectiveTime(wallMs, newestMs, 7.5);
          const times = elapsed
            .toSorted((left, right) => left - right)
            .map((elapsedMs) => effectiveNowMs(time, 7.5 + elapsedMs));
          expect(times.every((timeMs) => Number.isInteger(timeMs))).toBe(true);
          expect(times.toSorted((left, right) => left - right)).toEqual(times);
          expect(effectiveNowMs(time, 0)).toBeGreaterThanOrEqual(Math.floor(wallMs));
          expect(effectiveNowMs(time, 0)).toBeGreaterThanOrEqual(newestMs ?? 0);
        },
      ),
    );
  });
});
