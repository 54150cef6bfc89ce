import type { ElectronApplication } from 'playwright/test';
import {
  appSnapshot,
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
import { expect, test, type RunningApp } from './the-app.ts';

const LEADS = 60;

/** How a program may be ended kindly; Windows knows no signals. */
const ENDS = process.platform === 'win32' ? (['its window'] as const) : (['its window', 'SIGTERM'] as const);

for (const end of ENDS) {
  test(`ended by ${end} in mid-send, the program waits for answers under way, and later sends each lead once`, async ({
    start,
    dataFolder,
  }) => {
    await endAndGoOn(start, dataFolder, end);
  });
}

async function endAndGoOn(
  start: () => Promise<RunningApp>,
  dataFolder: string,
  end: 'its window' | 'SIGTERM',
): Promise<void> {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  telecrm.holdAfter(20);
  const first = await start();
  await beginSending(first, telecrm, dataFolder);
  await telecrm.until(() => telecrm.heldCount > 0);
  const leaves = await noticeLeaving(first.app);
  const ended = end === 'SIGTERM' ? first.terminate() : first.close();
  // Not before: what is answered while it still sends is followed by more.
  await leaves();
  telecrm.release();
  await ended;
  const arrivedBefore = telecrm.arrived.length;
  expect(arrivedBefore).toBeLessThan(LEADS);

  const { page } = await start();
  const [summary] = (await appSnapshot(page)).imports;
  expect(summary?.stage).toBe('sending');
  expect(summary?.counts).toMatchObject({
    accepted: arrivedBefore,
    unknown: 0,
    queued: LEADS - arrivedBefore,
  });
  await page
    .getByRole('button', { name: /: people\.csv$/u })
    .first()
    .click();
  await page.getByRole('button', { name: say('send.continue') }).click();
  await tokenCure(page).click();
  await typeToken(page, telecrm.token);
  await page.getByRole('button', { name: say('send.continue') }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  expectEachOnce(telecrm);
  await telecrm.stop();
}

/** Answers with a function that resolves as soon as the program has begun to end itself, however it was told to. */
async function noticeLeaving(app: ElectronApplication): Promise<() => Promise<void>> {
  await app.evaluate(({ app: program }) => {
    program.once('will-quit', () => process.stdout.write('It leaves.'));
  });
  const { stdout } = app.process();
  const said = new Promise<void>((resolve) => {
    stdout?.on('data', (text) => {
      if (String(text).includes('It leaves.')) {
        resolve();
      }
    });
  });
  return () => said;
}

test('paused and continued, each lead is sent once', async ({ start, dataFolder }) => {
  const telecrm = new PretendTelecrm();
  await telecrm.start();
  telecrm.holdAfter(20);
  const running = await start();
  const { page } = running;
  await beginSending(running, telecrm, dataFolder);
  await telecrm.until(() => telecrm.heldCount > 0);
  await page.getByRole('button', { name: say('send.pause') }).click();
  await expect(heading(page, say('send.phase.pausing'))).toBeVisible();
  telecrm.release();
  await expect(heading(page, say('send.phase.paused'))).toBeVisible();
  const atPause = telecrm.arrived.length;
  expect(atPause).toBeLessThan(LEADS);
  expect((await appSnapshot(page)).sending?.counts).toMatchObject({
    accepted: atPause,
    sending: 0,
    unknown: 0,
  });
  await page.getByRole('button', { name: say('send.continue') }).click();
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  expectEachOnce(telecrm);
  await telecrm.stop();
});

async function beginSending(
  { app, page }: RunningApp,
  telecrm: PretendTelecrm,
  folder: string,
): Promise<void> {
  await connectTelecrm(page, telecrm);
  await openSpreadsheet(app, page, writeLeads(folder, LEADS));
  await goToFix(page);
  await sendFast(page);
}

function expectEachOnce(telecrm: PretendTelecrm): void {
  const phones = telecrm.arrived.map(({ fields }) => fields['phone']);
  expect(phones).toHaveLength(LEADS);
  expect(new Set(phones).size).toBe(LEADS);
}
