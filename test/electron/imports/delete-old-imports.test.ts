import { expect, test } from 'vitest';
import type { ImportSummary } from '../../../shared/import.ts';
import { noRows } from '../../../shared/sending/fate.ts';
import { deleteOldImports, oldImports } from '../../../electron/imports/delete-old-imports.ts';

const DAY_MS = 24 * 3_600_000;
const NOW_MS = 100 * DAY_MS;

function summary(importId: string, stage: ImportSummary['stage'], ageDays: number): ImportSummary {
  return {
    importId,
    fileName: 'leads.csv',
    workspaceId: 'w',
    createdAtMs: 0,
    changedAtMs: NOW_MS - ageDays * DAY_MS,
    stage,
    counts: noRows(),
    failure: null,
    speed: null,
    fewSent: null,
  };
}

const IMPORTS = [
  summary('new', 'finished', 29),
  summary('old', 'finished', 31),
  summary('waiting', 'sending', 400),
  summary('unsent', 'open', 400),
];

test('only finished imports that nobody touched for so long are deleted, and none unless the user chose so', async () => {
  expect(oldImports(IMPORTS, 30, NOW_MS)).toEqual(['old']);
  expect(oldImports(IMPORTS, null, NOW_MS)).toEqual([]);
  const deleted: string[] = [];
  const desk = {
    imports: () => IMPORTS,
    delete: (importId: string) => {
      deleted.push(importId);
      return Promise.resolve({ ok: true as const, value: null });
    },
  };
  await deleteOldImports(desk, 30, NOW_MS);
  expect(deleted).toEqual(['old']);
});
