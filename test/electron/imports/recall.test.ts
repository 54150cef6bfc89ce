import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import type { ImportDetail } from '../../../shared/import.ts';
import type { JournalImportDesk } from '../../../electron/imports/import-desk.ts';
import { MappingMemory } from '../../../electron/memory/mapping-memory.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { deskOn, must } from './desk-on.ts';

const WORKSPACE = {
  ...newWorkspace('Acme'),
  fields: [
    {
      apiName: 'city',
      label: 'City',
      type: 'dropdown' as const,
      options: ['Pune'],
      trustValues: false,
    },
  ],
};

async function prepare(
  desk: JournalImportDesk,
  folder: string,
  name: string,
  text: string,
): Promise<ImportDetail> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const opened = must(await desk.open(file, 'w'));
  return must(await desk.whenPrepared(opened.summary.importId));
}

/** The second column is sent to a field that its heading does not suggest. */
async function teach(desk: JournalImportDesk, folder: string): Promise<ImportDetail> {
  const detail = await prepare(desk, folder, 'may.csv', 'Mobile,Where,Note\n9820417365,Punee,x\n');
  const { importId } = detail.summary;
  const columns = detail.mapping.columns.map((column) =>
    column.heading === 'Where' ? { ...column, target: { kind: 'field' as const, apiName: 'city' } } : column,
  );
  const matched = must(await desk.match(importId, { ...detail.mapping, columns }));
  const groupId = `${matched.checked?.groups[0]?.groupId}:Punee`;
  must(await desk.decide(importId, groupId, { kind: 'use-instead', text: 'Pune' }));
  must(await desk.remember(importId));
  return matched;
}

test('the next file of the same kind is matched and answered as the one before it, also after a restart', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, WORKSPACE, new MappingMemory(folder, () => 'm'));
  await teach(desk, folder);
  const text = 'Mobile,Where,Note,Budget\n9876543211,Punee,x,5\n9876543212,Delhi,x,5\n';
  const june = await prepare(desk, folder, 'june.csv', text);
  expect(june.drift).toMatchObject({ memoryId: 'm', fileName: 'may.csv', sameCount: 3, added: ['Budget'] });
  expect(june.mapping.columns[1]).toMatchObject({ target: { apiName: 'city' }, origin: 'recalled' });
  expect(june.checked?.counts).toMatchObject({ ready: 1, problem: 1 });
  await desk.close();

  const again = await deskOn(folder, WORKSPACE, new MappingMemory(folder, () => 'n'));
  expect(must(await again.read(june.summary.importId)).drift).toEqual(june.drift);
  const loaded = must(
    await again.loadRecipe(june.summary.importId, must(await again.recipe(june.summary.importId)), 'r.json'),
  );
  expect(loaded.drift).toBeNull();
});

test('nothing is recalled for a sheet without headings, nor by a desk without memory', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, WORKSPACE, new MappingMemory(folder, () => 'm'));
  await teach(desk, folder);
  const bare = await prepare(desk, folder, 'bare.csv', '9876543211,Punee,x\n9876543212,Punee,x\n');
  expect(bare.drift).toBeNull();
  await desk.close();
  const plain = await deskOn(folder, WORKSPACE);
  const next = await prepare(plain, folder, 'july.csv', 'Mobile,Where,Note\n9876543213,Punee,x\n');
  expect(next.drift).toBeNull();
  expect(next.mapping.columns[1]).toMatchObject({ origin: 'suggested' });
});

test('columns that an opened recipe looks for in vain are still told after a restart', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(folder, WORKSPACE);
  const may = await prepare(desk, folder, 'may.csv', 'Mobile,City,Full name\n9820417365,Pune,Asha\n');
  const recipe = must(await desk.recipe(may.summary.importId));
  const june = await prepare(desk, folder, 'june.csv', 'Mobile,City\n9876543211,Pune\n');
  const { importId } = june.summary;
  const loaded = must(await desk.loadRecipe(importId, recipe, 'may.json'));
  expect(loaded.missingHeadings).toEqual(['Full name']);
  expect(loaded.mapping.columns.map(({ origin }) => origin)).toEqual(['recipe', 'recipe']);
  await desk.close();

  const again = await deskOn(folder, WORKSPACE);
  expect(must(await again.read(importId)).missingHeadings).toEqual(['Full name']);
  const reread = must(await again.setReading(importId, { ...june.facts.reading }));
  expect(reread.missingHeadings).toEqual([]);
});
