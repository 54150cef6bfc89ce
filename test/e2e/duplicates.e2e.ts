import { connectTelecrm, heading, openSpreadsheet, say, sendFast, stepToFix, writeCsv } from './hands.ts';
import { inspectScreen } from './inspect-screen.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

test('people who stand in several rows are looked at side by side, and what is chosen is sent', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  const { app, page } = await start();
  const found: string[] = [];
  await connectTelecrm(page, telecrm);
  const fair = writeCsv(dataFolder, 'fair.csv', [
    ['Name', 'Phone', 'Email'],
    ['Asha R', '9811300007', ''],
    ['Asha Rao', '+91 98113 00007', 'asha@example.org'],
    ['Imran', '9811300014', 'imran@example.org'],
    ['Imran Khan', '09811300014', ''],
    ['Meena', '9811300021', ''],
    ['Meena Iyer', '9811300021', ''],
  ]);
  await openSpreadsheet(app, page, fair);
  await stepToFix(page);
  const dialog = page.getByRole('dialog', { name: say('fix.duplicates.title') });
  const person = (identifier: string) =>
    dialog.getByRole('region', { name: say('fix.duplicates.person', { identifier, count: 2 }) });
  await expect(page.getByText(say('fix.duplicates.card', { count: 3 }))).toBeVisible();

  // Asked for each person, nobody is sent until somebody chose.
  await page.getByRole('radio', { name: say('fix.duplicates.ask') }).check();
  await expect(page.getByRole('button', { name: say('fix.counter.ready', { count: 0 }) })).toBeVisible();
  await expect(page.getByRole('grid').getByText(say('fix.severalRows'))).toHaveCount(6);
  found.push(...(await inspectScreen(page, 'fix-duplicates-ask')));

  await page.getByRole('button', { name: say('fix.duplicates.sideBySide') }).click();
  await expect(person('919811300007').getByText(say('fix.duplicates.open'))).toBeVisible();
  await person('919811300007')
    .getByRole('button', { name: say('fix.duplicates.useRow', { row: '2' }) })
    .click();
  await expect(person('919811300007').getByText(say('fix.duplicates.sent'))).toBeVisible();
  await person('919811300014')
    .getByRole('button', { name: say('fix.duplicates.combineRows') })
    .click();
  await expect(person('919811300014').getByText(say('fix.duplicates.together'))).toBeVisible();
  await expect(person('919811300021').getByText(say('fix.duplicates.open'))).toBeVisible();
  found.push(...(await inspectScreen(page, 'duplicates-side-by-side')));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: say('fix.counter.ready', { count: 2 }) })).toBeVisible();

  await sendFast(page);
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  const sent = telecrm.arrived.map(({ fields }) => fields);
  expect(sent).toHaveLength(2);
  expect(sent).toEqual(
    expect.arrayContaining([
      { name: 'Asha R', phone: '919811300007' },
      { name: 'Imran Khan', phone: '919811300014', email: 'imran@example.org' },
    ]),
  );
  expect(found).toStrictEqual([]);
  await telecrm.stop();
});
