import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../journal/made-import.ts';
import { startPlainServer } from './plain-server.ts';
import { runCli } from './run-cli.ts';

const ENTERPRISE = '5f0c1d2e3a4b5c6d7e8f9a0b';
const TOKEN = '3f2504e0-4f89-41d3-9a0c-0305e82c33011763800000000:7c9e6679-7425-40de-944b-e07fc1f90ae7';

const SHEET = `First,Last,Mobile,Paid,Paid on,Note,Met
Asha,Rao,98765 12345,"₹ 5,000/-",14/05/2026,called back,2026-05-14 10:30
Ravi,,9812398123,,,,
Meera,Iyer,9898989812,later,,,
Imran,Khan,9765432109,1.5 lakh,,busy,
`;

const field = (apiName: string): object => ({ kind: 'field', apiName });
const part = (actionId: string, name: string): object => ({ kind: 'action', actionId, part: name });

const RECIPE = {
  kind: 'lead-importer-recipe',
  version: 2,
  name: 'Course fair',
  columns: [
    { heading: 'First', target: field('name') },
    { heading: 'Last', target: field('name') },
    { heading: 'Mobile', target: field('phone') },
    { heading: 'Paid', target: part('a1', 'amount') },
    { heading: 'Note', target: part('a2', 'remark') },
    { heading: 'Met', target: { kind: 'action-time', actionId: 'a2' } },
  ],
  extras: [{ heading: 'Mobile', target: field('whatsapp') }],
  joins: [
    {
      target: field('name'),
      how: 'join',
      separator: ' ',
      columns: [{ heading: 'First' }, { heading: 'Last' }],
    },
  ],
  constants: [
    { target: field('tags'), text: 'import: leads-may 2026-05-14' },
    { target: part('a1', 'status'), text: 'COMPLETED' },
    { target: part('a1', 'currency'), text: 'INR' },
  ],
  actions: [
    { actionId: 'a1', type: 'PAYMENT' },
    { actionId: 'a2', type: 'ACTION_1001', onlyWhereFilled: { heading: 'Note' } },
  ],
};

const unlisted = { options: null, trustValues: false };
const WORKSPACE = {
  version: 1,
  name: 'Fair',
  fields: [
    { apiName: 'whatsapp', label: 'WhatsApp', type: 'phone', ...unlisted },
    { apiName: 'tags', label: 'Tags', type: 'tags', ...unlisted },
  ],
  actions: [
    {
      type: 'ACTION_1001',
      label: 'Call',
      fields: [{ apiName: 'remark', label: 'Remark', type: 'text' }],
    },
  ],
};

function files(recipe: object = RECIPE, workspace: object = WORKSPACE): Record<'sheet' | 'args', string[]> {
  const folder = temporaryFolder();
  const sheet = path.join(folder, 'fair.csv');
  writeFileSync(sheet, SHEET);
  writeFileSync(path.join(folder, 'r.json'), JSON.stringify(recipe));
  writeFileSync(path.join(folder, 'w.json'), JSON.stringify(workspace));
  const args = ['--recipe', path.join(folder, 'r.json'), '--workspace', path.join(folder, 'w.json')];
  return { sheet: [sheet], args };
}

function importArgs(url: string, { sheet, args }: ReturnType<typeof files>, ...more: string[]): string[] {
  const where = ['--enterprise', ENTERPRISE, '--api-url', url, '--data-dir', temporaryFolder()];
  return ['import', ...sheet, ...args, ...where, '--yes', '--json', '--speed', 'fast', ...more];
}

