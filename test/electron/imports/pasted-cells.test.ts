import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { deskOn, must } from './desk-on.ts';

const CELLS =
  'Name\tPhone\tRemarks\r\nAsha\t98765 01234\t"call\nafter 5, ""please"""\r\nसुनीता\t9876501235\t\r\n';

test('pasted cells become an import like any file, and can be read otherwise', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, newWorkspace('Acme'));
  const { importId } = must(await desk.openPasted(CELLS, 'Pasted cells.tsv', 'w')).summary;
  const detail = must(await desk.whenPrepared(importId));
  expect(detail).toMatchObject({
    summary: { fileName: 'Pasted cells.tsv' },
    facts: { reading: { encoding: 'utf-8', delimiter: '\t', headerRowNumber: 1 } },
    totals: { rowCount: 2 },
    checked: { counts: { ready: 2 } },
  });
  const page = must(await desk.page(importId, { kind: 'all' }, 0, 10));
  expect(page.rows.map(({ cells }) => cells)).toEqual([
    ['Asha', '98765 01234', 'call\nafter 5, "please"'],
    ['सुनीता', '9876501235', ''],
  ]);
  must(await desk.setReading(importId, { ...detail.facts.reading, headerRowNumber: null }));
  expect(must(await desk.whenPrepared(importId)).totals?.rowCount).toBe(3);
});

test('only this user can read pasted cells, and they go with their import', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, newWorkspace('Acme'));
  const one = must(await desk.openPasted(CELLS, 'Pasted cells.tsv', 'w')).summary.importId;
  const other = must(await desk.openPasted(CELLS, 'Pasted cells.tsv', 'w')).summary.importId;
  must(await desk.whenPrepared(one));
  must(await desk.whenPrepared(other));
  const kept = path.join(folder, 'pasted', one, 'Pasted cells.tsv');
  if (process.platform !== 'win32') {
    expect(statSync(kept).mode & 0o777).toBe(0o600);
  }
  must(await desk.delete(one));
  expect(existsSync(kept)).toBe(false);
  expect(readdirSync(path.join(folder, 'pasted'))).toEqual([other]);
});

test('cells that cannot be opened leave nothing behind', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, newWorkspace('Acme'));
  expect(await desk.openPasted('Name\tPhone\r\n', 'Pasted cells.tsv', 'w')).toEqual({
    ok: false,
    failure: { kind: 'file-only-heading', fileName: 'Pasted cells.tsv' },
  });
  expect(readdirSync(path.join(folder, 'pasted'))).toEqual([]);
  expect(desk.imports()).toEqual([]);
});
