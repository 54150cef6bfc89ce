import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import {
  decideEverything,
  fillInWorkspace,
  goHome,
  heading,
  MESSY_CSV,
  openSpreadsheet,
  say,
  sentOf,
  tokenCure,
  writeLeads,
} from './hands.ts';
import { inspectScreen, PICTURES } from './inspect-screen.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '..', '..');
/** The few that the README shows; `UPDATE_PICTURES=1` refreshes them. */
const README_PICTURES = path.join(REPOSITORY, 'build', 'screenshots');
const IN_README = ['fix-light', 'fix-dark', 'match-light', 'send-light', 'report-practice-light'];

for (const theme of ['light', 'dark'] as const) {
  test(`every screen can be used by everyone, ${theme}`, async ({ start, dataFolder }) => {
    test.setTimeout(240_000);
    const telecrm = new PretendTelecrm();
    await telecrm.start();
    const { app, page } = await start({ theme });
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      found.push(...(await inspect(page, theme, name)));
    };
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 720));

    await look('home-first');
    await page.getByRole('button', { name: say('home.trySample') }).click();
    await expect(heading(page, say('file.title'))).toBeVisible();
    await expect(page.getByText('Farhan कुमार').first()).toBeVisible();
    await look('file');
    await page.getByRole('button', { name: say('file.next') }).click();
    await expect(heading(page, say('match.title'))).toBeVisible();
    await look('match');
    await page.getByRole('button', { name: say('match.next') }).click();
    await expect(heading(page, say('fix.title'))).toBeVisible();
    await expect(page.getByRole('article').first()).toBeVisible();
    await look('fix');
    await decideEverything(page);
    await look('fix-decided');
    await page.getByRole('button', { name: say('fix.next') }).click();
    await expect(page.getByRole('button', { name: /^Send [\d,]+ leads?$/u })).toBeVisible();
    await look('send');
    await page.getByRole('button', { name: /^Send [\d,]+ leads?$/u }).click();
    await expect(heading(page, say('send.phase.finished'))).toBeVisible();
    await look('send-finished');
    await page.getByRole('button', { name: say('send.seeReport') }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Telecrm accepted all/u })).toBeVisible();
    await look('report');
    await page.getByRole('button', { name: say('report.practiceReceived') }).click();
    await expect(page.getByText(say('report.practice.nothingDropped'))).toBeVisible();
    await look('report-practice');
    await page.getByRole('button', { name: say('common.close') }).click();

    await goHome(page);
    await look('home');
    // The chip with the workspace leads to the Workspace screen, where another one is added and filled in.
    await page.getByRole('button', { name: /^Workspace: /u }).click();
    await expect(heading(page, say('workspace.title'))).toBeVisible();
    await look('workspace-practice');
    await page.getByRole('button', { name: say('workspace.add') }).click();
    await fillInWorkspace(page, telecrm);
    await look('workspace');
    await goHome(page);
    await openSpreadsheet(app, page, MESSY_CSV);
    await page.getByRole('button', { name: say('file.next') }).click();
    await expect(heading(page, say('match.title'))).toBeVisible();
    await look('match-real');
    await goHome(page);

    await openSpreadsheet(app, page, writeLeads(dataFolder, 60));
    await page.getByRole('button', { name: say('file.next') }).click();
    await page.getByRole('button', { name: say('match.next') }).click();
    await page.getByRole('button', { name: say('fix.next') }).click();
    telecrm.holdAfter(25);
    await page.getByRole('radio', { name: say('send.speedOption.fast') }).click();
    await page.getByRole('button', { name: /^Send [\d,]+ leads?$/u }).click();
    await telecrm.until(() => telecrm.heldCount > 0);
    await expect(sentOf(page, 25, 60)).toBeVisible();
    await look('sending');
    await page.getByRole('button', { name: say('send.stop') }).click();
    await expect(page.getByText(say('send.stopTitle'))).toBeVisible();
    await look('sending-stop');
    await page.getByRole('button', { name: say('send.keepSending') }).click();
    telecrm.token = 'replaced';
    telecrm.release();
    await expect(heading(page, say('send.phase.stopped'))).toBeVisible();
    await look('sending-stopped');
    await tokenCure(page).click();
    await expect(page.getByRole('textbox', { name: say('workspace.token'), exact: true })).toBeVisible();
    await look('token');
    expect(found).toStrictEqual([]);
    await telecrm.stop();
  });
}

/** Takes a picture, keeps it for the README if it is one of its, and looks for what would shut somebody out. */
async function inspect(page: Page, theme: 'light' | 'dark', name: string): Promise<readonly string[]> {
  const found = await inspectScreen(page, `${name}-${theme}`);
  if (process.env['UPDATE_PICTURES'] === '1' && IN_README.includes(`${name}-${theme}`)) {
    mkdirSync(README_PICTURES, { recursive: true });
    copyFileSync(
      path.join(PICTURES, `${name}-${theme}.png`),
      path.join(README_PICTURES, `${name}-${theme}.png`),
    );
  }
  return found;
}
