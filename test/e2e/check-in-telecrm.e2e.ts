import { PracticeServer } from '../../electron/practice/practice-server.ts';
import {
  appSnapshot,
  connectTelecrm,
  goHome,
  goToFix,
  heading,
  openSpreadsheet,
  say,
  sendFast,
  typeSyncToken,
  writeLeads,
} from './hands.ts';
import { expect, test } from './the-app.ts';

const LEADS = 20;
/** Requests that are answered as if all were well, while the lead is lost. */
const LOST = [5, 12];

test('what Telecrm accepted is looked for in Telecrm, and what is not there is sent again', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PracticeServer({
    faults: LOST.map((atRequest) => ({
      kind: 'status',
      status: 200,
      body: '{"status":"QUEUED"}',
      headers: { 'Content-Type': 'application/json' },
      isTakenIn: false,
      atRequest,
    })),
  });
  const address = await telecrm.start();
  const { app, page } = await start();
  await connectTelecrm(page, address);
  await page.getByRole('button', { name: /^Workspace: /u }).click();
  await typeSyncToken(page, address.syncToken);
  await goHome(page);
  await openSpreadsheet(app, page, writeLeads(dataFolder, LEADS));
  await goToFix(page);
  await sendFast(page);
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  await page.getByRole('button', { name: say('send.seeReport') }).click();
  await expect(heading(page, say('report.headlineAll', { count: LEADS }))).toBeVisible();

  await page.getByRole('button', { name: say('report.check.start') }).click();
  await expect(page.getByText(say('report.check.confirmed', { count: LEADS - LOST.length }))).toBeVisible();
  await expect(page.getByText(say('report.check.notFound', { count: LOST.length }))).toBeVisible();
  await expect(
    page.getByRole('list', { name: say('report.check.list') }).getByText(say('report.check.notThere')),
  ).toHaveCount(LOST.length);
  expect((await appSnapshot(page)).imports[0]?.counts).toMatchObject({
    confirmed: LEADS - LOST.length,
    'not-found': LOST.length,
  });

  await page.getByRole('button', { name: say('report.check.retry', { count: LOST.length }) }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  await expect.poll(() => telecrm.leads().length).toBe(LEADS);
  await page.getByRole('button', { name: say('send.seeReport') }).click();
  await page.getByRole('button', { name: say('report.check.again') }).click();
  await expect(page.getByText(say('report.check.confirmed', { count: LEADS }))).toBeVisible();

  // The record has every request, the repeated ones twice, and says why without codes.
  await page.getByRole('button', { name: say('report.record.show'), exact: true }).click();
  const requests = page.getByRole('table', { name: say('report.record.attempts') });
  await expect(requests.getByRole('row')).toHaveCount(1 + LEADS + LOST.length);
  await expect(page.getByText(say('report.record.event.retried')).first()).toBeVisible();
  expect(await page.getByRole('main').innerText()).not.toMatch(/\bimported\b/iu);
  await telecrm.stop();
});
