import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLog } from '../../../electron/log.ts';
import { NO_SETTINGS, type Settings } from '../../../electron/settings/settings-format.ts';
import { SettingsKeeper } from '../../../electron/settings/settings-keeper.ts';
import { Workspaces } from '../../../electron/settings/workspaces.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import type { Field } from '../../../shared/catalog/field.ts';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';

const TOKEN = '0f8fad5b-d9cb-469f-a165-70867728950e1700000000000:7c9e6679-7425-40de-944b-e07fc1f90ae7';
const ENTERPRISE_ID = '62ab16e5f1d2c3b4a5968778';
const CITY: Field = { apiName: 'city', label: 'City', type: 'text', options: null, trustValues: false };

let folder = '';
let onDisk: Settings = NO_SETTINGS;
let diskError: string | null = null;
let vault: Vault;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'workspaces-'));
  onDisk = NO_SETTINGS;
  diskError = null;
  vault = new Vault(path.join(folder, 'vault'), null, openLog(folder));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(): Workspaces {
  let count = 0;
  const keeper = new SettingsKeeper({
    read: () => onDisk,
    write: (settings) => {
      if (diskError !== null) {
        throw Object.assign(new Error('no'), { code: diskError });
      }
      onDisk = settings;
    },
  });
  return new Workspaces(keeper, vault, () => {
    count += 1;
    return `w-${Object.keys(onDisk.workspaces).length + count}`;
  });
}

function saved(workspaces: Workspaces, name: string): string {
  const result = workspaces.save(null, newWorkspace(name));
  if (!result.ok) {
    throw new Error(result.failure.kind);
  }
  return result.value.workspaceId;
}

describe('saving a workspace', () => {
  test('a new one wears a colour that no other wears, until it is given one', () => {
    const workspaces = open();
    const first = saved(workspaces, 'Delhi');
    const second = saved(workspaces, 'Pune');
    expect(workspaces.view(first)?.workspace.colour).toBe('indigo');
    expect(workspaces.view(second)?.workspace.colour).toBe('teal');
    workspaces.save(second, { ...newWorkspace('Pune'), colour: 'indigo' });
    expect(workspaces.view(second)?.workspace.colour).toBe('indigo');
  });

  test('the first start knows none', () => {
    const workspaces = open();
    expect(workspaces.views()).toStrictEqual([]);
    expect(workspaces.chosenId()).toBeNull();
    expect(workspaces.practiceId()).toBeNull();
  });

  test('a new workspace is chosen and there after a restart', () => {
    const workspaces = open();
    saved(workspaces, 'Delhi');
    const second = saved(workspaces, 'Mumbai');
    expect(workspaces.chosenId()).toBe(second);
    const restarted = open();
    expect(restarted.views().map(({ workspace }) => workspace.name)).toStrictEqual(['Delhi', 'Mumbai']);
    expect(restarted.chosenId()).toBe(second);
    expect(restarted.view(second)).toMatchObject({ token: 'none', isPractice: false });
  });

  test.each([
    ['a token as enterprise id', { enterpriseId: TOKEN }, { kind: 'enterprise-id-is-token' }],
    [
      'an address that would show the token',
      { apiUrl: 'http://api.example.com' },
      { kind: 'url-not-secure' },
    ],
    ['an address that is none', { apiUrl: 'telecrm' }, { kind: 'url-unreadable' }],
    [
      'an unknown identifier',
      { identifier: 'mobile' },
      { kind: 'field-not-in-workspace', apiName: 'mobile' },
    ],
    [
      'an identifier of a wrong type',
      { identifier: 'rating' },
      { kind: 'field-not-in-workspace', apiName: 'rating' },
    ],
  ])('%s is refused and nothing is kept', (_name, part, failure) => {
    const workspaces = open();
    const result = workspaces.save(null, { ...newWorkspace('Delhi'), ...part });
    expect(result).toMatchObject({ ok: false, failure });
    expect(onDisk).toStrictEqual(NO_SETTINGS);
  });

  test('blanks and slashes around what was pasted are forgiven', () => {
    const result = open().save(null, {
      ...newWorkspace('Delhi'),
      enterpriseId: ` ${ENTERPRISE_ID}\n`,
      apiUrl: 'https://api.telecrm.in/ ',
    });
    expect(result).toMatchObject({
      ok: true,
      value: { workspace: { enterpriseId: ENTERPRISE_ID, apiUrl: 'https://api.telecrm.in' } },
    });
  });

  test.each([
    ['ENOSPC', { kind: 'disk-full' }],
    ['EDQUOT', { kind: 'disk-full' }],
    ['EROFS', { kind: 'folder-not-writable', code: 'EROFS' }],
  ])('where the disk says %s, nothing has changed', (code, failure) => {
    const workspaces = open();
    const first = saved(workspaces, 'Delhi');
    diskError = code;
    expect(workspaces.save(first, newWorkspace('Pune'))).toStrictEqual({ ok: false, failure });
    expect(workspaces.view(first)?.workspace.name).toBe('Delhi');
  });
});

