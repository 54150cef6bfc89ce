import { expect, test } from 'vitest';
import { moveAfterEdit, moveByKey } from '../../../renderer/parts/grid-keys.ts';

const SIZE = { rows: 100, columns: 5, rowsInSight: 10 };
const FROM = { row: 50, column: 2 };

test.each([
  ['ArrowUp', false, { row: 49, column: 2 }],
  ['ArrowDown', false, { row: 51, column: 2 }],
  ['ArrowLeft', false, { row: 50, column: 1 }],
  ['ArrowRight', false, { row: 50, column: 3 }],
  ['PageUp', false, { row: 40, column: 2 }],
  ['PageDown', false, { row: 60, column: 2 }],
  ['Home', false, { row: 50, column: 0 }],
  ['End', false, { row: 50, column: 4 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 99, column: 4 }],
  ['ArrowDown', true, { row: 99, column: 2 }],
])('%s (with Ctrl: %s) moves as in a spreadsheet program', (key, withControl, expected) => {
  expect(moveByKey(key, withControl, FROM, SIZE)).toEqual(expected);
});

test('no key leads out of the grid, and other keys do not move', () => {
  expect(moveByKey('ArrowUp', false, { row: 0, column: 0 }, SIZE)).toEqual({ row: 0, column: 0 });
  expect(moveByKey('PageDown', false, { row: 95, column: 4 }, SIZE)).toEqual({ row: 99, column: 4 });
  expect(moveByKey('a', false, FROM, SIZE)).toBeNull();
});

test('Enter goes down after a change, Tab goes on, and Shift goes back', () => {
  expect(moveAfterEdit('Enter', false, FROM, SIZE)).toEqual({ row: 51, column: 2 });
  expect(moveAfterEdit('Enter', true, FROM, SIZE)).toEqual({ row: 49, column: 2 });
  expect(moveAfterEdit('Tab', false, FROM, SIZE)).toEqual({ row: 50, column: 3 });
  expect(moveAfterEdit('Tab', true, { row: 50, column: 0 }, SIZE)).toEqual({ row: 50, column: 0 });
});
