import { expect, test } from 'vitest';
import { placeOnScreens } from '../../../electron/window/window-place.ts';

const LAPTOP = { x: 0, y: 0, width: 1440, height: 900 };
const SECOND = { x: 1440, y: 0, width: 1920, height: 1080 };
const REMEMBERED = { x: 1600, y: 100, width: 1200, height: 800, isMaximized: false };

test('the first window stands in the middle', () => {
  expect(placeOnScreens(null, [LAPTOP])).toStrictEqual({ width: 1240, height: 820 });
});

test('the window opens where it was', () => {
  expect(placeOnScreens(REMEMBERED, [LAPTOP, SECOND])).toStrictEqual({
    width: 1200,
    height: 800,
    x: 1600,
    y: 100,
  });
});

test('a window whose screen is gone comes back with its size', () => {
  expect(placeOnScreens(REMEMBERED, [LAPTOP])).toStrictEqual({ width: 1200, height: 800 });
});

test('a window of which only a corner is left comes back', () => {
  const corner = { ...REMEMBERED, x: 1430, y: 890 };
  expect(placeOnScreens(corner, [LAPTOP])).toStrictEqual({ width: 1200, height: 800 });
});

test('a window is never smaller than its screens need', () => {
  expect(placeOnScreens({ ...REMEMBERED, x: 0, width: 10, height: 10 }, [LAPTOP])).toStrictEqual({
    width: 1000,
    height: 680,
    x: 0,
    y: 100,
  });
});