describe('fields of a workspace', () => {
  test('a field is added once and replaced by its API name', () => {
    const workspaces = open();
    const first = saved(workspaces, 'Delhi');
    workspaces.setField(first, CITY);
    workspaces.setField(first, { ...CITY, label: 'Town' });
    expect(workspaces.view(first)?.workspace.fields).toStrictEqual([{ ...CITY, label: 'Town' }]);
    workspaces.removeField(first, 'city');
    expect(workspaces.view(first)?.workspace.fields).toStrictEqual([]);
  });

  test('the identifier cannot be taken away', () => {
    const workspaces = open();
    const first = saved(workspaces, 'Delhi');
    workspaces.setField(first, CITY);
    workspaces.save(first, { ...newWorkspace('Delhi'), fields: [CITY], identifier: 'city' });
    const result = workspaces.removeField(first, 'city');
    expect(result).toMatchObject({ ok: false, failure: { kind: 'field-not-in-workspace' } });
    expect(workspaces.view(first)?.workspace.fields).toStrictEqual([CITY]);
  });
});

describe('its token', () => {
  test('goes to the vault trimmed, and nowhere into settings', () => {
    const workspaces = open();
    const first = saved(workspaces, 'Delhi');
    expect(workspaces.setToken(first, `  Bearer ${TOKEN}\n`)).toStrictEqual({
      ok: true,
      value: { token: 'this-session' },
    });
    expect(vault.read(first)).toBe(TOKEN);
    expect(workspaces.view(first)?.token).toBe('this-session');
    expect(JSON.stringify([onDisk, workspaces.views()])).not.toContain(TOKEN);
  });

  test.each([
    ['an enterprise id', ENTERPRISE_ID, 'token-is-enterprise-id'],
    ['blanks', '   ', 'token-missing'],
    ['a line that would end the header', `abc\r\nX-Other: 1`, 'token-refused'],
    ['letters that no header carries', 'टोकन', 'token-refused'],
  ])('%s is refused and the token before it stays', (_name, text, kind) => {
    const workspaces = open();
    const first = saved(workspaces, 'Delhi');
    workspaces.setToken(first, TOKEN);
    expect(workspaces.setToken(first, text)).toMatchObject({ ok: false, failure: { kind } });
    expect(vault.read(first)).toBe(TOKEN);
  });

  test('is forgotten when the user says so and when the workspace is deleted', () => {
    const workspaces = open();
    const first = saved(workspaces, 'Delhi');
    const second = saved(workspaces, 'Mumbai');
    workspaces.setToken(first, TOKEN);
    workspaces.setToken(second, TOKEN);
    workspaces.forgetToken(first);
    expect(vault.read(first)).toBeNull();
    expect(workspaces.delete(second)).toStrictEqual({ ok: true, value: null });
    expect(vault.read(second)).toBeNull();
    expect(workspaces.chosenId()).toBe(first);
    workspaces.delete(first);
    expect(workspaces.chosenId()).toBeNull();
  });
});

describe('a Sync token', () => {
  const SYNC_TOKEN = 'a3bb189e-8bf9-4c3e-9f3a-1c2d3e4f50611700000000001:16fd2706-8baf-433b-82eb-8c7fada847da';

  test('is kept beside the Async one, and is in no view and no settings', () => {
    const workspaces = open();
    const id = saved(workspaces, 'Acme');
    workspaces.setToken(id, TOKEN);
    expect(workspaces.setSyncToken(id, ` Bearer ${SYNC_TOKEN} `)).toMatchObject({ ok: true });
    expect(vault.read(id, 'sync')).toBe(SYNC_TOKEN);
    expect(workspaces.view(id)).toMatchObject({ token: 'this-session', syncToken: 'this-session' });
    expect(JSON.stringify([workspaces.views(), onDisk])).not.toContain(SYNC_TOKEN);
    workspaces.forgetSyncToken(id);
    expect(workspaces.view(id)).toMatchObject({ token: 'this-session', syncToken: 'none' });
  });

  test('goes with its workspace', () => {
    const workspaces = open();
    const id = saved(workspaces, 'Acme');
    workspaces.setSyncToken(id, SYNC_TOKEN);
    workspaces.delete(id);
    expect(vault.read(id, 'sync')).toBeNull();
  });

  test('cannot be the Async one again, an enterprise id, or what no header carries', () => {
    const workspaces = open();
    const id = saved(workspaces, 'Acme');
    workspaces.setToken(id, TOKEN);
    const kinds = [TOKEN, ENTERPRISE_ID, 'a b', ' '].map((text) => {
      const result = workspaces.setSyncToken(id, text);
      return result.ok ? 'kept' : result.failure.kind;
    });
    expect(kinds).toStrictEqual([
      'sync-token-refused',
      'token-is-enterprise-id',
      'sync-token-refused',
      'token-missing',
    ]);
    workspaces.setSyncToken(id, SYNC_TOKEN);
    expect(workspaces.setToken(id, SYNC_TOKEN)).toMatchObject({ failure: { kind: 'token-refused' } });
  });
});

