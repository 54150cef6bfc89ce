import { appSnapshot, connectTelecrm, goToFix, openSpreadsheet, say, sendFast, writeLeads } from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const LEADS = 60;

test('with the window closed it goes on sending where the user chose so, and ends by itself when all is sent', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  telecrm.holdAfter(20);
  const { app, page } = await start();
  await page.getByRole('button', { name: say('settings.title') }).click();
  await page.getByRole('switch', { name: say('settings.sendWithoutWindow') }).click();
  await expect(page.getByText(say('settings.saved'))).toBeVisible();
  await page.getByRole('button', { name: say('settings.back') }).click();
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, writeLeads(dataFolder, LEADS));
  await goToFix(page);
  await sendFast(page);
  await telecrm.until(() => telecrm.heldCount > 0);
  await expect(page.getByText(say('send.running.closingGoesOn'))).toBeVisible();

  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  const isVisible = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null,
  );
  expect(isVisible).toBe(false);
  telecrm.release();
  await ended;
  expect(telecrm.arrived).toHaveLength(LEADS);
  expect(new Set(telecrm.arrived.map(({ fields }) => fields['phone'])).size).toBe(LEADS);

  const next = await start();
  const { imports, choices } = await appSnapshot(next.page);
  expect(imports[0]).toMatchObject({ stage: 'finished', counts: { accepted: LEADS, unknown: 0 } });
  expect(choices.sendWithoutWindow).toBe(true);
  await telecrm.stop();
});
