import type { ElectronApplication, Page } from 'playwright/test';
import {
  connectTelecrm,
  goHome,
  goToFix,
  heading,
  openSpreadsheet,
  say,
  sendFast,
  writeLeads,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const LEADS = 20;

type Shown = { readonly title: string; readonly body: string };

test('the end and a stop are told by a notification of the system', async ({ start, dataFolder }) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  const { app, page } = await start();
  await listen(app);
  await connectTelecrm(page, telecrm);
  await sendFile(app, page, writeLeads(dataFolder, LEADS));
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  const finished = {
    title: say('desktop.finished.title'),
    body: say('desktop.finished.text', { accepted: LEADS, total: LEADS }),
  };
  await expect.poll(() => shown(app)).toStrictEqual([finished]);

  telecrm.token = 'deleted by a colleague';
  await goHome(page);
  await sendFile(app, page, writeLeads(dataFolder, LEADS, 'more.csv', LEADS + 1));
  await expect(heading(page, say('send.phase.stopped'))).toBeVisible();
  const stopped = {
    title: say('desktop.stopped.title'),
    body: say('desktop.stopped.text', { done: 0, total: LEADS }),
  };
  await expect.poll(() => shown(app)).toStrictEqual([finished, stopped]);
  await telecrm.stop();
});

test('nothing is told where the user does not want it', async ({ start, dataFolder }) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  const { app, page } = await start();
  await listen(app);
  await page.getByRole('button', { name: say('settings.title') }).click();
  await page.getByRole('switch', { name: say('settings.notify') }).click();
  await expect(page.getByText(say('settings.saved'))).toBeVisible();
  await page.getByRole('button', { name: say('settings.back') }).click();
  await connectTelecrm(page, telecrm);
  await sendFile(app, page, writeLeads(dataFolder, LEADS));
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  // The title of the window changes in the same breath in which a notification would come.
  await expect.poll(() => windowTitle(app)).toBe(say('common.appName'));
  expect(await shown(app)).toStrictEqual([]);
  await telecrm.stop();
});

async function sendFile(app: ElectronApplication, page: Page, filePath: string): Promise<void> {
  await openSpreadsheet(app, page, filePath);
  await goToFix(page);
  await sendFast(page);
}

/**
 * Writes down which notifications are asked for: where tests run, nobody shows any. The window is not in front, as when
 * people work in another program.
 */
async function listen(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const asked: Shown[] = [];
    Object.assign(globalThis, { askedNotifications: asked });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Notification): void {
      asked.push({ title: this.title, body: this.body });
    };
    for (const window of BrowserWindow.getAllWindows()) {
      window.isFocused = () => false;
    }
  });
}

async function shown(app: ElectronApplication): Promise<readonly Shown[]> {
  return app.evaluate(() => (globalThis as unknown as { askedNotifications: Shown[] }).askedNotifications);
}

async function windowTitle(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
}
