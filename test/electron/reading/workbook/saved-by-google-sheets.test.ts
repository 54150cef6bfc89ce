import { expect, test } from 'vitest';
import { fixture, readWhole } from '../read-whole.ts';
import { readWorkbook } from './read-workbook.ts';

/** Rows of a sheet: the row number, then its cells. */
type ExpectedSheet = {
  readonly sheet: string;
  readonly rows: readonly (readonly [number, ...(string | null)[]])[];
};

/** Looked up in the parts of the files themselves: the numbers of days, the shared texts, the cells of each row. */
const SAVED_BY_GOOGLE_SHEETS: Readonly<Record<string, readonly ExpectedSheet[]>> = {
  days: [
    {
      sheet: 'sheet1',
      rows: [
        [1, 'date', 'number'],
        // Stored as 43018.0 and 1.0 and so on, below them an empty row that is only high.
        [2, '2017-10-10', '1'],
        [3, '2017-10-11', '2'],
        [4, '2017-10-12', '3'],
        [5, '2017-10-13', '4'],
        [6, '2017-10-14', '5'],
        [7, '2017-10-15', '6'],
        [8, '2017-10-16', '7'],
        [9, '2017-10-17', '8'],
        [10, '2017-10-18', '9'],
        [11, '2017-10-19', '10'],
      ],
    },
  ],
  'rich-text': [
    {
      sheet: 'ロックスケジュール',
      rows: [
        [1, 'id', 'memo'],
        // One word of three is green.
        [2, '1', 'abc def ghi '],
        [3, '2', 'pqr stu'],
      ],
    },
  ],
  'two-sheets': [
    {
      sheet: 'fruit',
      rows: [
        [1, 'item', 'price', 'number', 'buyer'],
        [2, 'apple', '100', 'two', 'Andy;Bob'],
        [3, 'banana', '200', 'twelve ', 'Tom;'],
        [4, 'coffee', '150', ' three', 'Mary; Calvin'],
      ],
    },
    {
      sheet: 'car',
      rows: [
        [1, 'Type', 'Price'],
        [2, 'Car', '10000'],
        [3, 'Bus', '200000'],
      ],
    },
  ],
  'blank-cells': [
    {
      sheet: '工作表1',
      rows: [
        [1, 'price', 'product.Type.hasGPS', 'Model name'],
        // The four cells to the right of these have a style and nothing else.
        [2, '100', 'y', 'sedan 01'],
        [3, '150', 'y', 'SUV 22'],
        [4, '200', 'n', 'Sports Cars IV'],
      ],
    },
  ],
};

test.each(Object.keys(SAVED_BY_GOOGLE_SHEETS))(
  'what Google Sheets saved as %s.xlsx is read row for row',
  async (name) => {
    const book = await readWorkbook(fixture(`workbooks/saved-by-google-sheets-${name}.xlsx`));
    expect(book.ok).toBe(true);
    const sheets = book.ok ? book.value : [];
    expect(
      sheets.map((sheet) => ({
        sheet: sheet.name,
        rows: sheet.rows.map(({ rowNumber, cells }) => [rowNumber, ...cells]),
      })),
    ).toEqual(SAVED_BY_GOOGLE_SHEETS[name]);
  },
);

test.each([
  { name: 'days', sheet: 'sheet1', headings: ['date', 'number'], rowCount: 10 },
  { name: 'rich-text', sheet: 'ロックスケジュール', headings: ['id', 'memo'], rowCount: 2 },
  { name: 'two-sheets', sheet: 'fruit', headings: ['item', 'price', 'number', 'buyer'], rowCount: 3 },
  {
    name: 'blank-cells',
    sheet: '工作表1',
    headings: ['price', 'product.Type.hasGPS', 'Model name'],
    rowCount: 3,
  },
])(
  'of $name.xlsx the sheet $sheet is chosen with headings in row 1 and no column behind the last heading',
  async ({ name, sheet, headings, rowCount }) => {
    const read = await readWhole(fixture(`workbooks/saved-by-google-sheets-${name}.xlsx`));
    expect(read).toMatchObject({
      ok: true,
      value: {
        facts: { sheetName: sheet, reading: { headerRowNumber: 1, sheetName: sheet }, isWhole: true },
        totals: { rowCount, blankRowCount: 0, longRowCount: 0 },
      },
    });
    expect(read.ok ? read.value.facts.columns.map(({ heading }) => heading) : []).toEqual(headings);
  },
);

test('a day that Google Sheets shows month first keeps its number and what is shown', async () => {
  const book = await readWorkbook(fixture('workbooks/saved-by-google-sheets-days.xlsx'));
  const lastRow = book.ok ? book.value[0]?.rows.at(-1) : undefined;
  expect(lastRow?.origins).toEqual({ 0: { raw: 43_027, format: 'M/d/yyyy', shown: '10/19/2017' } });
});
