import { expect, test } from 'vitest';
import { watchOnline } from '../../../electron/window/watch-online.ts';

test.each([
  ['there from the start', [true, true], 0],
  ['gone and back', [true, false, false, true, true], 1],
  ['not there at first', [false, true], 1],
  ['going', [true, false], 0],
  ['coming and going', [false, true, false, true], 2],
])('a network that is %s is told of when it comes', (_, looks, told) => {
  let count = 0;
  const answers = [...looks];
  const look = watchOnline(
    () => answers.shift() ?? false,
    () => {
      count += 1;
    },
  );
  for (const _look of looks) {
    look();
  }
  expect(count).toBe(told);
});
