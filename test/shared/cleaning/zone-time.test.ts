import { expect, test } from 'vitest';
import { isTimeZone, zoneTime } from '../../../shared/cleaning/zone-time.ts';

test.each(['Asia/Kolkata', 'Asia/Calcutta', 'UTC', 'America/New_York'])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(['', 'Asia/Kolkatta', 'India', '../etc'])('%j is not', (name) => {
  expect(isTimeZone(name)).toBe(false);
  expect(() => zoneTime(name)).toThrow(RangeError);
});

test('years may come in any order', () => {
  const toEpochMs = zoneTime('Europe/London');
  const days = ['2024-07-01', '2025-01-01', '2024-12-31', '2025-07-01', '2024-07-01'].map((day) =>
    Date.parse(day),
  );
  const offsets = days.map((day) => (day - toEpochMs(day)) / 3_600_000);
  expect(offsets).toEqual([1, 0, 0, 1, 1]);
});
