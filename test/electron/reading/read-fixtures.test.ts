import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { readSheet } from '../../../electron/reading/read-sheet.ts';
import { EXPECTED_FAILURES, EXPECTED_SHEETS } from './expected-sheets.ts';
import { fixture, readWhole } from './read-whole.ts';

const SAMPLES = ['leads-clean.csv', 'leads-messy.csv', 'leads-semicolon-windows1252.csv'];

test.each(EXPECTED_SHEETS)('$file is read row for row', async (expected) => {
  const read = await readWhole(fixture(expected.file));
  expect(read).toMatchObject({ ok: true });
  if (read.ok) {
    const { facts, rows, totals } = read.value;
    expect(facts.reading).toEqual(expected.reading);
    expect(facts.columns.map((column) => column.heading)).toEqual(expected.headings);
    expect(rows.map(({ rowNumber, cells }) => [rowNumber, ...cells])).toEqual(expected.rows);
    const { blankRowCount, longRowCount } = expected;
    expect(totals).toEqual({ rowCount: expected.rows.length, blankRowCount, longRowCount });
    expect(facts).toMatchObject({ fileName: expected.file, isWhole: true, firstRows: rows });
  }
});

test.each(EXPECTED_FAILURES)('$file is refused: $failure.kind', async ({ file, failure }) => {
  expect(await lookAtFile(fixture(file))).toEqual({ ok: false, failure });
});

test('every file in the folder is tried here', () => {
  const tried = [...EXPECTED_SHEETS, ...EXPECTED_FAILURES].map(({ file }) => file);
  const present = readdirSync(fixture('.')).filter((file) => /\.(?:csv|txt)$/u.test(file));
  expect([...tried, ...SAMPLES].sort()).toEqual(present.sort());
});

test('the messy sample keeps its 240 leads at the rows where Excel shows them', async () => {
  const read = await readWhole(fixture('leads-messy.csv'));
  expect(read).toMatchObject({
    ok: true,
    value: {
      totals: { rowCount: 240, blankRowCount: 8, longRowCount: 0 },
      facts: { sheetName: 'leads-messy', reading: { encoding: 'utf-8', delimiter: ',', headerRowNumber: 1 } },
    },
  });
  if (read.ok) {
    const { rows } = read.value;
    expect(rows[3]?.rowNumber).toBe(5);
    expect(rows[3]?.cells.slice(0, 2)).toEqual(['4', '  Imran Fernandes  ']);
    expect(rows[3]?.cells.at(-1)).toBe('line one\nline two');
    expect(rows.at(-1)?.rowNumber).toBe(249);
    expect(rows.at(-1)?.cells.at(-1)).toBe('मुझे कॉल करें');
    expect(rows.every(({ cells }) => cells.length === 14)).toBe(true);
    expect(rows.map(({ cells }) => cells[0])).toEqual(
      Array.from({ length: 240 }, (_, index) => String(index + 1)),
    );
  }
});

test('the sample in windows-1252 keeps its letters', async () => {
  const read = await readWhole(fixture('leads-semicolon-windows1252.csv'));
  expect(read.ok && read.value.rows[0]).toEqual({
    rowNumber: 2,
    cells: ['José Núñez', '+91 6259106736', 'x0@example.org', 'Köln', '29.070,50'],
  });
});

test.each([...EXPECTED_SHEETS.map(({ file }) => file), ...SAMPLES])(
  '%s gives the same rows in whatever pieces it is read',
  async (file) => {
    const whole = await readWhole(fixture(file));
    const sizes =
      file === 'leads-messy.csv' ? [1, 7, 777, 4096, 65_536] : [1, 2, 3, 4, 5, 6, 7, 11, 64, 1000];
    for (const chunkBytes of sizes) {
      expect(await readWhole(fixture(file), { chunkBytes })).toEqual(whole);
    }
  },
);

test('a file can be read otherwise than it was understood', async () => {
  const looked = await lookAtFile(fixture('windows-1252-euro.csv'), {
    encoding: 'utf-16le',
    headerRowNumber: null,
  });
  expect(looked).toMatchObject({
    ok: true,
    value: { reading: { encoding: 'utf-16le', headerRowNumber: null } },
  });
  const read = await readSheet(
    fixture('no-heading.csv'),
    { reading: { encoding: 'utf-8', delimiter: ';', headerRowNumber: 1 }, columns: [] },
    () => undefined,
  );
  expect(read).toEqual({ ok: true, value: { rowCount: 2, blankRowCount: 0, longRowCount: 2 } });
});
