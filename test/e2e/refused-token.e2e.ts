import {
  connectTelecrm,
  goToFix,
  heading,
  openSpreadsheet,
  say,
  sendFast,
  tokenCure,
  typeToken,
  writeLeads,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

test('a refused token stops everything with a sentence, and a right one goes on', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  const rightToken = telecrm.token;
  await telecrm.start();
  const { app, page } = await start();
  // The user pastes the token of another account.
  telecrm.token = rightToken.replace('f00dface', 'badc0de5');
  await connectTelecrm(page, telecrm);
  telecrm.token = rightToken;
  await openSpreadsheet(app, page, writeLeads(dataFolder, 30));
  await goToFix(page);
  await sendFast(page);

  await expect(heading(page, say('send.phase.stopped'))).toBeVisible();
  await expect(page.getByText(say('failures.token-refused.title'))).toBeVisible();
  await expect(page.getByText(say('failures.token-refused.next'))).toBeVisible();
  expect(telecrm.arrived).toHaveLength(0);
  // Those that were on their way when the first refusal came, and no more.
  expect(telecrm.refusedRequests).toBeLessThanOrEqual(30);

  await tokenCure(page).click();
  await typeToken(page, rightToken);
  await page.getByRole('button', { name: say('send.continue') }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  const phones = telecrm.arrived.map(({ fields }) => fields['phone']);
  expect(phones).toHaveLength(30);
  expect(new Set(phones).size).toBe(30);
  await telecrm.stop();
});
