import {
  appSnapshot,
  connectTelecrm,
  goHome,
  goToFix,
  goToReceipt,
  heading,
  nextOf,
  openSpreadsheet,
  say,
  sendFast,
  writeLeads,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test, type RunningApp } from './the-app.ts';

const LEADS = 30;
const ANSWERED = 5;

test('imports wait in line, their order can be changed, and each begins by itself', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  telecrm.holdAfter(ANSWERED);
  const running = await start();
  const { page } = running;
  await threeInLine(running, telecrm, dataFolder);

  // By keyboard, and whoever moves the line stays on it.
  await page.getByRole('button', { name: say('home.earlier', { fileName: 'july.csv' }) }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').nth(1)).toContainText('july.csv');
  await expect(page.getByRole('button', { name: say('home.first', { fileName: 'july.csv' }) })).toBeFocused();

  telecrm.release();
  await expect
    .poll(async () => (await appSnapshot(page)).imports.map(({ stage }) => stage), { timeout: 30_000 })
    .toStrictEqual(['finished', 'finished', 'finished']);
  const people = telecrm.arrived.map(({ fields }) => String(fields['name']));
  expect(new Set(people).size).toBe(3 * LEADS);
  expect(people).toHaveLength(3 * LEADS);
  // May, then July, then June.
  expect(people.slice(LEADS, 2 * LEADS).every((name) => Number(name.slice(7)) > 2 * LEADS)).toBe(true);
  await telecrm.stop();
});

test('a line that stands still because what was sent was stopped can be started', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  telecrm.holdAfter(ANSWERED);
  const running = await start();
  const { page } = running;
  await threeInLine(running, telecrm, dataFolder);
  await nextOf(page, 'may.csv').click();
  await page.getByRole('button', { name: say('send.stop') }).click();
  await page.getByRole('button', { name: say('send.stopConfirm') }).click();
  await expect(heading(page, say('send.phase.pausing'))).toBeVisible();
  telecrm.release();
  await expect(heading(page, say('send.title'))).toBeVisible();
  const sent = telecrm.arrived.length;

  await goHome(page);
  await nextOf(page, 'june.csv').click();
  await expect(page.getByText(say('send.line.textHeld'))).toBeVisible();
  expect(telecrm.arrived).toHaveLength(sent);
  await page.getByRole('button', { name: say('send.line.now') }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  await expect.poll(() => telecrm.arrived.length).toBe(sent + 2 * LEADS);
  await telecrm.stop();
});

/** May is being sent, June and July wait; Home is open. */
async function threeInLine(
  { app, page }: RunningApp,
  telecrm: PretendTelecrm,
  folder: string,
): Promise<void> {
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, writeLeads(folder, LEADS, 'may.csv'));
  await goToFix(page);
  await sendFast(page);
  await telecrm.until(() => telecrm.heldCount > 0);
  for (const [index, fileName] of ['june.csv', 'july.csv'].entries()) {
    await goHome(page);
    await openSpreadsheet(app, page, writeLeads(folder, LEADS, fileName, (index + 1) * LEADS + 1));
    await goToFix(page);
    await goToReceipt(page);
    await page.getByRole('button', { name: say('send.line.button', { count: LEADS }) }).click();
    await expect(heading(page, say('send.line.heading'))).toBeVisible();
  }
  await goHome(page);
  await expect(page.getByText(say('home.state.inLine', { place: '2' }))).toBeVisible();
}
