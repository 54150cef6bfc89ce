import { expect, test } from 'vitest';
import { changeReading } from '../../../shared/sheet/change-reading.ts';
import type { Reading } from '../../../shared/sheet/sheet.ts';

const TEXT: Reading = { encoding: 'windows-1252', delimiter: ';', headerRowNumber: 3 };
const WORKBOOK: Reading = { sheetName: 'May', headerRowNumber: 3 };

test.each<{ what: string; of: string; reading: Reading; change: Partial<Reading>; expected: Reading }>([
  { what: 'nothing', of: 'text file', reading: TEXT, change: {}, expected: TEXT },
  {
    what: 'the letters',
    of: 'text file',
    reading: TEXT,
    change: { encoding: 'utf-8' },
    expected: { ...TEXT, encoding: 'utf-8' },
  },
  {
    what: 'the delimiter',
    of: 'text file',
    reading: TEXT,
    change: { delimiter: '|' },
    expected: { ...TEXT, delimiter: '|' },
  },
  {
    what: 'no headings',
    of: 'text file',
    reading: TEXT,
    change: { headerRowNumber: null },
    expected: { ...TEXT, headerRowNumber: null },
  },
  { what: 'nothing', of: 'workbook', reading: WORKBOOK, change: {}, expected: WORKBOOK },
  {
    what: 'the sheet and its headings',
    of: 'workbook',
    reading: WORKBOOK,
    change: { sheetName: 'June', headerRowNumber: 1 },
    expected: { sheetName: 'June', headerRowNumber: 1 },
  },
  {
    what: 'no headings',
    of: 'workbook',
    reading: WORKBOOK,
    change: { headerRowNumber: null },
    expected: { sheetName: 'May', headerRowNumber: null },
  },
])('changing $what of a $of changes that alone', ({ reading, change, expected }) => {
  expect(changeReading(reading, change)).toEqual(expected);
});

test('what earlier versions kept for a workbook besides goes away with the first change', () => {
  const kept: Reading = { ...WORKBOOK };
  Object.assign(kept, { encoding: 'utf-8', delimiter: ',' });
  expect(changeReading(kept, { headerRowNumber: 1 })).toStrictEqual({
    sheetName: 'May',
    headerRowNumber: 1,
  });
});

test.each<{ reading: Reading; change: Partial<Reading> }>([
  { reading: TEXT, change: { sheetName: 'June' } },
  { reading: WORKBOOK, change: { encoding: 'utf-8', delimiter: ',' } },
])('a part that the kind of file does not have is not taken over', ({ reading, change }) => {
  expect(changeReading(reading, change)).toStrictEqual(reading);
});
