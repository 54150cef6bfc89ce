import { expect, test } from 'vitest';
import { sampleValues } from '../../../shared/mapping/sample-values.ts';

const COLUMNS = [
  { index: 0, heading: 'Name' },
  { index: 1, heading: 'City' },
];

test('blank cells and repetitions are passed over', () => {
  const rows = [
    ['', 'Pune'],
    ['Ravi', 'Pune '],
    [' ', 'Delhi'],
    ['Asha'],
    ['Imran', 'Pune'],
    ['Zoë', 'Agra'],
  ].map((cells, index) => ({ rowNumber: index + 2, cells }));
  expect(sampleValues(COLUMNS, rows)).toEqual([
    ['Ravi', 'Asha', 'Imran'],
    ['Pune', 'Delhi', 'Agra'],
  ]);
});

test('only the first fifty rows are looked at, and long texts are cut', () => {
  const rows = Array.from({ length: 60 }, (_, index) => ({
    rowNumber: index + 2,
    cells: [index === 55 ? 'late' : '', index === 0 ? 'x'.repeat(5000) : ''],
  }));
  expect(sampleValues(COLUMNS, rows)).toEqual([[], ['x'.repeat(200)]]);
});

test('a sheet without rows has no samples', () => {
  expect(sampleValues(COLUMNS, [])).toEqual([[], []]);
});
