import {
  cardsOf,
  choose,
  connectTelecrm,
  decideEverything,
  goToMatch,
  heading,
  openImportId,
  openSpreadsheet,
  readyRows,
  say,
  stepToFix,
  writeCsv,
} from './hands.ts';
import { inspectScreen } from './inspect-screen.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

test('a column becomes payments, made only where it is filled, exactly as Telecrm documents them', async ({
  start,
  dataFolder,
}) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  const { app, page } = await start();
  const found: string[] = [];
  await connectTelecrm(page, telecrm);
  const fees = writeCsv(dataFolder, 'fees.csv', [
    ['Name', 'Phone', 'Fees paid'],
    ['Person 1', '9811300007', '"Rs. 5,000/-"'],
    ['Person 2', '9811300014', ''],
    ['Person 3', '9811300021', '1.5 lakh'],
    ['Person 4', '9811300028', 'later'],
  ]);
  await openSpreadsheet(app, page, fees);
  await goToMatch(page);
  await page.getByRole('button', { name: say('match.action.addPayment') }).click();
  const label = say('match.action.payment');
  const part = (name: 'status' | 'currency' | 'amount'): string =>
    say('match.action.source', { part: say(`match.action.part.${name}`), label });
  const fixed = (name: 'status' | 'currency'): string =>
    say('match.action.fixedText', { part: say(`match.action.part.${name}`) });

  // A payment that is not whole is not sent, and what is missing is told where it can be chosen.
  await expect(
    page.getByText(say('match.action.needed', { label: say('match.action.part.amount') })),
  ).toBeVisible();
  found.push(...(await inspectScreen(page, 'match-payment-incomplete')));
  await choose(page, part('amount'), say('match.action.fromColumn', { heading: 'Fees paid' }));
  for (const [name, value] of [
    ['status', 'COMPLETED'],
    ['currency', 'INR'],
  ] as const) {
    await choose(page, part(name), say('match.action.fixed'));
    // The list of what Telecrm takes is open at once.
    await page.getByRole('option', { name: value, exact: true }).click();
    await expect(page.getByRole('combobox', { name: fixed(name), exact: true })).toHaveValue(value);
  }
  await choose(
    page,
    say('match.action.condition', { label }),
    say('match.action.onlyWhere', { heading: 'Fees paid' }),
  );
  found.push(...(await inspectScreen(page, 'match-payment')));

  // An amount that cannot be read is seen and mended in its row.
  await stepToFix(page);
  const cards = cardsOf(page);
  await expect(cards.getByText(/^Row 5: later$/u).first()).toBeVisible();
  await expect(page.getByRole('grid').getByText(/→ .*Amount/u)).toBeVisible();
  found.push(...(await inspectScreen(page, 'fix-payment')));
  await decideEverything(page);
  const previews = (await readyRows(page, await openImportId(page))).map(({ body }) => body ?? '');

  await page.getByRole('button', { name: say('fix.next') }).click();
  await expect(page.getByText(say('send.actionCount', { label, count: 2 }))).toBeVisible();
  await expect(page.getByText(say('send.actionsText'))).toBeVisible();
  found.push(...(await inspectScreen(page, 'send-payment')));
  await page.getByRole('radio', { name: say('send.speedOption.fast') }).click();
  await page.getByRole('button', { name: /^Send [\d,]+ leads?$/u }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();

  const payment = (amount: string) => ({ type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount });
  const byPhone = new Map(
    telecrm.arrived.map(({ body, fields }) => [fields['phone'], JSON.parse(body) as { actions?: unknown }]),
  );
  expect(byPhone.get('919811300007')).toStrictEqual({
    fields: { name: 'Person 1', phone: '919811300007' },
    actions: [payment('5000')],
  });
  expect(byPhone.get('919811300014')?.actions ?? []).toStrictEqual([]);
  expect(byPhone.get('919811300021')?.actions).toStrictEqual([payment('150000')]);
  expect(byPhone.get('919811300028')?.actions ?? []).toStrictEqual([]);
  expect(telecrm.arrived.map(({ body }) => body).toSorted()).toStrictEqual(previews.toSorted());
  expect(found).toStrictEqual([]);
  await telecrm.stop();
});
