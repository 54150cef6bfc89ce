import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from '../../../shared/sending/retry-after.ts';

const NOW_MS = Date.UTC(2026, 9, 21, 7, 28, 0);
const DATE = 'Wed, 21 Oct 2026 07:28:00 GMT';

describe('how long a server asks us to wait', () => {
  test.each<[string | null, string | null, number | null, string]>([
    ['120', null, 120_000, 'seconds'],
    [' 7 ', null, 7_000, 'with blanks'],
    ['0', null, 0, 'at once'],
    ['0.5', null, 500, 'part of a second'],
    ['86400', null, LONGEST_RETRY_AFTER_MS, 'a day is cut to an hour'],
    ['999999999999999', null, LONGEST_RETRY_AFTER_MS, 'an epoch in its place is cut to an hour'],
    ['Wed, 21 Oct 2026 07:30:00 GMT', null, 120_000, 'a date, by our clock'],
    [
      'Wed, 21 Oct 2026 09:30:00 GMT',
      'Wed, 21 Oct 2026 09:29:00 GMT',
      60_000,
      'a date, by the server’s own clock',
    ],
    ['Wed, 21 Oct 2026 07:30:00 GMT', 'yesterday', 120_000, 'a date, when the server’s own is nonsense'],
    ['Wednesday, 21-Oct-26 07:29:00 GMT', DATE, 60_000, 'the old form with dashes'],
    ['Wed Oct 21 07:29:00 2026', DATE, 60_000, 'the form of asctime, which is UTC'],
    ['Tue, 20 Oct 2026 07:28:00 GMT', DATE, 0, 'a date that is over'],
    ['Thu, 22 Oct 2026 07:28:00 GMT', DATE, LONGEST_RETRY_AFTER_MS, 'tomorrow is cut to an hour'],
    [null, null, null, 'absent'],
    ['', null, null, 'empty'],
    ['-5', null, null, 'negative'],
    ['soon', null, null, 'a word'],
    ['1e3', null, null, 'not a number of seconds'],
    ['5 minutes', null, null, 'with a unit'],
    ['Wed, 21 Foo 2026 07:30:00 GMT', null, null, 'no such month'],
    ['Wed, 41 Oct 2026 07:30:00 GMT', null, null, 'no such day'],
    ['Wed, 21 Oct 2026 27:30:00 GMT', null, null, 'no such hour'],
    ['2026-10-21T07:30:00Z', null, null, 'a form that HTTP does not have'],
  ])('%j beside the date %j means %j ms (%s)', (retryAfter, date, expected) => {
    expect(retryAfterMs(retryAfter, date, NOW_MS)).toBe(expected);
  });

  test('whatever it says, the wait is none, or from nothing to an hour', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (retryAfter, date) => {
        const waitMs = retryAfterMs(retryAfter, date, NOW_MS);
        expect(waitMs === null || (waitMs >= 0 && waitMs <= LONGEST_RETRY_AFTER_MS)).toBe(true);
      }),
    );
  });
});
