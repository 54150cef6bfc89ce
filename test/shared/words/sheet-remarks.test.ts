import { expect, test } from 'vitest';
import type { SheetFacts, SheetOverview } from '../../../shared/sheet/sheet.ts';
import { makeWords } from '../../../shared/words/make-words.ts';
import { otherSheets, sheetNames, sheetRemarks } from '../../../shared/words/sheet-remarks.ts';

const { say } = makeWords('en');

const sheetOf = (name: string, visibility: SheetOverview['visibility'] = 'visible'): SheetOverview => ({
  name,
  visibility,
  hasData: name !== 'Notes',
  headerRowNumber: 1,
});

const FACTS: SheetFacts = {
  fileName: 'leads.xlsx',
  sheetName: 'May',
  sizeBytes: 1,
  reading: { headerRowNumber: 3, sheetName: 'May' },
  columns: [{ index: 0, heading: 'Name' }],
  firstRows: [{ rowNumber: 4, cells: ['Asha'] }],
  isWhole: true,
};

test('of a plain sheet nothing is remarked, and neither is its title', () => {
  const rowsAbove = { rowCount: 1, mayBeData: false, nearest: [{ rowNumber: 1, cells: ['Leads of May'] }] };
  const totals = { rowCount: 1, blankRowCount: 0, longRowCount: 0, hiddenRowCount: 0 };
  expect(sheetRemarks(say, { ...FACTS, rowsAbove }, totals)).toEqual([]);
});

test('what is counted while reading is told when the reading has ended', () => {
  const totals = { rowCount: 9, blankRowCount: 2, longRowCount: 0, headingAgainCount: 1_000 };
  expect(sheetRemarks(say, FACTS, null)).toEqual([]);
  expect(sheetRemarks(say, FACTS, totals)).toEqual([
    '2 blank rows were skipped.',
    '1,000 rows repeat the headings. They were skipped.',
  ]);
});

test('hidden sheets with rows are told, and so is a hidden one that is read', () => {
  const sheets = [
    sheetOf('May', 'hidden'),
    sheetOf('Old', 'hidden'),
    sheetOf('Older', 'very-hidden'),
    sheetOf('Notes', 'hidden'),
  ];
  expect(sheetRemarks(say, { ...FACTS, sheets }, null)).toEqual([
    'The sheet May is hidden in the spreadsheet. It is read all the same.',
    '2 sheets are hidden in the spreadsheet. They are not read: Old, Older.',
  ]);
});

test('of a great many sheets the first ones are named', () => {
  const sheets = ['May', 'Notes', ...Array.from({ length: 60 }, (_unused, index) => `S${index}`)].map(
    (name) => sheetOf(name),
  );
  const others = otherSheets({ ...FACTS, sheets });
  expect(others).toHaveLength(60);
  expect(sheetNames(say, others)).toBe('S0, S1, S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, …');
});
