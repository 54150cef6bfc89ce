import { appendFileSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lookAtFile } from '../../../../electron/reading/look-at-file.ts';
import { readSheet } from '../../../../electron/reading/read-sheet.ts';
import { readingSchema } from '../../../../shared/ipc.ts';
import type { Reading, SheetFacts } from '../../../../shared/sheet/sheet.ts';
import { fixture, readWhole } from '../read-whole.ts';
import { makeWorkbook, type MadeSheet } from './make-workbook.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'look-at-workbooks-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(sheets: readonly MadeSheet[], name = 'leads.xlsx'): string {
  const file = path.join(folder, name);
  writeFileSync(file, makeWorkbook({ sheets }));
  return file;
}

/** Rows of texts, from row 1; an empty list is no row. */
function rowsOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, index) => {
      const inside = cells.map((text) =>
        text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return cells.length === 0 ? '' : `<row r="${index + 1}">${inside.join('')}</row>`;
    })
    .join('');
}

const LEADS = rowsOf([
  ['Name', 'Mobile'],
  ['Ravi', '9876501234'],
  ['Asha', '9876501235'],
]);

async function look(file: string, wish: Partial<Reading> = {}): Promise<SheetFacts> {
  const looked = await lookAtFile(file, wish);
  if (!looked.ok) {
    throw new Error(looked.failure.kind);
  }
  return looked.value;
}

test.each(['xlsx', 'xls', 'ods'])(
  'of many-traps.%s the sheet with leads is chosen, headings in row 3',
  async (format) => {
    const read = await readWhole(fixture(`workbooks/many-traps.${format}`));
    expect(read).toMatchObject({
      ok: true,
      value: {
        facts: {
          fileName: `many-traps.${format}`,
          sheetName: 'May',
          isWhole: true,
          hiddenColumnCount: 1,
          reading: { headerRowNumber: 3, sheetName: 'May' },
          sheets: [
            { name: 'Notes', visibility: 'visible', hasData: true },
            { name: 'May', visibility: 'visible', hasData: true, headerRowNumber: 3 },
            { name: 'Old leads', visibility: 'hidden', hasData: true, headerRowNumber: 1 },
            { name: 'Empty', visibility: 'visible', hasData: false, headerRowNumber: null },
          ],
        },
        totals: { rowCount: 5, blankRowCount: 1, longRowCount: 0, hiddenRowCount: 1 },
      },
    });
    if (read.ok) {
      expect(read.value.facts.columns.map(({ heading }) => heading)).toContain('Pin Code');
      expect(read.value.rows.map(({ rowNumber }) => rowNumber)).toEqual([4, 5, 6, 7, 9]);
      expect(read.value.facts.firstRows).toEqual(read.value.rows);
    }
  },
);

test('the fair’s workbook opens at its first day, and every lead is read', async () => {
  const read = await readWhole(fixture('fair-leads.xlsx'));
  expect(read).toMatchObject({
    ok: true,
    value: {
      facts: { sheetName: 'Day 1', reading: { headerRowNumber: 3, sheetName: 'Day 1' } },
      totals: { rowCount: 120, longRowCount: 0 },
    },
  });
});

test.each([
  { file: 'fair-leads.xlsx', reading: { headerRowNumber: 3, sheetName: 'Day 1' } },
  {
    file: 'leads-semicolon-windows1252.csv',
    reading: { encoding: 'windows-1252', delimiter: ';', headerRowNumber: 1 },
  },
])(
  'how $file is read says nothing that only another kind of file has, and the window may send it back',
  async ({ file, reading }) => {
    const facts = await look(fixture(file));
    expect(facts.reading).toStrictEqual(reading);
    expect(readingSchema.safeParse(facts.reading)).toEqual({ success: true, data: reading });
  },
);

test.each([
  { encoding: 'utf-8', delimiter: ',', headerRowNumber: 1, sheetName: 'May' },
  { encoding: 'utf-8', headerRowNumber: 1 },
  { headerRowNumber: 1 },
])('a reading that is of no kind of file does not come in from the window', (reading) => {
  expect(readingSchema.safeParse(reading).success).toBe(false);
});

test('another sheet and another row of headings can be chosen', async () => {
  const file = fixture('fair-leads.xlsx');
  expect(await look(file, { sheetName: 'Day 2' })).toMatchObject({
    reading: { headerRowNumber: 1, sheetName: 'Day 2' },
  });
  const none = await look(file, { sheetName: 'Day 2', headerRowNumber: null });
  expect(none.firstRows[0]).toEqual({ rowNumber: 1, cells: ['Name', 'Mobile'] });
  expect(await lookAtFile(file, { sheetName: 'Day 3' })).toEqual({
    ok: false,
    failure: {
      kind: 'sheet-not-there',
      fileName: 'fair-leads.xlsx',
      sheetName: 'Day 3',
      sheetNames: ['Read me', 'Day 1', 'Day 2'],
    },
  });
});

