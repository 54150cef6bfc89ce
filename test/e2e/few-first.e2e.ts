import {
  connectTelecrm,
  goToFix,
  goToReceipt,
  heading,
  nextOf,
  openSpreadsheet,
  say,
  tokenCure,
  typeToken,
  writeLeads,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const LEADS = 30;
const FEW = 3;

test('a few go first, the others wait for a look at Telecrm, also through a restart', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  const first = await start();
  await connectTelecrm(first.page, telecrm);
  await openSpreadsheet(first.app, first.page, writeLeads(dataFolder, LEADS));
  await goToFix(first.page);
  await goToReceipt(first.page);
  await first.page.getByRole('checkbox', { name: say('send.fewFirst', { count: FEW }) }).check();
  await first.page.getByRole('button', { name: say('send.button', { count: LEADS }) }).click();
  await expect(heading(first.page, say('send.phase.few-sent'))).toBeVisible();
  // Whom to look for stands there as it was sent.
  for (const { fields } of telecrm.arrived) {
    await expect(first.page.getByRole('listitem').filter({ hasText: String(fields['phone']) })).toBeVisible();
  }
  expect(telecrm.arrived).toHaveLength(FEW);
  await first.close();

  const { page } = await start();
  await expect(page.getByText(say('home.state.fewSent'))).toBeVisible();
  await nextOf(page, 'people.csv').click();
  await expect(heading(page, say('send.phase.few-sent'))).toBeVisible();
  expect(telecrm.arrived).toHaveLength(FEW);
  const goOn = page.getByRole('button', { name: say('send.running.fewSentGo', { count: LEADS - FEW }) });
  await goOn.click();
  // Without a keychain the token went with the program.
  await tokenCure(page).click();
  await typeToken(page, telecrm.token);
  // What it used of the hour is on record under the token.
  await expect(page.getByText(/^3 of [\d,]+ requests used this hour/u)).toBeVisible();
  expect(telecrm.arrived).toHaveLength(FEW);
  await goOn.click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  expect(new Set(telecrm.arrived.map(({ fields }) => fields['phone'])).size).toBe(LEADS);
  expect(telecrm.arrived).toHaveLength(LEADS);
  await telecrm.stop();
});
