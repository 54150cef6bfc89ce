import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { runCli } from '../electron/cli/run-cli.ts';
import {
  choose,
  chooseNextFile,
  chooseNextTarget,
  connectTelecrm,
  decideEverything,
  goHome,
  goToMatch,
  heading,
  MESSY_CSV,
  openImportId,
  openSpreadsheet,
  readyRows,
  say,
  sendFast,
  stepToFix,
  writeCsv,
} from './hands.ts';
import { inspectScreen } from './inspect-screen.ts';
import { PretendTelecrm } from './pretend-telecrm.ts';
import { expect, test } from './the-app.ts';

const FAIR_XLSX = path.join(import.meta.dirname, '..', 'fixtures', 'fair-leads.xlsx');
const CLEAN_CSV = path.join(import.meta.dirname, '..', 'fixtures', 'leads-clean.csv');
const SEMICOLON_CSV = path.join(import.meta.dirname, '..', 'fixtures', 'leads-semicolon-windows1252.csv');

/** What a company's own fields look like when they are copied out of a spreadsheet. */
const FIELD_LIST = [
  'city\tCity\tdropdown\tJaipur|Kolkata|Chennai|Mumbai|Pune|Delhi',
  'budget\tBudget\tmoney',
  'enquiry_date\tEnquiry Date\tdate',
  'course\tCourse\ttags',
  'remarks\tRemarks\ttext',
  'score\tScore\tSCORE',
].join('\n');

test('a recipe made in the window sends the same bytes from the command line as the window shows and sends', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const telecrm = new PretendTelecrm();
  const other = new PretendTelecrm();
  await telecrm.start();
  await other.start();
  const { app, page } = await start();
  const found: string[] = [];
  await connectTelecrm(page, telecrm);
  const workspacePath = path.join(dataFolder, 'office.json');
  await page.getByRole('button', { name: /^Workspace: /u }).click();
  found.push(...(await fillInFields(page)));
  await chooseNextTarget(app, workspacePath);
  await page.getByRole('button', { name: say('workspace.file.export') }).click();
  await expect(page.getByText(say('workspace.file.exported', { fileName: 'office.json' }))).toBeVisible();
  expect(readFileSync(workspacePath, 'utf8')).not.toContain(telecrm.token);
  await goHome(page);

  for (const [name, sample] of [
    ['fair', FAIR_XLSX],
    ['messy', MESSY_CSV],
    ['clean', CLEAN_CSV],
    ['semicolon', SEMICOLON_CSV],
  ] as const) {
    await openSpreadsheet(app, page, sample);
    await goToMatch(page);
    await page.getByRole('button', { name: say('match.constants.add') }).click();
    await page.getByRole('option', { name: /^Remarks/u }).click();
    await page
      .getByRole('textbox', { name: say('match.constants.text', { label: 'Remarks' }) })
      .fill(`import: ${name}`);
    await page.keyboard.press('Enter');
    if (name === 'fair') {
      await choose(page, say('match.target', { heading: 'Fee quoted' }), 'Budget');
    }
    await stepToFix(page);
    await decideEverything(page);
    const previews = (await readyRows(page, await openImportId(page))).map(({ body }) => body ?? '');
    expect(previews.length).toBeGreaterThan(20);
    expect(previews.some((body) => body.includes(`import: ${name}`))).toBe(true);

    await goToMatch(page);
    const recipePath = path.join(dataFolder, `${name}.json`);
    await chooseNextTarget(app, recipePath);
    await page.getByRole('button', { name: say('match.saveRecipe') }).click();
    await expect(page.getByText(say('match.recipeSaved', { fileName: `${name}.json` }))).toBeVisible();
    const recipe = readFileSync(recipePath, 'utf8');
    expect(recipe).not.toContain(telecrm.token);
    expect(recipe).not.toContain('@');

    await stepToFix(page);
    telecrm.arrived.length = 0;
    await sendFast(page);
    await expect(heading(page, say('send.phase.finished'))).toBeVisible();
    expect(bodiesOf(telecrm)).toStrictEqual(previews.toSorted());

    other.arrived.length = 0;
    const cliFolder = path.join(dataFolder, `cli-${name}`);
    mkdirSync(cliFolder);
    const run = await runCli(
      [
        'import',
        sample,
        '--recipe',
        recipePath,
        '--workspace',
        workspacePath,
        '--enterprise',
        other.enterpriseId,
        '--api-url',
        other.url,
        '--speed',
        'fast',
        '--data-dir',
        cliFolder,
        '--yes',
        '--json',
      ],
      other.token,
    );
    expect(run.objects.at(-1)).toMatchObject({ kind: 'done', accepted: previews.length, unknown: 0 });
    expect(bodiesOf(other)).toStrictEqual(previews.toSorted());
    await goHome(page);
  }
  expect(found).toStrictEqual([]);
  await telecrm.stop();
  await other.stop();
});

