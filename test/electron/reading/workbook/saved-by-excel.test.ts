import { expect, test } from 'vitest';
import { fixture } from '../read-whole.ts';
import { readWorkbook } from './read-workbook.ts';

/** Rows of a sheet: the row number, then the cells parted by bars; nothing between two bars is no cell. */
type ExpectedSheet = { readonly sheet: string; readonly rows: readonly (readonly [number, string])[] };

/** Looked at in the files' own words: beside each value of `types` stands what it is. */
const SAVED_BY_EXCEL: Readonly<Record<string, readonly ExpectedSheet[]>> = {
  types: [
    {
      sheet: 'logical_coercion',
      rows: [
        [1, 'maybe boolean?|description'],
        [2, '|empty'],
        [3, '0|0 (numeric)'],
        [4, '1|1 (numeric)'],
        [5, '2016-01-01|datetime'],
        [6, 'TRUE|boolean true'],
        [7, 'FALSE|boolean false'],
        [8, 'cabbage|"cabbage"'],
        [9, 'true|the string "true"'],
        [10, 'F|the letter "F"'],
        [11, 'False|"False" preceded by single quote'],
      ],
    },
    {
      sheet: 'numeric_coercion',
      rows: [
        [1, 'maybe numeric?|explanation'],
        [2, '|empty'],
        [3, 'TRUE|boolean true'],
        [4, 'FALSE|boolean false'],
        [5, '2014-12-23|datetime'],
        [6, '123456|the string "123456"'],
        [7, '123456|the number 123456'],
        [8, 'cabbage|"cabbage"'],
      ],
    },
    {
      sheet: 'date_coercion',
      rows: [
        [1, 'maybe a datetime?|explanation'],
        [2, '|empty'],
        [3, '2016-05-23|date only format'],
        [4, '2016-04-28 11:30:00|date and time format'],
        [5, 'TRUE|boolean true'],
        [6, 'cabbage|"cabbage"'],
        [7, '4.3|4.3 (numeric)'],
        [8, '39448|another numeric'],
      ],
    },
    {
      sheet: 'text_coercion',
      rows: [
        [1, 'text|explanation'],
        [2, '|empty'],
        [3, 'cabbage|"cabbage"'],
        [4, 'TRUE|boolean true'],
        [5, '1.3|numeric'],
        [6, '2016-09-24|datetime'],
        [7, '36436153|another numeric'],
      ],
    },
  ],
  list: [
    {
      sheet: 'list-column',
      rows: [
        [1, 'name|value'],
        [2, 'Name|Clippy'],
        [3, 'Species|paperclip'],
        [4, 'Approx date of death|2007-01-01'],
        [5, 'Weight in grams|0.9'],
      ],
    },
    {
      sheet: 'two-row-header',
      rows: [
        [1, 'name|species|death|weight'],
        [2, '(at birth)|(office supply type)|(date is approximate)|(in grams)'],
        [3, 'Clippy|paperclip|2007-01-01|0.9'],
      ],
    },
  ],
  'from-b3': [
    {
      sheet: 'Sheet1',
      rows: [
        [3, '|B3|C3|D3'],
        [4, '|B4|C4|D4'],
        [5, '|B5|C5|D5'],
        [6, '|B6|C6|D6'],
      ],
    },
  ],
};

test.each([
  ['types', 'xlsx'],
  ['types', 'xls'],
  ['list', 'xlsx'],
  ['list', 'xls'],
  ['from-b3', 'xlsx'],
])('what Excel saved as %s.%s is read row for row', async (name, format) => {
  const book = await readWorkbook(fixture(`workbooks/saved-by-excel-${name}.${format}`));
  expect(book.ok).toBe(true);
  const sheets = book.ok ? book.value : [];
  expect(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      rows: sheet.rows.map(({ rowNumber, cells }) => [rowNumber, cells.map((cell) => cell ?? '').join('|')]),
    })),
  ).toEqual(SAVED_BY_EXCEL[name]);
});
