import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { dropFiles } from './drop-files.ts';
import { heading, say } from './hands.ts';
import { expect, test } from './the-app.ts';

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures');

/** What the File screen says it understood. */
function understood(page: Page): Locator {
  return page.getByRole('main').getByRole('paragraph').filter({ hasText: ' columns.' });
}

async function dropFixture(page: Page, name: string): Promise<void> {
  await dropFiles(page, [path.join(FIXTURES, name)]);
}

const SENTENCES = [
  ['leads-clean.csv', 'leads-clean.csv, headings in row 1, 40 rows, 6 columns.'],
  ['leads-messy.csv', 'leads-messy.csv, headings in row 1, 240 rows, 14 columns.'],
  [
    'leads-semicolon-windows1252.csv',
    'leads-semicolon-windows1252.csv, headings in row 1, 30 rows, 5 columns.',
  ],
  ['fair-leads.xlsx', 'fair-leads.xlsx, sheet Day 1 (1 other), headings in row 3, 120 rows, 7 columns.'],
  [
    'workbooks/many-traps.xlsx',
    'many-traps.xlsx, sheet May (2 others), headings in row 3, 5 rows, 12 columns.',
  ],
  [
    'workbooks/many-traps.xls',
    'many-traps.xls, sheet May (2 others), headings in row 3, 5 rows, 12 columns.',
  ],
  [
    'workbooks/many-traps.ods',
    'many-traps.ods, sheet May (2 others), headings in row 3, 5 rows, 12 columns.',
  ],
  ['workbooks/days-from-1904.xlsx', 'days-from-1904.xlsx, headings in row 1, 2 rows, 3 columns.'],
  ['workbooks/days-from-1904.xls', 'days-from-1904.xls, headings in row 1, 2 rows, 3 columns.'],
  ['workbooks/days-from-1904.ods', 'days-from-1904.ods, headings in row 1, 2 rows, 3 columns.'],
  [
    'workbooks/dates-in-many-formats.xlsx',
    'dates-in-many-formats.xlsx, headings in row 1, 5 rows, 11 columns.',
  ],
  ['workbooks/money-and-percent.ods', 'money-and-percent.ods, headings in row 1, 3 rows, 10 columns.'],
  ['workbooks/results-of-formulas.xls', 'results-of-formulas.xls, headings in row 1, 2 rows, 12 columns.'],
  [
    'workbooks/long-numbers-and-zeros.xlsx',
    'long-numbers-and-zeros.xlsx, headings in row 1, 3 rows, 11 columns.',
  ],
  [
    'workbooks/hidden-everywhere.xlsx',
    'hidden-everywhere.xlsx, sheet Leads (2 others), headings in row 2, 5 rows, 6 columns.',
  ],
  [
    'workbooks/merged-titles-and-cells.xlsx',
    'merged-titles-and-cells.xlsx, headings in row 4, 4 rows, 6 columns.',
  ],
  [
    'workbooks/letters-of-many-scripts.ods',
    'letters-of-many-scripts.ods, headings in row 1, 6 rows, 3 columns.',
  ],
  [
    'workbooks/saved-by-google-sheets-days.xlsx',
    'saved-by-google-sheets-days.xlsx, headings in row 1, 10 rows, 2 columns.',
  ],
  [
    'workbooks/saved-by-google-sheets-two-sheets.xlsx',
    'saved-by-google-sheets-two-sheets.xlsx, sheet fruit (1 other), headings in row 1, 3 rows, 4 columns.',
  ],
  [
    'workbooks/saved-by-google-sheets-blank-cells.xlsx',
    'saved-by-google-sheets-blank-cells.xlsx, headings in row 1, 3 rows, 3 columns.',
  ],
  ['workbooks/rows-far-apart.xls', 'rows-far-apart.xls, headings in row 1, 3 rows, 3 columns.'],
  ['workbooks/xml-spreadsheet-named.xls', 'xml-spreadsheet-named.xls, headings in row 1, 1 row, 4 columns.'],
  ['web-page-named.xls', 'web-page-named.xls, headings in row 1, 1 row, 2 columns.'],
  ['title-lines-above-heading.csv', 'title-lines-above-heading.csv, headings in row 4, 2 rows, 4 columns.'],
  ['no-heading.csv', 'no-heading.csv, no headings, 3 rows, 3 columns.'],
] as const;

test('a dropped file is understood without a click, one after the other', async ({ start }) => {
  const { page } = await start();
  for (const [file, sentence] of SENTENCES) {
    // From the second on they are dropped on the File screen, beside every box.
    await dropFixture(page, file);
    await expect(understood(page)).toHaveText(sentence);
  }
});

