import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageMs, type Moment } from '../../../shared/sending/age-of-request.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('how long ago a request left', () => {
  const then: Moment = { wallMs: 100 * HOUR_MS, uptimeMs: 5 * HOUR_MS, bootId: 'one' };

  test.each<[string, Partial<Moment>, number]>([
    ['nothing was set', { wallMs: then.wallMs + 10 * MINUTE_MS + 3 }, 10 * MINUTE_MS + 3],
    [
      'the clock was set two hours forward',
      { wallMs: then.wallMs + 130 * MINUTE_MS },
      10 * MINUTE_MS - 1_000,
    ],
    ['the clock was set two hours back', { wallMs: then.wallMs - 110 * MINUTE_MS }, 10 * MINUTE_MS - 1_000],
    ['the clock was set by years', { wallMs: then.wallMs + 150_000 * HOUR_MS }, 10 * MINUTE_MS - 1_000],
  ])('is told by the time since the machine started, to a second: %s', (_, now, expected) => {
    const uptimeMs = (then.uptimeMs ?? 0) + 10 * MINUTE_MS;
    expect(ageMs(then, { ...then, uptimeMs, ...now })).toBe(expected);
    expect(ageMs({ ...then, bootId: null }, { ...then, uptimeMs, ...now })).toBe(expected);
  });

  test('is told by the wall clock after another start of the machine, and is at least what that has run', () => {
    const started = { wallMs: then.wallMs + 20 * MINUTE_MS, uptimeMs: 3 * MINUTE_MS, bootId: 'two' };
    expect(ageMs(then, started)).toBe(20 * MINUTE_MS);
    expect(ageMs(then, { ...started, bootId: null })).toBe(20 * MINUTE_MS);
    expect(ageMs(then, { ...started, wallMs: then.wallMs - 9 * HOUR_MS })).toBe(3 * MINUTE_MS);
    expect(ageMs(then, { ...started, uptimeMs: 6 * HOUR_MS })).toBe(6 * HOUR_MS);
  });

  test('is told by the wall clock where the time since the start is not known', () => {
    expect(ageMs({ ...then, uptimeMs: null }, { ...then, wallMs: then.wallMs + 7 })).toBe(7);
  });

  test('is right to a second, however the clock was set, unless the machine was started in between', () => {
    fc.assert(
      fc.property(fc.nat(10 * HOUR_MS), fc.integer(), fc.constantFrom('one', null), (passed, set, bootId) => {
        const now = {
          wallMs: then.wallMs + passed + set,
          uptimeMs: (then.uptimeMs ?? 0) + passed,
          bootId,
        };
        const age = ageMs({ ...then, bootId }, now);
        expect(age).toBeLessThanOrEqual(passed + 1_000);
        expect(age).toBeGreaterThanOrEqual(Math.max(0, passed - 1_000) - (passed < 1_000 ? 1_000 : 0));
      }),
    );
  });
});
