import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import { openFiles } from '../../../electron/window/open-files.ts';
import type { JournalImportDesk } from '../../../electron/imports/import-desk.ts';
import { deskOn, must } from '../imports/desk-on.ts';
import { temporaryFolder } from '../journal/made-import.ts';

function sheets(folder: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_unused, index) => {
    const file = path.join(folder, `part-${index + 1}.csv`);
    writeFileSync(file, `Name,Phone\nAsha,${9_000_000_001 + index}\n`);
    return file;
  });
}

const opener = (desk: JournalImportDesk) => (file: string) => desk.open(file, 'w');

test('files that come together are all opened; the first is shown and the others are named', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(path.join(folder, 'data'), newWorkspace('Acme'));
  const opened = must(await openFiles(sheets(folder, 5), opener(desk)));
  expect(opened).toMatchObject({
    detail: { summary: { fileName: 'part-1.csv' } },
    others: ['part-2.csv', 'part-3.csv', 'part-4.csv', 'part-5.csv'],
    refused: [],
  });
  for (const { importId } of desk.imports()) {
    expect(must(await desk.whenPrepared(importId)).checked?.counts.ready).toBe(1);
  }
  expect(desk.imports().map(({ fileName, stage }) => [fileName, stage])).toEqual(
    [5, 4, 3, 2, 1].map((number) => [`part-${number}.csv`, 'open']),
  );
  expect(desk.preparing()).toEqual([]);
});

test('one that cannot be opened says why and does not keep the others from it', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(path.join(folder, 'data'), newWorkspace('Acme'));
  const missing = path.join(folder, 'gone.csv');
  const opened = must(await openFiles([missing, ...sheets(folder, 2)], opener(desk)));
  expect(opened).toMatchObject({
    detail: { summary: { fileName: 'part-1.csv' } },
    others: ['part-2.csv'],
    refused: [{ kind: 'file-missing', fileName: 'gone.csv' }],
  });
  expect(await openFiles([missing], opener(desk))).toEqual({
    ok: false,
    failure: { kind: 'file-missing', fileName: 'gone.csv' },
  });
});

test('a file that waits for its turn can be cancelled', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(path.join(folder, 'data'), newWorkspace('Acme'));
  must(await openFiles(sheets(folder, 6), opener(desk)));
  const [last] = desk.imports();
  const { value } = (await desk.cancel(last?.importId ?? '')) as { value: { isCancelled: boolean } };
  expect(desk.imports()).toHaveLength(value.isCancelled ? 5 : 6);
  for (const { importId } of desk.imports()) {
    must(await desk.whenPrepared(importId));
  }
});
