import { expect, test } from 'vitest';
import { headingCandidates } from '../../../renderer/screens/file/heading-candidates.ts';
import type { SheetFacts } from '../../../shared/sheet/sheet.ts';

const FACTS: SheetFacts = {
  fileName: 'leads.csv',
  sheetName: 'leads',
  sizeBytes: 1,
  reading: { encoding: 'utf-8', delimiter: ',', headerRowNumber: 1 },
  columns: [
    { index: 0, heading: 'Leads of May' },
    { index: 1, heading: '' },
  ],
  firstRows: [3, 4, 5, 6, 7, 8].map((rowNumber) => ({ rowNumber, cells: [' Asha ', null, `${rowNumber}`] })),
  isWhole: true,
};

test('headings can be chosen from the row that was taken for them and the rows below', () => {
  expect(headingCandidates(FACTS)).toEqual([
    { rowNumber: 1, cells: ['Leads of May'] },
    { rowNumber: 3, cells: ['Asha', '3'] },
    { rowNumber: 4, cells: ['Asha', '4'] },
    { rowNumber: 5, cells: ['Asha', '5'] },
    { rowNumber: 6, cells: ['Asha', '6'] },
  ]);
});

test('a sheet without headings offers its first rows', () => {
  const reading = { ...FACTS.reading, headerRowNumber: null };
  expect(headingCandidates({ ...FACTS, reading }).map(({ rowNumber }) => rowNumber)).toEqual([3, 4, 5, 6]);
});

test('rows above the headings can be chosen as well, and stand above them', () => {
  const nearest = [1, 3].map((rowNumber) => ({ rowNumber, cells: ['Ravi', `${rowNumber}`] }));
  const candidates = headingCandidates({
    ...FACTS,
    reading: { ...FACTS.reading, headerRowNumber: 4 },
    firstRows: FACTS.firstRows.slice(2),
    rowsAbove: { rowCount: 2, mayBeData: false, nearest },
  });
  expect(candidates.map(({ rowNumber }) => rowNumber)).toEqual([1, 3, 4, 5, 6, 7, 8]);
  expect(candidates[0]).toEqual({ rowNumber: 1, cells: ['Ravi', '1'] });
});
