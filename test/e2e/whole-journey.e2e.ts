import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogOf } from '../../shared/catalog/catalog-of.ts';
import { violationsOf } from '../shared/telecrm-rules.ts';
import {
  appSnapshot,
  cardsOf,
  chooseNextTarget,
  connectTelecrm,
  decideEverything,
  goToFix,
  heading,
  MESSY_CSV,
  openSpreadsheet,
  say,
  sendFast,
} from './hands.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

test('a messy spreadsheet becomes leads, and nothing that Telecrm would drop is sent', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  const { app, page } = await start();
  const before = readFileSync(MESSY_CSV);
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, MESSY_CSV);
  await goToFix(page);

  // Every value that would be dropped is a problem on a card, with a row number as the spreadsheet shows it.
  const cards = cardsOf(page);
  const open = cards.locator('article[data-decided="false"]');
  await expect(open.first()).toBeVisible();
  await expect(cards.getByText('Row 9: 12345', { exact: true })).toBeVisible();
  await expect(cards.getByText(/^Row \d+: not given$/u).first()).toBeVisible();
  await expect(cards.getByText(/^Row \d+: 7$/u).first()).toBeVisible();

  await decideEverything(page);
  await sendFast(page);
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();

  const [view] = (await appSnapshot(page)).workspaces;
  const catalog = catalogOf(view?.workspace ?? { fields: [], identifier: '', actions: [], team: null });
  const violations = telecrm.arrived.flatMap(({ body }) => violationsOf(JSON.parse(body), catalog));
  expect(violations).toStrictEqual([]);
  expect(telecrm.arrived.length).toBeGreaterThanOrEqual(150);
  const phones = telecrm.arrived.map(({ fields }) => fields['phone']);
  expect(new Set(phones).size).toBe(phones.length);
  expect(telecrm.refusedRequests).toBe(0);

  await page.getByRole('button', { name: say('send.seeReport') }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: /^Telecrm accepted all \d+ leads/u }),
  ).toBeVisible();
  const reportPath = path.join(dataFolder, 'report.csv');
  await chooseNextTarget(app, reportPath);
  await page.getByRole('button', { name: say('report.saveReport') }).click();
  await page
    .getByRole('menuitem', { name: say('report.saveAllAs', { format: say('report.format.csv') }) })
    .click();
  await expect(page.getByText(say('report.saved', { fileName: 'report.csv' }))).toBeVisible();
  expect(readFileSync(reportPath, 'utf8').trim().split('\n').length).toBeGreaterThan(200);
  expect(readFileSync(MESSY_CSV).equals(before)).toBe(true);
  await telecrm.stop();
});

test('a file that cannot be opened is explained where it was dropped', async ({ start, dataFolder }) => {
  const { app, page } = await start();
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, dataFolder);
  await page.getByRole('button', { name: say('home.openFile') }).click();
  const fileName = path.basename(dataFolder);
  await expect(page.getByText(say('failures.file-is-folder.title', { fileName }))).toBeVisible();
  await expect(page.getByText(say('failures.file-is-folder.next'))).toBeVisible();
});