test('the first sheet with phone numbers wins over a summary before it, and a hidden one never does', async () => {
  const summary = rowsOf([
    ['City', 'Count'],
    ['Pune', '12'],
  ]);
  const file = fileOf([
    { name: 'Hidden', state: 'hidden', rows: LEADS },
    { name: 'Summary', rows: summary },
    { name: 'May', rows: LEADS },
    { name: 'June', rows: LEADS },
  ]);
  expect((await look(file)).sheetName).toBe('May');
  const onlyHidden = fileOf([{ rows: '' }, { name: 'Hidden', state: 'veryHidden', rows: LEADS }]);
  expect((await look(onlyHidden)).sheetName).toBe('Hidden');
});

test('headings are found below empty rows, and columns without a heading keep their values', async () => {
  const rows = [
    ...Array.from({ length: 60 }, () => []),
    ['Leads'],
    [],
    ['Name', 'Mobile', 'City'],
    ['Ravi', '9876501234', 'Pune', 'late'],
  ];
  const facts = await look(fileOf([{ rows: rowsOf(rows) }]));
  expect(facts.reading.headerRowNumber).toBe(63);
  expect(facts.columns.map(({ heading }) => heading)).toEqual(['Name', 'Mobile', 'City', '']);
});

test('a workbook without a value, and headings without rows, are said to be that', async () => {
  expect(await lookAtFile(fileOf([{ rows: '' }, { rows: '<row r="5"><c s="0"/></row>' }]))).toMatchObject({
    failure: { kind: 'no-sheet-with-data' },
  });
  const file = fileOf([{ rows: rowsOf([['Name', 'Mobile']]) }]);
  expect(await lookAtFile(file, { headerRowNumber: 1 })).toMatchObject({
    failure: { kind: 'file-only-heading' },
  });
});

test('a workbook that was saved since it was looked at is not read', async () => {
  const file = path.join(folder, 'changed.xlsx');
  copyFileSync(fixture('fair-leads.xlsx'), file);
  const facts = await look(file);
  appendFileSync(file, 'x');
  expect(await readSheet(file, facts, () => undefined)).toMatchObject({ failure: { kind: 'file-changed' } });
});

test('rows come in full batches wherever titles and blank rows stand, only the last is shorter', async () => {
  const many = Array.from({ length: 700 }, (_unused, index) =>
    index % 9 === 0 ? [] : [`Ravi ${index}`, String(9_876_501_234 + index)],
  );
  const file = fileOf([{ rows: rowsOf([['Leads of May'], ['Name', 'Mobile'], ...many]) }]);
  const sizes: number[] = [];
  const read = await readSheet(file, await look(file), (rows) => void sizes.push(rows.length));
  expect(sizes).toEqual([256, 256, 110]);
  expect(read).toMatchObject({ ok: true, value: { rowCount: 622, blankRowCount: 78 } });
});

test('a sheet that was renamed since is not there', async () => {
  const { reading, columns } = await look(fileOf([{ name: 'May', rows: LEADS }]));
  const file = fileOf([{ name: 'Mai', rows: LEADS }]);
  expect(await readSheet(file, { reading, columns }, () => undefined)).toEqual({
    ok: false,
    failure: { kind: 'sheet-not-there', fileName: 'leads.xlsx', sheetName: 'May', sheetNames: ['Mai'] },
  });
});

test('the content decides: a workbook named .csv and an archive of pictures named .xlsx', async () => {
  const file = path.join(folder, 'leads.csv');
  writeFileSync(file, makeWorkbook({ sheets: [{ rows: LEADS }] }));
  expect((await look(file)).sheetName).toBe('Sheet1');
  const page = await readWhole(fixture('web-page-named.xls'));
  expect(page.ok && page.value.rows.map(({ cells }) => cells)).toEqual([['Ravi', '9876501234']]);
});

test('headings that come again are no rows, blank ones are counted beside them, and rows above are known', async () => {
  const rows = [
    ['Helpline', '022-23456789'],
    ['Name', 'Mobile'],
    ['Ravi', '9876501234'],
    ['Name', 'Mobile'],
    [],
    ['Asha', '9876501235'],
    ['Name', 'Mobile'],
  ];
  const read = await readWhole(fileOf([{ name: 'Leads', rows: rowsOf(rows) }]));
  expect(read).toMatchObject({
    ok: true,
    value: {
      facts: { reading: { headerRowNumber: 2 }, rowsAbove: { rowCount: 1, mayBeData: true } },
      totals: { rowCount: 2, blankRowCount: 1, headingAgainCount: 2 },
      rows: [{ rowNumber: 3 }, { rowNumber: 6 }],
    },
  });
});

test('a cell without an end is told by its row', async () => {
  const long = [
    ['Name', 'Mobile'],
    ['Ravi', '9876501234'],
    ['Asha', 'x'.repeat(1_200_000)],
  ];
  expect(await lookAtFile(fileOf([{ rows: rowsOf(long) }]))).toEqual({
    ok: false,
    failure: { kind: 'row-too-long', fileName: 'leads.xlsx', rowNumber: 3, limit: 1_000_000 },
  });
});
