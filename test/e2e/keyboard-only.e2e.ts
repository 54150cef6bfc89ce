import type { Locator, Page } from 'playwright/test';
import { heading, say } from './hands.ts';
import { expect, test } from './the-app.ts';

test('a practice import needs no mouse, from the first screen to the report', async ({ start }) => {
  const { page } = await start();
  await press(page, page.getByRole('button', { name: say('home.trySample') }));
  await expect(heading(page, say('file.title'))).toBeVisible();
  await press(page, page.getByRole('button', { name: say('file.next') }));
  await expect(heading(page, say('match.title'))).toBeVisible();
  await press(page, page.getByRole('button', { name: say('match.next') }));
  await expect(heading(page, say('fix.title'))).toBeVisible();

  // A card is decided, and the decision taken back, by keyboard.
  const card = page.getByRole('article').first();
  await press(page, card.getByRole('button', { name: say('fix.action.leaveOut') }));
  const takeBack = page.getByRole('button', {
    name: new RegExp(`^${say('fix.takeBackNamed', { card: '' })}`, 'u'),
  });
  await press(page, takeBack.first());
  await expect(takeBack).toHaveCount(0);

  // A cell is mended in the grid as in a spreadsheet program.
  const grid = page.getByRole('grid');
  await tabTo(page, grid);
  const bar = page.getByRole('region', { name: say('fix.cell.bar') });
  const wrong = say('fix.cell.place', { row: '9', heading: 'Mobile No.' });
  await expect(bar).not.toContainText(say('fix.cell.nothing'));
  for (let moves = 0; moves < 30 && !(await bar.innerText()).includes(wrong); moves += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(bar).toContainText('12345');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('98123 45678');
  await page.keyboard.press('Enter');
  await expect(grid.getByText('919812345678').or(bar.getByText('919812345678')).first()).toBeVisible();

  await press(page, page.getByRole('button', { name: say('fix.next') }));
  await expect(heading(page, say('send.title'))).toBeVisible();
  await press(page, page.getByRole('button', { name: /^Send [\d,]+ leads?$/u }));
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  await press(page, page.getByRole('button', { name: say('send.seeReport') }));
  await expect(page.getByRole('heading', { level: 1, name: /^Telecrm accepted/u })).toBeVisible();
});

/** Goes to a button with the Tab key and presses it. */
async function press(page: Page, button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

/** Presses Tab until `target`, or something in it, has the focus; fails when a whole round does not get there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 150; steps += 1) {
    const isThere = await target.evaluate((element) => element.contains(document.activeElement));
    if (isThere) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(target)}`);
}
