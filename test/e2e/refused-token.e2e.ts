import {
  connectTelecrm,
  goHome,
  goToFix,
  heading,
  nextOf,
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
const ANSWERED = 20;

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
  // The reason is gone, and says so.
  await expect(page.getByText(say('send.tokenSaved'))).toBeVisible();
  await expect(heading(page, say('send.phase.paused'))).toBeVisible();
  await expect(page.getByText(say('failures.token-refused.title'))).toHaveCount(0);
  const speed = page.getByRole('radiogroup', { name: say('send.speedWhile') });
  for (const chosen of ['even', 'fast'] as const) {
    await speed.getByText(say(`send.speedOption.${chosen}`)).click();
    await expect(speed.getByRole('radio', { name: say(`send.speedOption.${chosen}`) })).toBeChecked();
  }
  await page.getByRole('button', { name: say('send.continue') }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  const phones = telecrm.arrived.map(({ fields }) => fields['phone']);
  expect(phones).toHaveLength(30);
  expect(new Set(phones).size).toBe(30);
  await telecrm.stop();
});

test('a token that is deleted in the middle is replaced, and every lead is sent once from where it stopped', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  const deletedToken = telecrm.token;
  await telecrm.start();
  telecrm.holdAfter(ANSWERED);
  const { app, page } = await start();
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, writeLeads(dataFolder, LEADS));
  await goToFix(page);
  await sendFast(page);
  await telecrm.until(() => telecrm.heldCount > 0);
  telecrm.token = deletedToken.replace('f00dface', '0ddba115');
  telecrm.release();
  await expect(heading(page, say('send.phase.stopped'))).toBeVisible();
  await expect(page.getByText(say('failures.token-refused.title'))).toBeVisible();
  const sent = telecrm.arrived.length;
  expect(sent).toBeLessThan(LEADS);
  await expect(sentOf(page, sent, LEADS)).toBeVisible();

  // The list on Home leads back to the reason.
  await goHome(page);
  await nextOf(page, 'people.csv').click();
  await tokenCure(page).click();
  await typeToken(page, telecrm.token);
  await page.getByRole('button', { name: say('send.continue') }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  expect(telecrm.arrived).toHaveLength(LEADS);
  expect(new Set(telecrm.arrived.map(({ fields }) => fields['phone'])).size).toBe(LEADS);

  // The record tells it in words.
  await page.getByRole('button', { name: say('send.seeReport') }).click();
  await page.getByRole('button', { name: say('report.record.show'), exact: true }).click();
  await expect(page.getByText(say('failures.token-refused.title'))).toBeVisible();
  await expect(page.getByText('token-refused')).toHaveCount(0);
  await telecrm.stop();
});
