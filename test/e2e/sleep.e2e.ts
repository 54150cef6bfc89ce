import {
  connectTelecrm,
  goToFix,
  heading,
  openSpreadsheet,
  say,
  sendFast,
  sentOf,
  writeLeads,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const LEADS = 200;
const ANSWERED = 40;
/** As many as the program has under way together. */
const ON_THEIR_WAY = 16;

test('nothing leaves while the computer sleeps, and every lead arrives once when it has woken up', async ({
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
  await telecrm.until(() => telecrm.heldCount === ON_THEIR_WAY);

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  telecrm.release();
  // What was on its way is answered; nothing followed it, as it otherwise would at once.
  const done = ANSWERED + ON_THEIR_WAY;
  await expect(sentOf(page, done, LEADS)).toBeVisible();
  expect(telecrm.arrived).toHaveLength(done);

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  expect(telecrm.arrived).toHaveLength(LEADS);
  expect(new Set(telecrm.arrived.map(({ fields }) => fields['phone'])).size).toBe(LEADS);
  await telecrm.stop();
});
