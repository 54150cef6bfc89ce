import { expect, test } from 'vitest';
import { columnsOf, isBlank } from '../../../shared/sheet/columns.ts';

const rows = (...cells: readonly (readonly string[])[]): { rowNumber: number; cells: readonly string[] }[] =>
  cells.map((each, index) => ({ rowNumber: index + 2, cells: each }));

test('headings keep their text but for outer blanks, and may repeat or be empty', () => {
  expect(columnsOf([' Name ', 'Phone', '', 'Phone'], rows(['a', 'b', 'c', 'd']))).toEqual([
    { index: 0, heading: 'Name' },
    { index: 1, heading: 'Phone' },
    { index: 2, heading: '' },
    { index: 3, heading: 'Phone' },
  ]);
});

test('empty columns at the end are dropped, empty headings above values are not', () => {
  expect(columnsOf(['Name', '', '', ' '], rows(['a', '', '', ' '], ['b']))).toHaveLength(1);
  expect(columnsOf(['Name', '', '', ''], rows(['a', '', 'x', '']))).toHaveLength(3);
});

test('cells beyond the headings make no column', () => {
  expect(columnsOf(['Name', 'Phone'], rows(['a', 'b', 'surplus']))).toHaveLength(2);
});

test('a sheet without headings has as many columns as its widest row', () => {
  expect(columnsOf(null, rows(['a'], ['b', 'c', '', 'd', '']))).toEqual([
    { index: 0, heading: '' },
    { index: 1, heading: '' },
    { index: 2, heading: '' },
    { index: 3, heading: '' },
  ]);
});

test('a heading of a whole page is cut to what a mapping can hold', () => {
  expect(columnsOf(['x'.repeat(20_000)], [])[0]?.heading).toHaveLength(10_000);
});

test.each([null, undefined, '', ' ', '\t\u00a0', '\u3000'])('%j is blank', (cell) => {
  expect(isBlank(cell)).toBe(true);
});

test.each(['a', ' a', '0', '-', 'न', '\u007f'])('%j is not', (cell) => {
  expect(isBlank(cell)).toBe(false);
});
