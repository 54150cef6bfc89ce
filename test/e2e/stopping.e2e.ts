import { connectTelecrm, goToFix, heading, openSpreadsheet, say, sendFast, writeLeads } from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const LEADS = 60;
const ANSWERED = 20;

test('stopped in the middle, the rest comes back to be changed or sent, and each lead is sent once', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  telecrm.holdAfter(ANSWERED);
  const { app, page } = await start();
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, writeLeads(dataFolder, LEADS));
  await goToFix(page);
  await sendFast(page);
  await telecrm.until(() => telecrm.heldCount > 0);

  // Changed one's mind: nothing happens.
  await page.getByRole('button', { name: say('send.stop') }).click();
  await page.getByRole('button', { name: say('send.keepSending') }).click();
  await expect(page.getByRole('button', { name: say('send.pause') })).toBeVisible();

  await page.getByRole('button', { name: say('send.stop') }).click();
  await page.getByRole('button', { name: say('send.stopConfirm') }).click();
  await expect(heading(page, say('send.phase.pausing'))).toBeVisible();
  telecrm.release();
  await expect(heading(page, say('send.title'))).toBeVisible();
  const sent = telecrm.arrived.length;
  expect(sent).toBeLessThan(LEADS);
  await page.getByRole('button', { name: say('send.button', { count: LEADS - sent }) }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  expect(telecrm.arrived).toHaveLength(LEADS);
  expect(new Set(telecrm.arrived.map(({ fields }) => fields['phone'])).size).toBe(LEADS);
  await telecrm.stop();
});