describe('the catalog by hand', () => {
  test('a pasted list adds fields and replaces namesakes, in their places', () => {
    const workspaces = open();
    const id = saved(workspaces, 'Acme');
    workspaces.setField(id, CITY);
    workspaces.setField(id, { ...CITY, apiName: 'remarks' });
    const pasted = [
      { ...CITY, label: 'Town' },
      { ...CITY, apiName: 'budget' },
    ];
    const result = workspaces.addFields(id, pasted);
    expect(
      result.ok ? result.value.workspace.fields.map(({ apiName, label }) => [apiName, label]) : [],
    ).toStrictEqual([
      ['city', 'Town'],
      ['remarks', 'City'],
      ['budget', 'City'],
    ]);
  });

  test('actions and team are put, replaced and removed', () => {
    const workspaces = open();
    const id = saved(workspaces, 'Acme');
    const visit = { type: 'ACTION_1', label: 'Visit', fields: [], allowsOwnTime: null };
    workspaces.setAction(id, visit);
    workspaces.setAction(id, { ...visit, type: 'ACTION_2' });
    workspaces.setAction(id, { ...visit, label: 'Campus visit' });
    workspaces.removeAction(id, 'ACTION_2');
    workspaces.setTeam(id, [{ name: 'Asha', email: 'asha@acme.example', isActive: true }]);
    expect(workspaces.view(id)?.workspace).toMatchObject({
      actions: [{ type: 'ACTION_1', label: 'Campus visit' }],
      team: [{ name: 'Asha' }],
    });
    workspaces.setTeam(id, null);
    expect(workspaces.view(id)?.workspace.team).toBeNull();
  });

  test('two fields with one API name, as only a file can have them, are refused', () => {
    const workspace = { ...newWorkspace('Acme'), fields: [CITY, { ...CITY, label: 'Town' }] };
    expect(open().save(null, workspace)).toStrictEqual({
      ok: false,
      failure: { kind: 'api-name-twice', apiName: 'city' },
    });
  });
});

describe('practice', () => {
  const practice = { ...newWorkspace('Practice'), enterpriseId: 'practice', apiUrl: 'http://127.0.0.1:4001' };

  test('has one workspace, whose address follows the server', () => {
    const workspaces = open();
    workspaces.savePractice(practice);
    workspaces.savePractice({ ...practice, apiUrl: 'http://127.0.0.1:4002' });
    expect(workspaces.views()).toHaveLength(1);
    expect(workspaces.views()[0]).toMatchObject({
      isPractice: true,
      token: 'this-session',
      workspace: { apiUrl: 'http://127.0.0.1:4002' },
    });
  });

  test('cannot be pointed elsewhere or given a real token', () => {
    const workspaces = open();
    workspaces.savePractice(practice);
    const practiceId = workspaces.practiceId() ?? '';
    workspaces.save(practiceId, { ...practice, name: 'Learning', apiUrl: 'https://next-api.telecrm.in' });
    expect(workspaces.view(practiceId)?.workspace).toMatchObject({
      name: 'Learning',
      apiUrl: 'http://127.0.0.1:4001',
    });
    expect(workspaces.setToken(practiceId, TOKEN).ok).toBe(false);
    expect(vault.read(practiceId)).toBeNull();
  });
});

test('a workspace that was deleted meanwhile is answered with a failure', () => {
  const workspaces = open();
  for (const result of [
    workspaces.save('gone', newWorkspace('x')),
    workspaces.choose('gone'),
    workspaces.delete('gone'),
    workspaces.setField('gone', CITY),
    workspaces.setToken('gone', TOKEN),
  ]) {
    expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-request' } });
  }
});