test('letters of another code page are right at once', async ({ start }) => {
  const { page } = await start();
  await dropFixture(page, 'leads-semicolon-windows1252.csv');
  await expect(page.getByRole('cell', { name: 'Jürgen Groß' }).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: '29.070,50' })).toBeVisible();
});

test('another sheet is chosen in the sentence, and its headings are found anew', async ({ start }) => {
  const { page } = await start();
  await dropFixture(page, 'fair-leads.xlsx');
  await page.getByTitle(say('file.changeSheet')).click();
  await expect(page.getByText(say('file.sheetsWithout', { names: 'Read me' }))).toBeVisible();
  await page.getByRole('button', { name: 'Day 2', exact: true }).click();
  await expect(understood(page)).toHaveText(
    'fair-leads.xlsx, sheet Day 2 (1 other), headings in row 1, 15 rows, 2 columns.',
  );
  await expect(page.getByRole('cell', { name: 'Meera कुमार' })).toBeVisible();
});

test('the headings are chosen in the sentence: by sight, by number, or none at all', async ({ start }) => {
  const { page } = await start();
  await dropFixture(page, 'fair-leads.xlsx');
  const change = page.getByTitle(say('file.changeHeading'));
  await change.click();
  await page.getByRole('button', { name: `${say('file.headingCandidate', { row: 4 })} Sneha Singh` }).click();
  await expect(understood(page)).toContainText('headings in row 4, 119 rows');
  await expect(page.getByRole('columnheader', { name: 'Sneha Singh' })).toBeVisible();

  await change.click();
  await page.getByLabel(say('file.headingRow')).fill('3');
  await page.getByRole('button', { name: say('file.headingUse') }).click();
  await expect(understood(page)).toContainText('headings in row 3, 120 rows, 7 columns');
  await expect(page.getByRole('columnheader', { name: 'Fee quoted' })).toBeVisible();

  await change.click();
  await page.getByRole('button', { name: say('file.noHeading') }).click();
  await expect(understood(page)).toContainText('no headings');
  await expect(page.getByRole('cell', { name: 'Fee quoted' })).toBeVisible();
});

test('another file is chosen in the sentence', async ({ start }) => {
  const { app, page } = await start();
  await dropFixture(page, 'leads-clean.csv');
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    },
    path.join(FIXTURES, 'pipes.csv'),
  );
  await page.getByTitle(say('file.changeFile', { fileName: 'leads-clean.csv' })).click();
  await page.getByRole('button', { name: say('file.chooseOther') }).click();
  await expect(understood(page)).toContainText('pipes.csv');
});

test('hidden sheets, rows and columns are told and not dropped', async ({ start }) => {
  const { page } = await start();
  await dropFixture(page, 'workbooks/many-traps.xlsx');
  await expect(page.getByText(say('file.hiddenRows', { count: 1 }))).toBeVisible();
  await expect(page.getByText(say('file.hiddenColumns', { count: 1 }))).toBeVisible();
  await expect(page.getByText(say('file.blankSkipped', { count: 1 }))).toBeVisible();
  await expect(page.getByRole('cell', { name: '001234' })).toBeVisible();
  await page.getByTitle(say('file.changeSheet')).click();
  await page.getByRole('button', { name: say('file.sheetHidden', { sheet: 'Old leads' }) }).click();
  await expect(understood(page)).toHaveText(
    'many-traps.xlsx, sheet Old leads (2 others), headings in row 1, 1 row, 2 columns.',
  );
  await expect(page.getByRole('cell', { name: 'Imran Khan' })).toBeVisible();
});

test('a workbook with a password says so, and what to do, and the next file opens', async ({ start }) => {
  const { page } = await start();
  for (const fileName of ['password.xls', 'password.ods']) {
    await dropFixture(page, `workbooks/${fileName}`);
    await expect(page.getByText(say('failures.workbook-encrypted.title', { fileName }))).toBeVisible();
    await expect(page.getByText(say('failures.workbook-encrypted.next'))).toBeVisible();
  }
  await expect(heading(page, say('home.title'))).toBeVisible();
  await dropFixture(page, 'leads-clean.csv');
  await expect(understood(page)).toContainText('leads-clean.csv');
  await dropFixture(page, 'workbooks/password.xls');
  await expect(
    page.getByText(say('failures.workbook-encrypted.title', { fileName: 'password.xls' })),
  ).toBeVisible();
  await expect(understood(page)).toContainText('leads-clean.csv');
});
