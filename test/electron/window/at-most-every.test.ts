import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMostEvery } from '../../../electron/window/at-most-every.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first change shows at once', () => {
  const act = vi.fn<() => void>();
  atMostEvery(100, act)();
  expect(act).toHaveBeenCalledTimes(1);
});

test('a storm of changes shows ten times a second, and the last one is never lost', () => {
  let state = 0;
  const shown: number[] = [];
  const changed = atMostEvery(100, () => shown.push(state));
  for (let atMs = 0; atMs < 1_000; atMs += 1) {
    state = atMs;
    changed();
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(1_000);
  expect(shown.length).toBeLessThanOrEqual(11);
  expect(shown.at(-1)).toBe(999);
});

test('where nothing changes nothing is shown', () => {
  const act = vi.fn<() => void>();
  atMostEvery(100, act)();
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(1);
});

test('a change that comes out of showing is shown as well', () => {
  let left = 3;
  const changed = atMostEvery(100, () => {
    left -= 1;
    if (left > 0) {
      changed();
    }
  });
  changed();
  vi.advanceTimersByTime(10_000);
  expect(left).toBe(0);
});
