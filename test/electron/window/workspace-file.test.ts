import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { freeWorkspaceName, workspaceFileText } from '../../../shared/catalog/workspace-file.ts';
import { newWorkspace, TELECRM_API_URL, type Workspace } from '../../../shared/catalog/workspace.ts';
import { readWorkspaceFile, writeWorkspaceFile } from '../../../electron/window/workspace-file.ts';
import { temporaryFolder } from '../journal/made-import.ts';

const WORKSPACE: Workspace = {
  ...newWorkspace('Acme'),
  enterpriseId: '62ab16e5f1d2c3b4a5968778',
  currency: 'AED',
  team: [{ name: 'Asha', email: 'asha@acme.example', isActive: true }],
  actions: [{ type: 'ACTION_1', label: 'Visit', fields: [], allowsOwnTime: true }],
  catalogReadAtMs: 42,
};

function fileWith(text: string): string {
  const file = path.join(temporaryFolder(), 'acme.json');
  writeFileSync(file, text);
  return file;
}

it('what is written is read again as it was, and holds no token', async () => {
  const file = path.join(temporaryFolder(), 'acme.json');
  expect(await writeWorkspaceFile(file, workspaceFileText(WORKSPACE, false))).toEqual({
    ok: true,
    value: { fileName: 'acme.json' },
  });
  expect(readFileSync(file, 'utf8').toLowerCase()).not.toMatch(/"[a-z]*token"/u);
  expect(await readWorkspaceFile(file)).toEqual({ ok: true, value: WORKSPACE });
});

it('a file from before this program knew actions, team and currency is still read', async () => {
  const old = { version: 1, name: 'Acme', fields: [], identifier: 'phone' };
  expect(await readWorkspaceFile(fileWith(JSON.stringify(old)))).toMatchObject({
    ok: true,
    value: { name: 'Acme', actions: [], team: null, currency: 'INR', catalogReadAtMs: null },
  });
});

it.each([
  ['from a newer version', '{"version":2,"name":"Acme"}', { kind: 'workspace-newer', version: 2 }],
  ['that is not JSON', 'Acme', { kind: 'workspace-unreadable', detail: 'It is not JSON.' }],
  ['with a token', '{"version":1,"name":"A","token":"x"}', { kind: 'workspace-unreadable' }],
  [
    'with a field type that is none',
    '{"version":1,"name":"A","fields":[{"apiName":"a","label":"A","type":"video","options":null,"trustValues":false}]}',
    { kind: 'workspace-unreadable' },
  ],
  ['without a name', '{"version":1}', { kind: 'workspace-unreadable' }],
])('a file %s is explained', async (_name, text, failure) => {
  expect(await readWorkspaceFile(fileWith(text))).toMatchObject({ ok: false, failure });
});

it('a file that is not there is told', async () => {
  expect(await readWorkspaceFile(path.join(temporaryFolder(), 'none.json'))).toMatchObject({
    ok: false,
    failure: { kind: 'file-missing', fileName: 'none.json' },
  });
});

it('practice is handed on without where it is on this machine', () => {
  const practice = { ...WORKSPACE, apiUrl: 'http://127.0.0.1:4001' };
  expect(JSON.parse(workspaceFileText(practice, true))).toMatchObject({
    apiUrl: TELECRM_API_URL,
    enterpriseId: '',
  });
});

it('a name that is taken gets a number', () => {
  expect(freeWorkspaceName('Acme', ['Other'])).toBe('Acme');
  expect(freeWorkspaceName('Acme', ['Acme', 'Acme (2)'])).toBe('Acme (3)');
  const long = 'x'.repeat(100);
  expect(freeWorkspaceName(long, [long]).length).toBeLessThanOrEqual(100);
});
