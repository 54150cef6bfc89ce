import { appSnapshot, decideEverything, heading, say, sendFast, goToFix } from './hands.ts';
import { expect, test } from './the-app.ts';

test('one click tries the sample with a practice Telecrm, to the end', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: say('home.trySample') }).click();
  await expect(heading(page, say('file.title'))).toBeVisible();
  await goToFix(page);
  await decideEverything(page);
  await sendFast(page);
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  await page.getByRole('button', { name: say('send.seeReport') }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: /^Telecrm accepted all \d+ leads/u }),
  ).toBeVisible();
  await page.getByRole('button', { name: say('report.practiceReceived') }).click();
  await expect(page.getByText(say('report.practice.nothingDropped'))).toBeVisible();
  const { imports } = await appSnapshot(page);
  expect(imports[0]?.counts.accepted).toBeGreaterThan(150);
  expect(imports[0]?.counts.rejected).toBe(0);
});

test('practice goes on after a restart, at a new address', async ({ start }) => {
  const first = await start();
  await first.page.getByRole('button', { name: say('home.trySample') }).click();
  await expect(heading(first.page, say('file.title'))).toBeVisible();
  await goToFix(first.page);
  await decideEverything(first.page);
  await first.close();

  const { page } = await start();
  await page
    .getByRole('button', { name: /Sample leads/u })
    .first()
    .click();
  await page.getByRole('button', { name: /^Send [\d,]+ leads?$/u }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
});
