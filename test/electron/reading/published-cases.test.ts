import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { readSheet } from '../../../electron/reading/read-sheet.ts';
import { readRecords } from '../../../shared/sheet/read-records.ts';
import type { Delimiter } from '../../../shared/sheet/sheet.ts';
import { sniffDelimiter } from '../../../shared/sheet/sniff-delimiter.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { CSV_SPECTRUM, FOUND_DELIMITERS, PAPAPARSE_CASES, READ_OTHERWISE } from './published-cases.ts';

/** The text as a file without headings, read in pieces of every small size. */
async function rowsOf(text: string, delimiter: Delimiter, chunkBytes: number): Promise<readonly unknown[]> {
  const file = path.join(temporaryFolder(), 'case.csv');
  writeFileSync(file, text);
  const rows: unknown[] = [];
  await readSheet(
    file,
    { reading: { encoding: 'utf-8', delimiter, headerRowNumber: null }, columns: [] },
    (batch) => {
      rows.push(...batch);
    },
    { chunkBytes },
  );
  return rows;
}

const ALL = [
  ...PAPAPARSE_CASES.map((one) => ({ ...one, from: 'PapaParse' })),
  ...READ_OTHERWISE.map((one) => ({ ...one, from: 'otherwise than PapaParse' })),
  ...CSV_SPECTRUM.map((one) => ({ ...one, from: 'csv-spectrum' })),
];

test.each(ALL)('$from: $name', async ({ text, delimiter = ',', records }) => {
  expect(readRecords(text, delimiter, 'end-of-file').records).toEqual(records);
  const rows = records
    .map((cells, index) => ({ rowNumber: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  for (const chunkBytes of [1, 2, 3, 5, 64]) {
    expect(await rowsOf(text, delimiter, chunkBytes)).toEqual(rows);
  }
});

test.each(FOUND_DELIMITERS)('finds what parts the cells of $text', ({ text, delimiter }) => {
  expect(sniffDelimiter(text, 'end-of-file').delimiter).toBe(delimiter);
});

test('a quotation mark that never closes is said, where PapaParse makes the rest of the file one cell', async () => {
  const text = 'a,"b,c\nd,e,f';
  expect(readRecords(text, ',', 'end-of-file')).toMatchObject({ records: [], rest: 'quote' });
  const file = path.join(temporaryFolder(), 'case.csv');
  writeFileSync(file, text);
  expect(await lookAtFile(file)).toEqual({
    ok: false,
    failure: { kind: 'quote-not-closed', fileName: 'case.csv', rowNumber: 1 },
  });
});

test('what is read otherwise than PapaParse reads it is really otherwise', () => {
  for (const { records, papaparse } of READ_OTHERWISE) {
    expect(records).not.toEqual(papaparse);
  }
});
