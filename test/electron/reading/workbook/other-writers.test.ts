import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write as writeWithSheetJs, type BookType } from '@e965/xlsx';
import { write as writeWithHucre } from 'hucre';
import writeWithWriteExcelFile from 'write-excel-file/node';
import { afterAll, expect, test } from 'vitest';
import { readWorkbook, table } from './read-workbook.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'other-writers-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const DAY = new Date(Date.UTC(2026, 3, 3));
const HEADINGS = ['Name', 'Mobile', 'Called on', 'Is won', 'Budget', 'Remarks'];
const ROWS: readonly (readonly [string, number, Date, boolean, number, string])[] = [
  ['सुनीता & <Co>', 919876501234, DAY, true, 1234.5, 'line one\nline two'],
  ['Zoë D’Souza', 9876501235, new Date(Date.UTC(1999, 11, 31)), false, -0.25, '😀 "quoted"'],
  ['Imran', 1, new Date(Date.UTC(2024, 1, 29)), true, 0, '  padded  '],
];

const READ = [
  [1, ...HEADINGS],
  [2, 'सुनीता & <Co>', '919876501234', '2026-04-03', 'TRUE', '1234.5', 'line one\nline two'],
  [3, 'Zoë D’Souza', '9876501235', '1999-12-31', 'FALSE', '-0.25', '😀 "quoted"'],
  [4, 'Imran', '1', '2024-02-29', 'TRUE', '0', '  padded  '],
];

async function readBack(name: string, bytes: Uint8Array): Promise<unknown> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const book = await readWorkbook(file);
  return book.ok ? book.value.map((sheet) => [sheet.name, table(sheet.rows)]) : book;
}

// Not as OpenDocument: there SheetJS writes days as bare numbers.
test.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'xlml'] as const satisfies BookType[])(
  'what SheetJS writes as %s is read back',
  async (bookType) => {
    const sheet = utils.aoa_to_sheet([HEADINGS, ...ROWS.map((row) => [...row])], { UTC: true, dense: true });
    for (const [, , day] of (sheet['!data'] ?? []).slice(1)) {
      if (day !== undefined) {
        day.z = 'dd/mm/yyyy';
      }
    }
    const bytes: unknown = writeWithSheetJs(utils.book_new(sheet, 'Leads'), { bookType, type: 'buffer' });
    expect(bytes).toBeInstanceOf(Uint8Array);
    if (bytes instanceof Uint8Array) {
      expect(await readBack(`leads-${bookType}`, bytes)).toEqual([['Leads', READ]]);
    }
  },
);

test.each(['shared', 'inline'] as const)('what hucre writes with %s texts is read back', async (strings) => {
  const bytes = await writeWithHucre({
    sheets: [{ name: 'Leads', rows: [HEADINGS, ...ROWS.map((row) => [...row])] }],
    stringMode: strings,
  });
  expect(await readBack(`hucre-${strings}.xlsx`, bytes)).toEqual([['Leads', READ]]);
});

test('what write-excel-file writes is read back', async () => {
  const data = [
    HEADINGS.map((value) => ({ value })),
    ...ROWS.map(([name, mobile, day, isWon, budget, remarks]) => [
      { value: name },
      { value: mobile },
      { value: day, format: 'dd/mm/yyyy' },
      { value: isWon },
      { value: budget },
      { value: remarks },
    ]),
  ];
  const file = path.join(folder, 'write-excel-file.xlsx');
  await writeWithWriteExcelFile(data, { sheet: 'Leads' }).toFile(file);
  const book = await readWorkbook(file);
  expect(book.ok && book.value.map((sheet) => [sheet.name, table(sheet.rows)])).toEqual([['Leads', READ]]);
});
