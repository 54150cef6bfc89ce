import { expect, test } from 'vitest';
import { rowsAbove } from '../../../shared/sheet/rows-above.ts';
import type { SheetRow } from '../../../shared/sheet/sheet.ts';

const sheet = (...rows: string[][]): readonly SheetRow[] =>
  rows.map((cells, index) => ({ rowNumber: index + 1, cells }));

test.each<{ name: string; rows: readonly SheetRow[]; mayBeData: boolean }>([
  { name: 'a title', rows: sheet(['Leads of May']), mayBeData: false },
  {
    name: 'a title and what it says more',
    rows: sheet(['Report', 'Leads'], ['From', '01/05/2026']),
    mayBeData: false,
  },
  { name: 'a phone number', rows: sheet(['Leads of May'], ['Helpline', '022-23456789']), mayBeData: true },
  { name: 'an e-mail address', rows: sheet(['', 'asha@example.org']), mayBeData: true },
  { name: 'a row as full as the others', rows: sheet(['Asha', '', 'Pune', 'Friday']), mayBeData: true },
  { name: 'many lines', rows: sheet(['a'], ['b'], ['c'], ['d'], ['e']), mayBeData: true },
])('$name above the headings: may be data $mayBeData', ({ rows, mayBeData }) => {
  expect(rowsAbove(rows, 9, 5)).toMatchObject({ rowCount: rows.length, mayBeData });
});

test('only filled rows above the headings are among them, the nearest are kept', () => {
  const rows = Array.from({ length: 20 }, (_, index) => ({
    rowNumber: index + 1,
    cells: [index === 3 ? ' ' : 'x'],
  }));
  const above = rowsAbove(rows, 15, 5);
  expect(above?.rowCount).toBe(13);
  expect(above?.nearest.map(({ rowNumber }) => rowNumber)).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
});

test('nothing above is nothing', () => {
  expect(rowsAbove(sheet(['', ' '], ['Name']), 2, 1)).toBeNull();
  expect(rowsAbove(sheet(['Asha'], ['Ravi']), null, 1)).toBeNull();
});