test('two columns for one field ask, and a recipe carries the answer to another file', async ({
  start,
  dataFolder,
}) => {
  const { app, page } = await start();
  const found: string[] = [];
  await page.getByRole('button', { name: say('home.trySample') }).click();
  await expect(heading(page, say('file.title'))).toBeVisible();
  await goHome(page);
  const headings = ['First name', 'Last name', 'Phone', 'Place'];
  const one = writeCsv(dataFolder, 'one.csv', [
    headings,
    ['Asha', 'Rao', '9811300007', 'Jaipur'],
    ['Imran', '', '9811300014', 'Pune'],
  ]);
  await openSpreadsheet(app, page, one);
  await goToMatch(page);
  const targetOf = (column: string) => say('match.target', { heading: column });
  await choose(page, targetOf('First name'), 'Name');
  await choose(page, targetOf('Last name'), 'Name');
  const dialog = page.getByRole('dialog', { name: say('match.twice.title', { label: 'Name' }) });
  await expect(dialog).toBeVisible();
  found.push(...(await inspectScreen(page, 'match-twice')));
  // Whoever does not answer has changed nothing.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('combobox', { name: targetOf('First name') })).toHaveValue('Name');
  await expect(page.getByRole('combobox', { name: targetOf('Last name') })).not.toHaveValue('Name');
  await choose(page, targetOf('Last name'), 'Name');
  await dialog.getByText(say('match.twice.join')).click();
  await expect(
    page.getByText(say('match.join.question', { headings: 'First name + Last name' })),
  ).toBeVisible();

  // One column goes to two fields.
  await choose(page, targetOf('Place'), 'City');
  await page.getByRole('button', { name: say('match.further.addNamed', { heading: 'Place' }) }).click();
  await page.getByRole('option', { name: /^Remarks/u }).click();
  await expect(
    page.getByRole('combobox', { name: say('match.further.target', { heading: 'Place' }) }),
  ).toHaveValue('Remarks');
  found.push(...(await inspectScreen(page, 'match-joined')));
  const [oneRow, twoRow] = await readyRows(page, await openImportId(page));
  expect(oneRow?.fields).toMatchObject({ name: 'Asha Rao', city: 'Jaipur', remarks: 'Jaipur' });
  expect(twoRow?.fields).toMatchObject({ name: 'Imran' });

  const recipePath = path.join(dataFolder, 'recipe.json');
  await chooseNextTarget(app, recipePath);
  await page.getByRole('button', { name: say('match.saveRecipe') }).click();
  await expect(page.getByText(say('match.recipeSaved', { fileName: 'recipe.json' }))).toBeVisible();
  await goHome(page);

  // Another file has the columns in another order, and lacks one.
  const two = writeCsv(dataFolder, 'two.csv', [
    ['Phone', 'Last name', 'First name'],
    ['9811300021', 'Iyer', 'Meena'],
  ]);
  await openSpreadsheet(app, page, two);
  await goToMatch(page);
  await chooseNextFile(app, recipePath);
  await page.getByRole('button', { name: say('match.recipe') }).click();
  await expect(page.getByText(say('match.missing', { headings: 'Place' }))).toBeVisible();
  await expect(page.getByText(say('match.saving'))).toBeHidden();
  const [row] = await readyRows(page, await openImportId(page));
  expect(row?.fields).toStrictEqual({ phone: '919811300021', name: 'Meena Iyer' });
  found.push(...(await inspectScreen(page, 'match-recipe')));

  // One that was made by hand into nonsense changes nothing, and says what is wrong.
  const nonsense = writeCsv(dataFolder, 'nonsense.json', [['{"kind":"something"}']]);
  await chooseNextFile(app, nonsense);
  await page.getByRole('button', { name: say('match.recipe') }).click();
  await expect(page.getByRole('alert')).toContainText('nonsense.json');
  expect((await readyRows(page, await openImportId(page)))[0]?.fields).toStrictEqual(row?.fields);
  expect(found).toStrictEqual([]);
});

/** Pastes the list of fields, and looks at the boxes in which fields and actions are added. */
async function fillInFields(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: say('workspace.list.button') }).click();
  await page.getByLabel(say('workspace.list.label'), { exact: true }).fill(FIELD_LIST);
  await expect(page.getByText(say('workspace.list.lineProblem.type-unknown'))).toBeVisible();
  const found = [...(await inspectScreen(page, 'workspace-paste'))];
  await page.getByRole('button', { name: say('workspace.list.add', { count: 6 }) }).click();
  const fields = page.getByRole('table', { name: say('workspace.fieldsTable') });
  await expect(fields.getByText('enquiry_date')).toBeVisible();
  await page.getByRole('button', { name: say('workspace.action.add') }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  found.push(...(await inspectScreen(page, 'workspace-action')));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  return found;
}

function bodiesOf({ arrived }: PretendTelecrm): readonly string[] {
  return arrived.map(({ body }) => body).toSorted();
}
