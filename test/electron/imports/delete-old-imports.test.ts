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

test('only finished imports that nobody touched for so long are deleted, and none unless the user chose so', () => {
  expect(oldImports(IMPORTS, 30, NOW_MS)).toEqual(['old']);
  expect(oldImports(IMPORTS, null, NOW_MS)).toEqual([]);
});

test('old imports are deleted at once, and every day that the program runs, as the user chose by then', async () => {
  let nowMs = NOW_MS;
  let keepDays: number | null = null;
  let present = IMPORTS;
  const closing = new AbortController();
  const deletedBy: string[] = [];
  const waitsMs: number[] = [];
  const clock = {
    wallMs: () => nowMs,
    wait: (delayMs: number) => {
      waitsMs.push(delayMs);
      nowMs += delayMs;
      // The user chooses after the first day; the program is closed after the third.
      keepDays = 30;
      if (waitsMs.length === 3) {
        closing.abort();
      }
      return Promise.resolve();
    },
  };
  const desk = {
    imports: () => present,
    delete: (importId: string) => {
      deletedBy.push(`${importId} on day ${(nowMs - NOW_MS) / DAY_MS}`);
      present = present.filter((one) => one.importId !== importId);
      return Promise.resolve({ ok: true as const, value: null });
    },
  };
  await deleteOldImports({ desk, keepDays: () => keepDays, clock }, closing.signal);
  expect(deletedBy).toEqual(['old on day 1', 'new on day 2']);
  expect(waitsMs).toEqual([DAY_MS, DAY_MS, DAY_MS]);
});
