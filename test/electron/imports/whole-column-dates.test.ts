import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newWorkspace, type Workspace } from '../../../shared/catalog/workspace.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { Recipe } from '../../../shared/mapping/recipe.ts';
import { DEFAULT_CHOICES } from '../../../shared/mapping/mapping.ts';
import type { JournalImportDesk } from '../../../electron/imports/import-desk.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { deskOn, must } from './desk-on.ts';

const WORKSPACE: Workspace = {
  ...newWorkspace('Acme'),
  fields: [{ apiName: 'follow_up', label: 'Follow up', type: 'date', options: null, trustValues: false }],
};

/** Many rows whose date fits both orders, then one that fits only one: beyond what a first look sees. */
function sheet(folder: string, lastDate: string): string {
  const rows = Array.from(
    { length: 2000 },
    (_unused, index) => `P${index},${9_000_000_001 + index},03/04/2026`,
  );
  const file = path.join(folder, 'leads.csv');
  writeFileSync(file, ['Name,Phone,Follow up', ...rows, `Last,9876501234,${lastDate}`, ''].join('\n'));
  return file;
}

async function prepare(desk: JournalImportDesk, file: string, recipe?: Recipe): Promise<ImportDetail> {
  const opened = must(await desk.open(file, 'w', recipe === undefined ? {} : { recipe }));
  return must(await desk.whenPrepared(opened.summary.importId));
}

async function sentDates(desk: JournalImportDesk, detail: ImportDetail): Promise<readonly unknown[]> {
  const page = must(await desk.page(detail.summary.importId, { kind: 'all' }, 1999, 2));
  return page.rows.map((row) => row.fields['follow_up']);
}

const indian = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) - 5.5 * 3_600_000;

test('the last row of a sheet can decide how the dates of all are read, before anything is ready', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, WORKSPACE);
  const detail = await prepare(desk, sheet(folder, '04/13/2026'));
  expect(detail.dates).toMatchObject([
    { columnIndex: 2, order: 'month-first', isCertain: true, example: { raw: '03/04/2026' } },
  ]);
  expect(detail.mapping.columns[2]?.choices.dateOrder).toBe('month-first');
  expect(detail.checked?.counts).toMatchObject({ ready: 2001, problem: 0 });
  expect(await sentDates(desk, detail)).toEqual([indian(2026, 3, 4), indian(2026, 4, 13)]);
});

test('dates that could be either are asked about, and stay so after a restart', async () => {
  const folder = temporaryFolder();
  const first = await deskOn(folder, WORKSPACE);
  const detail = await prepare(first, sheet(folder, '05/06/2026'));
  expect(detail.dates).toMatchObject([{ columnIndex: 2, order: 'day-first', isCertain: false }]);
  await first.close();
  const second = await deskOn(folder, WORKSPACE);
  expect(must(await second.read(detail.summary.importId)).dates).toEqual(detail.dates);
});

test('dates that contradict each other are read day first, and the impossible ones are problems', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, WORKSPACE);
  const file = sheet(folder, '04/13/2026');
  writeFileSync(file, 'Early,9876501235,25/04/2026\n', { flag: 'a' });
  const detail = await prepare(desk, file);
  expect(detail.dates).toMatchObject([{ order: 'day-first', isCertain: false }]);
  expect(detail.checked?.counts).toMatchObject({ ready: 2001, problem: 1 });
  expect(detail.checked?.groups).toMatchObject([{ kind: 'date-impossible', rowCount: 1 }]);
});

test('the order in a recipe wins over what the column shows', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, WORKSPACE);
  const recipe: Recipe = {
    kind: 'lead-importer-recipe',
    version: 2,
    extras: [],
    joins: [],
    constants: [],
    actions: [],
    name: 'Ours',
    duplicates: 'last-wins',
    decisions: [],
    columns: [
      {
        heading: 'Phone',
        occurrence: 1,
        target: { kind: 'field', apiName: 'phone' },
        choices: DEFAULT_CHOICES,
      },
      {
        heading: 'Follow up',
        occurrence: 1,
        target: { kind: 'field', apiName: 'follow_up' },
        choices: DEFAULT_CHOICES,
      },
    ],
  };
  const detail = await prepare(desk, sheet(folder, '04/13/2026'), recipe);
  expect(detail.mapping.columns[2]?.choices.dateOrder).toBe('day-first');
  expect(detail.checked?.counts).toMatchObject({ ready: 2000, problem: 1 });
});

test('a column that gets its date field later is read by what all its rows showed', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, WORKSPACE);
  const file = sheet(folder, '04/13/2026');
  const opened = must(await desk.open(file, 'w'));
  const columns = opened.mapping.columns.map((column) =>
    column.columnIndex === 2
      ? { ...column, target: { kind: 'not-sent' as const }, origin: 'chosen' as const }
      : column,
  );
  // Sent while the rows are still being read, with the order that the first look suggested.
  const left = must(await desk.match(opened.summary.importId, { ...opened.mapping, columns }));
  expect(left.mapping.columns[2]?.choices.dateOrder).toBe('month-first');
  const given = left.mapping.columns.map((column) =>
    column.columnIndex === 2
      ? { ...column, target: { kind: 'field' as const, apiName: 'follow_up' } }
      : column,
  );
  const matched = must(await desk.match(opened.summary.importId, { ...left.mapping, columns: given }));
  expect(await sentDates(desk, matched)).toEqual([indian(2026, 3, 4), indian(2026, 4, 13)]);
});
