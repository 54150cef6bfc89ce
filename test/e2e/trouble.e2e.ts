import { readFileSync } from 'node:fs';
import path from 'node:path';
import { connectTelecrm, goToFix, heading, openSpreadsheet, say, sendFast, writeLeads } from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

test('a bug in main pauses sending, is logged without personal data, and the program goes on', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  telecrm.holdAfter(20);
  const { app, page } = await start();
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, writeLeads(dataFolder, 60));
  await goToFix(page);
  await sendFast(page);
  await telecrm.until(() => telecrm.heldCount > 0);
  await app.evaluate(() => {
    setTimeout(() => {
      throw new Error('a bug about 98765 43210');
    });
  });
  await expect(heading(page, say('send.phase.pausing'))).toBeVisible();
  telecrm.release();
  await expect(heading(page, say('send.phase.paused'))).toBeVisible();
  const log = readFileSync(path.join(dataFolder, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('a bug about [hidden]');
  expect(log).not.toContain('43210');

  await page.getByRole('button', { name: say('send.continue') }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  expect(telecrm.arrived).toHaveLength(60);
  await telecrm.stop();
});

test('a page that dies is loaded again', async ({ start, dataFolder }) => {
  const { app } = await start({ expectTroubles: true });
  const state = (): Promise<{ readonly processId: number; readonly isAlive: boolean }> =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return {
        processId: contents?.getOSProcessId() ?? 0,
        isAlive: contents?.isCrashed() === false && contents.getURL() === 'app://lead-importer/index.html',
      };
    });
  const before = await state();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  // The test's own hold on the page died with it and keeps the new one from running, so main is asked about it.
  await expect.poll(async () => (await state()).processId).not.toBe(before.processId);
  await expect.poll(async () => (await state()).isAlive).toBe(true);
  expect(readFileSync(path.join(dataFolder, 'logs', 'main.log'), 'utf8')).toContain('The page ended');
});
