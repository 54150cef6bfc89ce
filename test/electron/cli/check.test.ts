import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../journal/made-import.ts';
import { makeWorkbook } from '../reading/workbook/make-workbook.ts';
import { runCli } from './run-cli.ts';

/** A row of texts; `hidden` as an attribute where the spreadsheet program does not show it. */
function rowOf(rowNumber: number, texts: readonly string[], attribute = ''): string {
  const cells = texts.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`));
  return `<row r="${rowNumber}"${attribute}>${cells.join('')}</row>`;
}

const LEADS = [
  rowOf(1, ['Helpline', '022-23456789', '']),
  rowOf(2, ['Name', 'Mobile', '']),
  rowOf(3, ['Ravi Kumar', '98765 12345 / 98123 98123', 'friend']),
  rowOf(4, ['Name', 'Mobile', '']),
  rowOf(6, ['Asha Rao', '9898989812', 'fair'], ' hidden="1"'),
  rowOf(7, ['Imran Khan', '', 'fair']),
].join('');

test('check tells of a workbook what the window tells, in sentences and for programs', async () => {
  const file = path.join(temporaryFolder(), 'leads.xlsx');
  const other = { rows: [rowOf(1, ['Name', 'Mobile']), rowOf(2, ['Meera', '9765432109'])].join('') };
  const before = '<cols><col min="3" max="3" hidden="1"/></cols>';
  writeFileSync(
    file,
    makeWorkbook({
      sheets: [
        { name: 'May', rows: LEADS, before },
        { name: 'June', ...other },
        { name: 'Old', state: 'hidden', ...other },
      ],
    }),
  );
  const [told, forPrograms] = await Promise.all([runCli(['check', file]), runCli(['check', file, '--json'])]);
  const lines = told.stdout.split('\n').map((line) => line.trim());
  expect(lines).toEqual(
    expect.arrayContaining([
      'leads.xlsx: headings in row 2, 3 rows, 3 columns.',
      'The sheet May is read. 2 others have rows too: June, Old (hidden in Excel). Choose with --sheet.',
      '1 row above the headings is not sent. Check that it is not a lead.',
      '1 blank row was skipped.',
      '1 row repeats the headings. It was skipped.',
      '1 row is hidden in the spreadsheet. It is read like the others.',
      '1 column is hidden in the spreadsheet. It is read like the others.',
      'The sheet Old is hidden in the spreadsheet. It is not read.',
      'column 3 → not sent',
    ]),
  );
  expect(told.stdout).toContain('leave only that one in the spreadsheet');
  expect(told.stdout).not.toMatch(/Looks right|Type it in|skip the row/u);
  expect(forPrograms.objects[0]).toEqual({
    kind: 'file',
    name: 'leads.xlsx',
    sheet: 'May',
    otherSheets: [
      { name: 'June', isHidden: false },
      { name: 'Old', isHidden: true },
    ],
    headerRow: 2,
    rows: 3,
    rowsAbove: 1,
    blankRows: 1,
    headingsAgain: 1,
    longRows: 0,
    hiddenRows: 1,
    columns: 3,
    hiddenColumns: 1,
  });
  expect(forPrograms.objects.at(-1)).toMatchObject({ kind: 'done', rows: 3 });
});
