import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { goHome, goToFix, heading, say, step } from './hands.ts';
import { cleanEnvironment, expect, launchArguments, test } from './the-app.ts';

const LEADS = 'Name,Phone\nAsha,9876501234\n';

/** Starts the program a second time with files, as "Open with" does, and waits until that start has ended. */
async function startAgain(dataFolder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    writeFileSync(path.join(dataFolder, name), LEADS);
  }
  const { executablePath, args } = await launchArguments(dataFolder);
  const second = spawn(executablePath, [...args, ...names], {
    cwd: dataFolder,
    env: cleanEnvironment(),
    stdio: 'ignore',
  });
  const exitCode = await new Promise((resolve) => second.once('exit', resolve));
  expect(exitCode).toBe(0);
}

async function expectFile(page: Page, name: string): Promise<void> {
  await expect(heading(page, say('file.title'))).toBeVisible();
  await expect(page.getByTitle(say('file.changeFile', { fileName: name }))).toBeVisible();
}

test('a file of the first start is shown at once, and does not come back by itself', async ({
  start,
  dataFolder,
}) => {
  writeFileSync(path.join(dataFolder, 'first.csv'), LEADS);
  const { page } = await start({ args: ['first.csv'] });
  await expectFile(page, 'first.csv');
  await goHome(page);
  await startAgain(dataFolder, []);
  await expect(heading(page, say('home.title'))).toBeVisible();
});

test('a file of a later start is shown in place of Home and of another file', async ({
  start,
  dataFolder,
}) => {
  const { page } = await start();
  await startAgain(dataFolder, ['may.csv']);
  await expectFile(page, 'may.csv');
  await startAgain(dataFolder, ['june.csv']);
  await expectFile(page, 'june.csv');
  await expect(page.getByText(say('file.openedToo', { count: 1, names: 'may.csv' }))).toBeVisible();
});

test('several files of one start are all opened', async ({ start, dataFolder }) => {
  const { page } = await start();
  await startAgain(dataFolder, ['north.csv', 'south.csv']);
  await expectFile(page, 'north.csv');
  await expect(page.getByText(say('file.openedToo', { count: 1, names: 'south.csv' }))).toBeVisible();
});

test('a file that comes while rows are being fixed waits behind a notice', async ({ start, dataFolder }) => {
  const { page } = await start();
  await startAgain(dataFolder, ['may.csv']);
  await expectFile(page, 'may.csv');
  await goToFix(page);
  await startAgain(dataFolder, ['june.csv']);
  const notice = page.getByText(say('home.given', { fileName: 'june.csv' }));
  await expect(notice).toBeVisible();
  await expect(heading(page, say('fix.title'))).toBeVisible();
  await page.getByRole('button', { name: say('home.givenLater') }).click();
  await expect(notice).toBeHidden();
  await startAgain(dataFolder, ['july.csv']);
  await page.getByRole('button', { name: say('home.givenShow') }).click();
  await expectFile(page, 'july.csv');
  await expect(step(page, 'file')).toBeVisible();
});
