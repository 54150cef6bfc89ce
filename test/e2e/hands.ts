import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type ElectronApplication, type Locator, type Page } from 'playwright/test';
import type { RowView } from '../../shared/import.ts';
import type { AppSnapshot } from '../../shared/app-snapshot.ts';
import { makeWords } from '../../shared/words/make-words.ts';

/** What the window says, so that a better sentence is not a broken test. */
export const { say } = makeWords('en');

/** What the Workspace screen asks for. */
export type Connection = { readonly enterpriseId: string; readonly url: string; readonly token: string };

/** The messy sample, which also comes with the program. */
export const MESSY_CSV = path.join(import.meta.dirname, '..', 'fixtures', 'leads-messy.csv');

/** The step bar's link to a step. */
export function step(page: Page, name: 'file' | 'match' | 'fix' | 'send' | 'report'): Locator {
  return page.getByRole('navigation', { name: say('shell.steps') }).getByText(say(`shell.step.${name}`));
}

/** The screen's one heading. */
export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/**
 * How many leads are done, as the eye sees it. Not what a screen reader is told, which are the same words with others
 * around them, and now and then the same number.
 */
export function sentOf(page: Page, done: number, total: number): Locator {
  return page.getByText(say('send.running.sentOf', { done, total }), { exact: true });
}

/**
 * Answers the system's dialog for opening a file, the only thing that a test cannot click. Nothing of ours is
 * replaced.
 */
export async function chooseNextFile(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, filePath);
}

/** Answers the system's dialog for saving a file. */
export async function chooseNextTarget(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

/** Opens a spreadsheet from Home as a user does, and waits until it is read and checked. */
export async function openSpreadsheet(app: ElectronApplication, page: Page, filePath: string): Promise<void> {
  await chooseNextFile(app, filePath);
  await page.getByRole('button', { name: say('home.openFile') }).click();
  await expect(heading(page, say('file.title'))).toBeVisible();
  // What was found while it was read comes into the screens, and moves what stands below away from under the mouse.
  await expect(page.getByRole('progressbar', { name: say('file.progressName') })).toBeHidden();
}

/** Opens the Workspace screen from Home, fills it in, and goes back. */
export async function connectTelecrm(page: Page, telecrm: Connection): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: say('home.connect.button') })
    .click();
  await fillInWorkspace(page, telecrm);
  await goHome(page);
}

/** Types enterprise id, address and token of a Telecrm into the Workspace screen that is open. */
export async function fillInWorkspace(page: Page, telecrm: Connection): Promise<void> {
  await expect(heading(page, say('workspace.title'))).toBeVisible();
  await page.getByLabel(say('workspace.name'), { exact: true }).fill('Delhi office');
  await page.getByLabel(say('workspace.enterpriseId')).fill(telecrm.enterpriseId);
  await page.getByRole('radio', { name: say('workspace.sharingOption.alone') }).check();
  await page.getByRole('button', { name: say('workspace.expert') }).click();
  await page.getByLabel(say('workspace.apiUrl')).fill(telecrm.url);
  await page.getByRole('button', { name: say('workspace.save'), exact: true }).click();
  await expect(page.getByText(say('workspace.saved'))).toBeVisible();
  await typeToken(page, telecrm.token);
  await expect(page.getByText(say('workspace.tokenState.this-session'))).toBeVisible();
}

/** The button beside bad news about the token that opens its box. */
export function tokenCure(page: Page): Locator {
  return page.getByRole('button', { name: say('send.obstacle.token') });
}

/** Types a token into the box that is open, and waits until it is gone from it, or with it: main has it then. */
export async function typeToken(page: Page, token: string): Promise<void> {
  const box = page.getByRole('textbox', { name: say('workspace.token'), exact: true });
  await box.fill(token);
  await box.press('Enter');
  const typed = (): Promise<string> =>
    box.evaluateAll((boxes) => boxes.map((one) => (one as HTMLInputElement).value).join());
  await expect.poll(typed).toBe('');
}

/**
 * Types a token that reads into the Workspace screen that is open, and waits until the workspace is filled by it: then its
 * imports are checked anew, which keeps them from being sent for a moment.
 */
export async function typeSyncToken(page: Page, token: string): Promise<void> {
  const box = page.getByRole('textbox', { name: say('workspace.sync.token'), exact: true });
  await box.fill(token);
  await box.press('Enter');
  const [lastRead = ''] = say('workspace.sync.lastRead', { when: '<when>' }).split('<when>');
  await expect(page.getByText(lastRead)).toBeVisible();
}

export async function goHome(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('shell.home'), exact: true }).click();
  await expect(heading(page, say('home.title'))).toBeVisible();
}

/** From the File screen over Match to Fix, without changing what was suggested, once the rows are checked. */
export async function goToFix(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('file.next') }).click();
  await expect(heading(page, say('match.title'))).toBeVisible();
  await page.getByRole('button', { name: say('match.next') }).click();
  await expect(heading(page, say('fix.title'))).toBeVisible();
  await expect(cardsOf(page)).toBeVisible();
}

