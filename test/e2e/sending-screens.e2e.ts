import { PracticeServer } from '../../electron/practice/practice-server.ts';
import {
  connectTelecrm,
  goHome,
  goToFix,
  goToReceipt,
  heading,
  openSpreadsheet,
  say,
  sendFast,
  typeSyncToken,
  writeLeads,
} from './hands.ts';
import { inspectScreen } from './inspect-screen.ts';
import { expect, test } from './the-app.ts';

const LEADS = 12;
const JSON_TYPE = { 'Content-Type': 'application/json' };

for (const theme of ['light', 'dark'] as const) {
  test(`what sending shows can be used by everyone, ${theme}`, async ({ start, dataFolder }) => {
    test.setTimeout(180_000);
    const telecrm = badTelecrm();
    const address = await telecrm.start();
    const { app, page } = await start({ theme });
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      found.push(...(await inspectScreen(page, `${name}-${theme}`)));
    };
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700));

    await page.getByRole('button', { name: say('settings.title') }).click();
    await expect(heading(page, say('settings.title'))).toBeVisible();
    await look('settings');
    await page.getByRole('button', { name: say('settings.back') }).click();

    await connectTelecrm(page, address);
    await page.getByRole('button', { name: /^Workspace: /u }).click();
    await typeSyncToken(page, address.syncToken);
    await goHome(page);

    await openSpreadsheet(app, page, writeLeads(dataFolder, LEADS));
    await goToFix(page);
    await goToReceipt(page);
    await page.getByRole('button', { name: /^Look up all/u }).click();
    await page.getByRole('button', { name: say('send.forecast.show') }).click();
    await expect(
      page.getByText(say('send.forecast.difference', { label: 'Name', before: 'Asha', after: 'Person 1' })),
    ).toBeVisible();
    await look('forecast');
    await page.getByRole('checkbox', { name: say('send.fewFirst', { count: 3 }) }).check();
    await page.getByRole('radio', { name: say('send.speedOption.fast') }).click();
    await page.getByRole('button', { name: say('send.button', { count: LEADS }) }).click();
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await look('few-sent');
    await page.getByRole('button', { name: say('send.running.fewSentGo', { count: LEADS - 3 }) }).click();
    await expect(heading(page, say('send.phase.finished'))).toBeVisible();
    await page.getByRole('button', { name: say('send.seeReport') }).click();
    await page.getByRole('button', { name: say('report.check.start') }).click();
    await expect(page.getByText(say('report.check.notFound', { count: 1 }))).toBeVisible();
    await expect(page.getByRole('list', { name: say('report.check.list') })).toContainText(
      say('report.check.notThere'),
    );
    await look('report-checked');
    await page.getByRole('button', { name: /^Details of row/u }).click();
    await page.getByRole('button', { name: say('report.record.show'), exact: true }).click();
    await expect(page.getByRole('table', { name: say('report.record.attempts') })).toBeVisible();
    await page.getByRole('table', { name: say('report.record.attempts') }).scrollIntoViewIfNeeded();
    await look('report-record');

    await goHome(page);
    await openSpreadsheet(app, page, writeLeads(dataFolder, LEADS, 'june.csv', LEADS + 1));
    await goToFix(page);
    await sendFast(page);
    await expect(page.getByRole('button', { name: say('send.pause') })).toBeVisible();
    await look('running');
    for (const [fileName, person] of [
      ['july.csv', 101],
      ['august.csv', 201],
    ] as const) {
      await goHome(page);
      await openSpreadsheet(app, page, writeLeads(dataFolder, LEADS, fileName, person));
      await goToFix(page);
      await goToReceipt(page);
      await page.getByRole('button', { name: say('send.line.button', { count: LEADS }) }).click();
      await expect(heading(page, say('send.line.heading'))).toBeVisible();
    }
    await look('in-line');
    await goHome(page);
    await expect(page.getByText(say('home.state.inLine', { place: '2' }))).toBeVisible();
    await look('home-line');
    expect(found).toStrictEqual([]);
    await telecrm.stop();
  });
}

/** Knows one person already, refuses one lead, loses one without a word, and does not answer any more after the first import. */
function badTelecrm(): PracticeServer {
  return new PracticeServer({
    existing: [{ name: 'Asha', phone: '919811300000' }],
    faults: [
      {
        kind: 'status',
        status: 400,
        body: '{"error":{"code":"BAD_REQUEST","message":"phone is not valid"}}',
        headers: JSON_TYPE,
        isTakenIn: false,
        atRequest: 6,
      },
      {
        kind: 'status',
        status: 200,
        body: '{"status":"QUEUED"}',
        headers: JSON_TYPE,
        isTakenIn: false,
        atRequest: 8,
      },
      { kind: 'hang', isTakenIn: false, atRequest: LEADS + 1, times: 1000 },
    ],
  });
}
