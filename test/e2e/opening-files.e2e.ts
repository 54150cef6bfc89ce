import { appendFileSync, copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'playwright/test';
import { dropFiles } from './drop-files.ts';
import { goHome, heading, say } from './hands.ts';
import { test } from './the-app.ts';

function sheet(folder: string, name: string, text: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** A copy of a workbook of test/fixtures. */
function workbook(folder: string, name: string): string {
  const file = path.join(folder, name);
  copyFileSync(path.resolve(import.meta.dirname, '../fixtures/workbooks', name), file);
  return file;
}

const CELLS = 'Name\tPhone\tCity\r\nसुनीता\t9876501234\tपुणे\r\n';
const LEADS = 'Name,Phone\nAsha,9876501234\n';

test('several files that are dropped are all opened, and one that cannot be says why', async ({
  start,
  dataFolder,
}) => {
  const { page } = await start();
  await dropFiles(page, [
    sheet(dataFolder, 'north.csv', LEADS),
    sheet(dataFolder, 'south.csv', LEADS),
    sheet(dataFolder, 'nothing.csv', ''),
  ]);
  await expect(heading(page, say('file.title'))).toBeVisible();
  await expect(page.getByText(say('file.openedToo', { count: 1, names: 'south.csv' }))).toBeVisible();
  await expect(page.getByText(say('failures.file-empty.title', { fileName: 'nothing.csv' }))).toBeVisible();
  await goHome(page);
  await expect(page.getByRole('listitem').filter({ hasText: 'north.csv' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'south.csv' })).toBeVisible();
});

test('cells copied in Excel are pasted with the keyboard', async ({ start }) => {
  const { app, page } = await start();
  await app.evaluate(({ clipboard }) => clipboard.writeText('hello'));
  await page.keyboard.press('Control+V');
  await expect(page.getByText(say('failures.nothing-to-paste.title'))).toBeVisible();
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), CELLS);
  await page.keyboard.press('Control+V');
  await expect(heading(page, say('file.title'))).toBeVisible();
  await expect(page.getByRole('cell', { name: 'सुनीता' })).toBeVisible();
  await expect(page.getByText('Pasted cells.tsv').first()).toBeVisible();
});

test('reading a large file can be cancelled', async ({ start, dataFolder }) => {
  const { page } = await start();
  const large = sheet(dataFolder, 'large.csv', 'Name,Phone,Remarks\n');
  for (let count = 0; count < 40; count += 1) {
    appendFileSync(large, 'Asha Sharma,9876501234,"call, please"\n'.repeat(50_000));
  }
  await dropFiles(page, [large]);
  await page.getByRole('button', { name: say('file.cancelReading', { fileName: 'large.csv' }) }).click();
  await expect(heading(page, say('home.title'))).toBeVisible();
  await expect(page.getByText(say('home.nothing'))).toBeVisible();
  expect(readdirSync(path.join(dataFolder, 'imports'))).toEqual([]);
});

test('letters that look broken are put right by choosing how they are read', async ({
  start,
  dataFolder,
}) => {
  const { page } = await start();
  // One letter that is both Polish and Western: nobody can tell which.
  await dropFiles(page, [
    sheet(dataFolder, 'names.csv', Buffer.from('Name,Phone\nKr\xf3l \xa5,9876501234\n', 'latin1')),
  ]);
  await expect(heading(page, say('file.title'))).toBeVisible();
  await page.getByRole('button', { name: say('file.notRight') }).click();
  await page.getByRole('combobox', { name: say('file.lettersBroken') }).click();
  await page.getByRole('option', { name: say('file.encoding.windows-1250') }).click();
  await expect(page.getByRole('cell', { name: 'Król Ą' })).toBeVisible();
});

test('an old workbook is read in a process of its own, and one that fills its memory leaves the window alone', async ({
  start,
  dataFolder,
}) => {
  const { app, page } = await start();
  const readers = (): Promise<number> =>
    app.evaluate(
      ({ app: program }) => program.getAppMetrics().filter(({ name }) => name === 'Workbook reader').length,
    );
  expect(await readers()).toBe(0);
  await dropFiles(page, [workbook(dataFolder, 'many-traps.xls')]);
  await expect(heading(page, say('file.title'))).toBeVisible();
  await expect(page.getByRole('cell', { name: '919876543210' }).first()).toBeVisible();
  expect(await readers()).toBe(1);

  await goHome(page);
  await dropFiles(page, [workbook(dataFolder, 'fills-the-memory.xls')]);
  const sentence = say('failures.workbook-too-large.title', { fileName: 'fills-the-memory.xls' });
  await expect(page.getByText(sentence)).toBeVisible();
  await expect.poll(readers).toBe(0);

  await dropFiles(page, [workbook(dataFolder, 'days-from-1904.xls')]);
  await expect(heading(page, say('file.title'))).toBeVisible();
  await expect(page.getByText('days-from-1904.xls').first()).toBeVisible();
});
