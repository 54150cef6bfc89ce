import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import type { JournalImportDesk } from '../../../electron/imports/import-desk.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { deskOn, must } from './desk-on.ts';

const WORKSPACE = newWorkspace('Acme');

/** Some 40 MB: seconds of reading. */
function largeFile(folder: string): string {
  const file = path.join(folder, 'large.csv');
  writeFileSync(file, 'Name,Phone,Remarks\n');
  const block = Array.from(
    { length: 10_000 },
    (_unused, index) => `Asha ${index},${9_000_000_001 + index},"call, please"\n`,
  ).join('');
  for (let count = 0; count < 100; count += 1) {
    appendFileSync(file, block);
  }
  return file;
}

async function whenReading(desk: JournalImportDesk): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = desk.onChange(() => {
      if (desk.preparing().some(({ rowsDone }) => rowsDone > 0)) {
        end();
        resolve();
      }
    });
  });
}

test('cancelling in the middle of a large file leaves nothing behind but the file', async () => {
  const folder = temporaryFolder();
  const data = path.join(folder, 'data');
  const desk = await deskOn(data, WORKSPACE);
  const file = largeFile(folder);
  const { importId } = must(await desk.open(file, 'w')).summary;
  await whenReading(desk);
  expect(readdirSync(path.join(data, 'imports')).length).toBeGreaterThan(0);
  expect(await desk.cancel(importId)).toEqual({ ok: true, value: { isCancelled: true } });
  expect(desk.imports()).toEqual([]);
  expect(desk.preparing()).toEqual([]);
  expect(readdirSync(path.join(data, 'imports'))).toEqual([]);
  expect(existsSync(file)).toBe(true);
  expect(await desk.read(importId)).toEqual({ ok: false, failure: { kind: 'import-unknown', importId } });
  await desk.close();
  expect((await deskOn(data, WORKSPACE)).imports()).toEqual([]);
});

test('a cancel that comes too late deletes nothing', async () => {
  const folder = temporaryFolder();
  const desk = await deskOn(path.join(folder, 'data'), WORKSPACE);
  const file = path.join(folder, 'small.csv');
  writeFileSync(file, 'Name,Phone\nAsha,9876501234\n');
  const { importId } = must(await desk.open(file, 'w')).summary;
  must(await desk.whenPrepared(importId));
  expect(await desk.cancel(importId)).toEqual({ ok: true, value: { isCancelled: false } });
  expect(must(await desk.read(importId)).checked?.counts.ready).toBe(1);
  expect(readFileSync(file, 'utf8')).toContain('Asha');
});

test('reading again after a restart can be cancelled as well', async () => {
  const folder = temporaryFolder();
  const data = path.join(folder, 'data');
  const first = await deskOn(data, WORKSPACE);
  const { importId } = must(await first.open(largeFile(folder), 'w')).summary;
  await whenReading(first);
  await first.close();
  const second = await deskOn(data, WORKSPACE);
  expect(second.imports()).toMatchObject([{ importId, stage: 'reading' }]);
  const reading = second.read(importId);
  must(await second.cancel(importId));
  await reading;
  expect(second.imports()).toEqual([]);
  expect(readdirSync(path.join(data, 'imports'))).toEqual([]);
});
