import {
  connectTelecrm,
  goToFix,
  heading,
  openSpreadsheet,
  say,
  sendFast,
  sentOf,
  tokenCure,
  typeToken,
  writeLeads,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const LEADS = 60;
const ANSWERED = 25;
/** As many as the program has under way together: nothing more leaves until one of them is answered. */
const ON_THEIR_WAY = 16;

test('killed in mid-send, the program goes on, and every lead arrives once but those that were on their way', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  telecrm.holdAfter(ANSWERED);
  const first = await start();
  await connectTelecrm(first.page, telecrm);
  await openSpreadsheet(first.app, first.page, writeLeads(dataFolder, LEADS));
  await goToFix(first.page);
  await sendFast(first.page);
  await telecrm.until(() => telecrm.heldCount === ON_THEIR_WAY);
  await expect(sentOf(first.page, ANSWERED, LEADS)).toBeVisible();
  await first.kill();

  const beforeKill = phones(telecrm);
  expect(new Set(beforeKill).size).toBe(beforeKill.length);
  const onTheirWay = new Set(beforeKill.slice(ANSWERED));
  expect(onTheirWay.size).toBe(telecrm.heldCount);
  telecrm.release();

  const second = await start();
  const { page } = second;
  // Without a keychain the token went with the program, and the list says how far it came.
  const fileName = 'people.csv';
  const next = page.getByRole('button', { name: new RegExp(`: ${fileName}$`, 'u') }).first();
  await expect(next).toBeVisible();
  await next.click();
  await page.getByRole('button', { name: say('send.continue') }).click();
  await expect(page.getByText(say('failures.token-missing.title'))).toBeVisible();
  await tokenCure(page).click();
  await typeToken(page, telecrm.token);
  await page.getByRole('button', { name: say('send.continue') }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible({ timeout: 60_000 });

  const all = phones(telecrm);
  const times = new Map<unknown, number>();
  for (const phone of all) {
    times.set(phone, (times.get(phone) ?? 0) + 1);
  }
  expect(times.size).toBe(LEADS);
  const twice = [...times].filter(([, count]) => count > 1).map(([phone]) => phone);
  expect(twice.filter((phone) => !onTheirWay.has(phone))).toStrictEqual([]);
  expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
  await telecrm.stop();
});

function phones(telecrm: PretendTelecrm): unknown[] {
  return telecrm.arrived.map(({ fields }) => fields['phone']);
}