/** What needs a decision on the Fix screen; there as soon as the rows are checked, also where nothing needs one. */
export function cardsOf(page: Page): Locator {
  return page.getByRole('region', { name: say('fix.cards') });
}

/**
 * Decides every card on the Fix screen: lets stand what may stand, leaves out what is wrong (of a card of values, all of
 * them at once), skips rows that cannot go.
 */
export async function decideEverything(page: Page): Promise<void> {
  const cards = cardsOf(page);
  const open = cards.locator('article[data-decided="false"]');
  await expect(cards).toBeVisible();
  while ((await open.count()) > 0) {
    const first = open.first();
    const titleId = (await first.getAttribute('aria-labelledby')) ?? '';
    const ways = [
      first.getByRole('button', { name: say('fix.action.accept') }),
      first.getByRole('button', { name: new RegExp(`^${say('fix.action.leaveOut')}`, 'u') }),
      first.getByRole('button', { name: say('fix.values.leaveRest') }),
      first.getByRole('button', { name: /^Skip (?:this row|these rows)/u }),
    ];
    for (const way of ways) {
      if ((await way.count()) > 0) {
        await way.first().click();
        break;
      }
    }
    // Not the number of cards: an answer may lead to a further question, such as about what is left of a payment.
    const answered = cards.locator(`article[aria-labelledby="${titleId}"][data-decided="false"]`);
    await expect(answered).toHaveCount(0);
  }
}

/** From Fix to the receipt on the Send screen. */
export async function goToReceipt(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('fix.next') }).click();
  await expect(heading(page, say('send.title'))).toBeVisible();
}

/** From Fix to Send, then the button with the number; `fast` so that a test need not wait. */
export async function sendFast(page: Page): Promise<void> {
  await goToReceipt(page);
  await page.getByRole('radio', { name: say('send.speedOption.fast') }).click();
  await page.getByRole('button', { name: /^Send [\d,]+ leads?$/u }).click();
}

/** The button on Home that leads to the next thing to do with the import of this file. */
export function nextOf(page: Page, fileName: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ hasText: fileName })
    .getByRole('button', { name: new RegExp(`: ${fileName}$`, 'u') });
}

/** Chooses an option of a box with a list, which is found by its name. */
export async function choose(page: Page, box: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: box, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** From whichever step is open to Match, once the rows are checked. */
export async function goToMatch(page: Page): Promise<void> {
  await step(page, 'match').click();
  await expect(heading(page, say('match.title'))).toBeVisible();
  await expect(page.getByText(say('match.saving'))).toBeHidden();
}

/** From whichever step is open to Fix, once the rows are checked, also by what was changed last on Match. */
export async function stepToFix(page: Page): Promise<void> {
  await expect(page.getByText(say('match.saving'))).toBeHidden();
  await step(page, 'fix').click();
  await expect(heading(page, say('fix.title'))).toBeVisible();
  await expect(cardsOf(page)).toBeVisible();
}

/** Main's whole list of imports, newest first, has this one at its top. */
export async function openImportId(page: Page): Promise<string> {
  const [newest] = (await appSnapshot(page)).imports;
  return newest?.importId ?? '';
}

/** The rows of an import as the window shows them, those that will be sent. */
export async function readyRows(page: Page, importId: string): Promise<readonly RowView[]> {
  return page.evaluate(async (id) => {
    const { leadImporter } = globalThis as unknown as {
      leadImporter: { 'import.page': (argument: unknown) => Promise<{ value: { rows: RowView[] } }> };
    };
    const filter = { kind: 'fates', fates: ['ready'] };
    return (await leadImporter['import.page']({ importId: id, filter, offset: 0, limit: 500 })).value.rows;
  }, importId);
}

/** Writes a spreadsheet with these rows, the headings first. */
export function writeCsv(folder: string, name: string, rows: readonly (readonly string[])[]): string {
  const csvPath = path.join(folder, name);
  writeFileSync(csvPath, `${rows.map((cells) => cells.join(',')).join('\n')}\n`);
  return csvPath;
}

/** What main tells the page about everything. */
export async function appSnapshot(page: Page): Promise<AppSnapshot> {
  return page.evaluate(async () => {
    const { leadImporter } = globalThis as unknown as {
      leadImporter: { 'app.read': () => Promise<{ value: AppSnapshot }> };
    };
    return (await leadImporter['app.read']()).value;
  });
}

/**
 * Writes a clean spreadsheet of `count` different people, from the `firstPerson`th on; the numbers are of a kind that exists and belong to nobody
 * here.
 */
export function writeLeads(folder: string, count: number, fileName = 'people.csv', firstPerson = 1): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `Person ${firstPerson + index},98${String(11_300_000 + 7 * (firstPerson + index - 1))}`,
  );
  const csvPath = path.join(folder, fileName);
  writeFileSync(csvPath, `Name,Phone\n${rows.join('\n')}\n`);
  return csvPath;
}
