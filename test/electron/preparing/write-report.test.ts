import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { makeWords } from '../../../shared/words/make-words.ts';
import { writeReport } from '../../../electron/preparing/write-report.ts';
import { phoneOf, stage, temporaryFolder } from '../journal/made-import.ts';
import { readWorkbook } from '../reading/workbook/read-workbook.ts';

const words = makeWords('en');

/** Writes a report of one column and reads that column back: as our own reader has it and as SheetJS has it. */
async function cellsBack(
  heading: string,
  cells: readonly string[],
): Promise<readonly (readonly unknown[])[]> {
  const folder = temporaryFolder();
  const path = join(folder, 'report.xlsx');
  const people = cells.map((cell, index) => [cell, phoneOf(index)]);
  const { journal, prepared } = stage(join(folder, 'import.sqlite'), people);
  const views = cells.map((_cell, index) => prepared.view(index));
  journal.database.close();
  const columns = [{ index: 0, heading }];
  const written = await writeReport(path, { views, columns, fields: [], rows: 'all', words });
  expect(written).toEqual({ ok: true, value: { rowCount: cells.length } });
  const book = await readWorkbook(path);
  const ours = book.ok ? (book.value[0]?.rows.map((row) => row.cells.at(-1)) ?? []) : [book.failure];
  const theirBook = read(readFileSync(path), { type: 'buffer' });
  const theirSheet = theirBook.Sheets[theirBook.SheetNames[0] ?? ''];
  const theirs = utils.sheet_to_json<string[]>(theirSheet ?? {}, { header: 1 }).map((row) => row.at(-1));
  return [ours, theirs];
}

it('has cells whose texts are names that JavaScript knows', async () => {
  const names = [...Object.getOwnPropertyNames(Object.prototype), 'hasownproperty', '0', 'length'];
  const expected = ['toString', ...names];
  expect(await cellsBack('toString', names)).toEqual([expected, expected]);
});

it('has cells that look like the escapes of workbooks as they are', async () => {
  const cells = [
    '_x0041_',
    'a_x005F_x0041_b',
    '_x000d_',
    '_xyz_',
    'first\nsecond',
    'Ren\uFFFD',
    'one\rtwo\u0092three\u0084',
  ];
  const expected = ['Name', ...cells];
  expect(await cellsBack('Name', cells)).toEqual([expected, expected]);
});

it('leaves out of cells and headings what no workbook can hold', async () => {
  const expected = ['Name', 'Asha'];
  expect(await cellsBack('Na\u0001me', ['As\u0000ha\uFFFF'])).toEqual([expected, expected]);
});

it('has no cell in CSV that a spreadsheet program would run, however its sign is written', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'report.csv');
  const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
  const people = signs.map((sign, index) => [`${sign}cmd|calc\nx`, phoneOf(index)]);
  const { journal, prepared } = stage(join(folder, 'import.sqlite'), people);
  const views = people.map((_person, index) => prepared.view(index));
  journal.database.close();
  const columns = [{ index: 0, heading: 'Name' }];
  expect((await writeReport(path, { views, columns, fields: [], rows: 'all', words })).ok).toBe(true);
  const text = readFileSync(path, 'utf8');
  for (const sign of signs) {
    expect(text).toContain(`"'${sign}cmd|calc`);
    expect(text).not.toContain(`"${sign}cmd`);
  }
});
