import { describe, expect, test } from 'vitest';
import { expectedFinishAtMs } from '../../../shared/sending/progress.ts';
import { HOUR_MS, RollingWindow, WINDOW_MARGIN_MS } from '../../../shared/sending/rolling-window.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
import { whenWords } from '../../../shared/words/when-words.ts';

/** A night in which clocks are put forward or back: the zone, a moment just before midnight, and one in the night. */
const NIGHTS = [
  ['a day of 23 hours in Amsterdam', 'Europe/Amsterdam', '2026-03-28T22:30:00Z'],
  ['a day of 25 hours in Amsterdam', 'Europe/Amsterdam', '2026-10-24T21:30:00Z'],
  ['a day of 23 hours in New York', 'America/New_York', '2026-03-08T04:30:00Z'],
  ['a day of 25 hours in New York', 'America/New_York', '2026-11-01T03:30:00Z'],
  ['an ordinary day in Kolkata', 'Asia/Kolkata', '2026-05-13T18:00:00Z'],
] as const;

describe('a moment to come, at half past eleven before', () => {
  test.each(NIGHTS)('%s', (_what, timeZone, lateEvening) => {
    const words = makeWords('en', timeZone);
    const nowMs = Date.parse(lateEvening);
    expect(whenWords(words, nowMs, nowMs)).toBe('11:30 pm');
    expect(whenWords(words, nowMs + 29 * 60_000, nowMs)).toBe('11:59 pm');
    expect(whenWords(words, nowMs + 31 * 60_000, nowMs)).toBe('tomorrow, 12:01 am');
    // The day after tomorrow begins 23, 24 or 25 hours after tomorrow does.
    const hours = /(\d+) hours/u.exec(_what)?.[1] ?? '24';
    const afterMs = nowMs + 30 * 60_000 + Number(hours) * HOUR_MS;
    expect(whenWords(words, afterMs - 60_000, nowMs)).toBe('tomorrow, 11:59 pm');
    expect(whenWords(words, afterMs + 60_000, nowMs)).toMatch(/^\d+ \w+ 2026, 12:01 am$/u);
  });
});

test('half past midnight on a day of 25 hours, the night after is tomorrow', () => {
  const words = makeWords('en', 'Europe/Amsterdam');
  const nowMs = Date.parse('2026-10-24T22:30:00Z');
  expect(whenWords(words, nowMs + 23.75 * HOUR_MS, nowMs)).toBe('11:15 pm');
  expect(whenWords(words, nowMs + 24.75 * HOUR_MS, nowMs)).toBe('tomorrow, 12:15 am');
});

/** 1,000 leads an hour, the hour used up: so the last of 2,500 leaves after two more hours and a half. */
const CHANGES = [
  ['forward in Amsterdam', 'Europe/Amsterdam', '2026-03-29T00:30:00Z', '1:30 am', '5:00 am'],
  ['back in Amsterdam', 'Europe/Amsterdam', '2026-10-25T00:30:00Z', '2:30 am', '4:00 am'],
  ['forward in New York', 'America/New_York', '2026-03-08T06:30:00Z', '1:30 am', '5:00 am'],
  ['back in New York', 'America/New_York', '2026-11-01T05:30:00Z', '1:30 am', '3:00 am'],
] as const;

describe('the finishing time is told by the clock on the wall, and the hour of the allowance has 60 minutes, when clocks go', () => {
  test.each(CHANGES)('%s', (_what, timeZone, now, nowTold, finishTold) => {
    const { moments } = makeWords('en', timeZone);
    const nowMs = Date.parse(now);
    const window = new RollingWindow(
      1_000,
      Array.from({ length: 1_000 }, () => nowMs - 30 * 60_000),
    );
    expect(window.freeAtMs(1, nowMs)).toBe(nowMs + 30 * 60_000 + WINDOW_MARGIN_MS);
    const finishMs = expectedFinishAtMs({
      speed: 'fast',
      remaining: 2_500,
      window,
      intervalMs: 0,
      realPerSecond: 1_000,
      nowMs,
      goesOnAtMs: nowMs,
    });
    const minutes = (finishMs - nowMs) / 60_000;
    expect(minutes).toBeGreaterThan(150);
    expect(minutes).toBeLessThan(151);
    expect(moments.time(nowMs)).toBe(nowTold);
    expect(moments.time(finishMs)).toBe(finishTold);
  });
});
