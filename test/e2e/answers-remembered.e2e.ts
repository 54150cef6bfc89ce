import {
  cardsOf,
  goHome,
  goToMatch,
  heading,
  openSpreadsheet,
  say,
  sendFast,
  stepToFix,
  writeCsv,
} from './hands.ts';
import { inspectScreen } from './inspect-screen.ts';
import { expect, test } from './the-app.ts';

const HEADINGS = ['Name', 'Phone', 'Lead Source'];

test('a workspace is filled by one click, and an answer for a value is remembered on the next file', async ({
  start,
  dataFolder,
}) => {
  const { app, page } = await start();
  const found: string[] = [];
  await page.getByRole('button', { name: say('home.trySample') }).click();
  await expect(heading(page, say('file.title'))).toBeVisible();
  await page.getByRole('button', { name: /^Workspace: /u }).click();
  await expect(heading(page, say('workspace.title'))).toBeVisible();
  const fields = page.getByRole('table', { name: say('workspace.fieldsTable') });
  await expect(fields.getByText('lead_source')).toBeHidden();
  await page.getByRole('button', { name: say('workspace.sync.practiceRead') }).click();
  const what = say('workspace.sync.foundThree', {
    one: say('workspace.sync.fields', { count: 18 }),
    other: say('workspace.sync.actions', { count: 2 }),
    last: say('workspace.sync.members', { count: 12 }),
  });
  await expect(page.getByText(say('workspace.sync.found', { what }))).toBeVisible();
  await expect(fields.getByText('lead_source')).toBeVisible();
  await expect(page.getByText('ACTION_1001')).toBeVisible();
  await expect(page.getByLabel(say('workspace.team.label'))).toHaveValue(/asha@acme\.example/u);
  found.push(...(await inspectScreen(page, 'workspace-filled')));
  await goHome(page);

  // A value that Telecrm does not know is asked about, once for all its rows.
  const april = writeCsv(dataFolder, 'leads-april.csv', [
    HEADINGS,
    ['Person 1', '9811300007', 'Facbook'],
    ['Person 2', '9811300014', 'Google'],
    ['Person 3', '9811300021', 'Facbook'],
    ['Person 4', '9811300028', 'Sulekha'],
  ]);
  await openSpreadsheet(app, page, april);
  await stepToFix(page);
  const cards = cardsOf(page);
  found.push(...(await inspectScreen(page, 'fix-values')));
  await cards.getByRole('button', { name: say('fix.action.useInstead', { text: 'Facebook' }) }).click();
  await cards.getByRole('combobox', { name: say('fix.values.decide', { value: 'Sulekha' }) }).click();
  await page.getByRole('option', { name: say('fix.action.leaveOut') }).click();
  // An answer can be taken back where it was given, and given anew.
  await expect(cards.getByText(say('fix.values.allAnswered'))).toBeVisible();
  found.push(...(await inspectScreen(page, 'fix-values-answered')));
  await cards.getByRole('button', { name: say('fix.takeBackNamed', { card: 'Facbook' }) }).click();
  await cards.getByRole('button', { name: say('fix.action.useInstead', { text: 'Facebook' }) }).click();
  await expect(cards.getByText(say('fix.values.allAnswered'))).toBeVisible();
  await sendFast(page);
  await expect(heading(page, say('send.phase.finished'))).toBeVisible();
  await goHome(page);

  // The next file, with a column more, is matched and answered in the same way, and says so.
  const may = writeCsv(dataFolder, 'leads-may.csv', [
    [...HEADINGS, 'Budget'],
    ['Person 5', '9811300035', 'Facbook', '120000'],
    ['Person 6', '9811300042', 'Sulekha', '80000'],
    ['Person 7', '9811300049', 'Website', ''],
  ]);
  await openSpreadsheet(app, page, may);
  await goToMatch(page);
  await expect(page.getByText('leads-april.csv')).toBeVisible();
  await expect(page.getByText(say('match.drift.added', { headings: 'Budget' }))).toBeVisible();
  found.push(...(await inspectScreen(page, 'match-drift')));
  await stepToFix(page);
  await expect(page.getByRole('button', { name: say('fix.counter.ready', { count: 3 }) })).toBeVisible();
  await expect(page.getByRole('grid').getByText('Facebook')).toBeVisible();

  // What was learned can be seen and forgotten; then it is asked again.
  await page.getByRole('button', { name: /^Workspace: /u }).click();
  const learned = page.getByRole('region', { name: say('workspace.memory.title') });
  await expect(
    learned.getByText(
      say('workspace.memory.answer', { label: 'Lead Source', value: 'Facbook', becomes: 'Facebook' }),
    ),
  ).toBeVisible();
  await learned.scrollIntoViewIfNeeded();
  found.push(...(await inspectScreen(page, 'workspace-memory')));
  await learned
    .getByRole('button', { name: say('workspace.memory.forgetNamed', { fileName: 'leads-april.csv' }) })
    .click();
  await expect(learned.getByText('leads-april.csv')).toBeHidden();
  await goHome(page);
  await openSpreadsheet(app, page, may);
  await stepToFix(page);
  await expect(
    cards.getByRole('button', { name: say('fix.action.useInstead', { text: 'Facebook' }) }),
  ).toBeVisible();
  expect(found).toStrictEqual([]);
});
