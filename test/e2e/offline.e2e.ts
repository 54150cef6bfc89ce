import {
  appSnapshot,
  connectTelecrm,
  goToFix,
  goToReceipt,
  heading,
  openSpreadsheet,
  say,
  writeLeads,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const LEADS = 40;
const BEFORE = 10;

test('without a network in the middle it waits, says so, and goes on by itself, and each lead arrives once', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  const { app, page } = await start();
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, writeLeads(dataFolder, LEADS));
  await goToFix(page);
  await goToReceipt(page);
  // One after the other, so that none is under way when the network goes.
  await page.getByRole('radio', { name: say('send.speedOption.even') }).click();
  await page.getByRole('button', { name: say('send.button', { count: LEADS }) }).click();
  await telecrm.until(() => telecrm.arrived.length >= BEFORE);
  await telecrm.goAway();

  const sent = telecrm.arrived.length;
  expect(sent).toBeLessThan(LEADS);
  await expect(page.getByText(say('waiting.offline', { accepted: sent }))).toBeVisible();
  expect((await appSnapshot(page)).sending?.counts).toMatchObject({
    accepted: sent,
    unknown: 0,
    rejected: 0,
  });

  await telecrm.comeBack();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible({ timeout: 60_000 });
  expect(telecrm.arrived).toHaveLength(LEADS);
  expect(new Set(telecrm.arrived.map(({ fields }) => fields['phone'])).size).toBe(LEADS);
  await telecrm.stop();
});