describe('a recipe with a payment, an action, a join and a constant', () => {
  it('sends exactly the bodies that Telecrm documents', async () => {
    const server = await startPlainServer();
    const run = await runCli(importArgs(server.url, files(), '--problems', 'omit'), TOKEN);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const tags = '"tags":["import: leads-may 2026-05-14"]';
    const paid = (amount: string): string =>
      `{"type":"PAYMENT","status":"COMPLETED","currency":"INR","amount":"${amount}"}`;
    expect(server.arrived.map(({ body }) => body).toSorted()).toEqual(
      [
        `{"fields":{"name":"Asha Rao","phone":"919876512345","whatsapp":"919876512345",${tags}},"actions":[${paid('5000')},{"type":"ACTION_1001","fields":{"remark":"called back"},"created_on":"14/05/2026 10:30:00"}]}`,
        `{"fields":{"name":"Imran Khan","phone":"919765432109","whatsapp":"919765432109",${tags}},"actions":[${paid('150000')},{"type":"ACTION_1001","fields":{"remark":"busy"}}]}`,
        `{"fields":{"name":"Meera Iyer","phone":"919898989812","whatsapp":"919898989812",${tags}}}`,
        `{"fields":{"name":"Ravi","phone":"919812398123","whatsapp":"919812398123",${tags}}}`,
      ].toSorted(),
    );
    expect(run.objects).toContainEqual({ kind: 'actions', label: 'Payment', leads: 2 });
    expect(run.objects).toContainEqual({ kind: 'actions', label: 'Call', leads: 2 });
  });

  it('keeps a row with half a payment back unless told otherwise, and says why', async () => {
    const server = await startPlainServer();
    const run = await runCli(importArgs(server.url, files()), TOKEN);
    expect(server.arrived).toHaveLength(3);
    expect(run.objects).toContainEqual(
      expect.objectContaining({ kind: 'problem', problem: 'money-not-an-amount', heading: 'Paid', rows: 1 }),
    );
  });

  it('never sends a lead with actions a second time by itself after a server error', async () => {
    const server = await startPlainServer((one) => (one.body.includes('actions') ? 500 : 200));
    const run = await runCli(importArgs(server.url, files(), '--problems', 'omit'), TOKEN);
    expect(run.objects.at(-1)).toMatchObject({ accepted: 2, unknown: 2 });
    expect(server.arrived.filter(({ body }) => body.includes('actions'))).toHaveLength(2);
  });

  it.each([
    [
      'a field that the workspace spells otherwise',
      RECIPE,
      { ...WORKSPACE, fields: [{ ...WORKSPACE.fields[0], apiName: 'WhatsApp' }, WORKSPACE.fields[1]] },
      'Did you mean WhatsApp?',
    ],
    ['an action that the workspace lacks', RECIPE, { ...WORKSPACE, actions: [] }, 'no action ACTION_1001'],
    ['a newer version', { ...RECIPE, version: 3 }, WORKSPACE, 'newer version'],
    ['nonsense', { ...RECIPE, actions: [] }, WORKSPACE, 'goes to an action that is not among the actions.'],
    [
      'half a payment',
      { ...RECIPE, constants: RECIPE.constants.slice(0, 2) },
      WORKSPACE,
      'Missing: Currency.',
    ],
    [
      'a constant that does not fit',
      { ...RECIPE, constants: [...RECIPE.constants, { target: field('rating'), text: 'six' }] },
      WORKSPACE,
      'does not fit Rating',
    ],
    [
      'a constant that is not in its list',
      {
        ...RECIPE,
        constants: RECIPE.constants.map((one) => (one.text === 'COMPLETED' ? { ...one, text: 'DONE' } : one)),
      },
      WORKSPACE,
      'does not fit Payment: Status. It takes PENDING, COMPLETED, FAILED, REFUNDED, CANCELLED, PROCESSING.',
    ],
    ['two columns for one field', { ...RECIPE, joins: [] }, WORKSPACE, 'Two columns go to Name.'],
  ])('with %s is explained, before anything is said of the rows, and nothing is sent', async (...given) => {
    const [, recipe, workspace, words] = given;
    const server = await startPlainServer();
    const { sheet, args } = files(recipe, workspace);
    const importing = importArgs(server.url, { sheet, args }, '--problems', 'omit');
    const [imported, checked] = await Promise.all([
      runCli(importing, TOKEN),
      runCli(['check', ...sheet, ...args, '--problems', 'omit', '--json']),
    ]);
    expect([imported.exitCode, server.arrived]).toEqual([2, []]);
    expect(imported.stderr).toContain(words);
    for (const { objects } of [imported, checked]) {
      expect(objects.filter(({ kind }) => ['problem', 'checked', 'done'].includes(String(kind)))).toEqual([]);
    }
    expect([checked.exitCode, checked.stderr, checked.objects.at(-1)]).toEqual([
      imported.exitCode,
      imported.stderr,
      imported.objects.at(-1),
    ]);
  });

  it('names where the second of two columns wanted to go', async () => {
    const { sheet, args } = files({ ...RECIPE, joins: [] });
    const run = await runCli(['check', ...sheet, ...args, '--json']);
    expect(run.objects).toContainEqual({ kind: 'column', heading: 'Last', field: 'name' });
  });
});
