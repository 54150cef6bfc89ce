import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../../electron/log.ts';
import { NO_SETTINGS, type Settings } from '../../../electron/settings/settings-format.ts';
import { SettingsKeeper } from '../../../electron/settings/settings-keeper.ts';
import { Workspaces } from '../../../electron/settings/workspaces.ts';
import { Vault, type Encryption } from '../../../electron/vault/vault.ts';
import { PracticeRoom } from '../../../electron/window/practice-room.ts';
import { CatalogRefresh } from '../../../electron/settings/catalog-refresh.ts';
import { surroundingsOf, syncOpener } from '../../../electron/window/surroundings.ts';

/** A keychain that would keep anything: practice must not use it. */
const KEYCHAIN: Encryption = {
  encrypt: (text) => Buffer.from(text),
  decrypt: (bytes) => Buffer.from(bytes).toString(),
};

type Program = { readonly workspaces: Workspaces; readonly vault: Vault; readonly practice: PracticeRoom };

let folder = '';
let onDisk: Settings = NO_SETTINGS;
const started: Program[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'practice-room-'));
  onDisk = NO_SETTINGS;
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ practice }) => practice.close()));
  rmSync(folder, { recursive: true, force: true });
});

function startProgram(): Program {
  const settings = new SettingsKeeper({
    read: () => onDisk,
    write: (next) => {
      onDisk = next;
    },
  });
  const vault = new Vault(path.join(folder, 'vault'), KEYCHAIN, openLog(folder));
  const workspaces = new Workspaces(settings, vault, () => `w-${Object.keys(onDisk.workspaces).length + 1}`);
  const program = { workspaces, vault, practice: new PracticeRoom(workspaces, vault, 'Practice') };
  started.push(program);
  return program;
}

async function opened({ practice }: Program): Promise<{ workspaceId: string; apiUrl: string }> {
  const result = await practice.open();
  if (!result.ok) {
    throw new Error(result.failure.kind);
  }
  return { workspaceId: result.value.workspaceId, apiUrl: result.value.workspace.apiUrl };
}

/** What a request with the workspace's own token and address is answered. */
async function sendLead({ workspaces, vault, practice }: Program, workspaceId: string): Promise<number> {
  const surroundings = surroundingsOf(workspaces, vault, practice);
  const apiUrl = await surroundings.apiUrl(workspaceId);
  const { enterpriseId } = surroundings.workspace(workspaceId)?.workspace ?? { enterpriseId: '' };
  const response = await fetch(`${apiUrl}/enterprise/${enterpriseId}/autoupdatelead`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${surroundings.readToken(workspaceId) ?? ''}` },
    body: JSON.stringify({ fields: { phone: '919812345678', status: 'Fresh' } }),
  });
  return response.status;
}

test('practice is there with everything that sending needs, and keeps nothing on disk but its workspace', async () => {
  const program = startProgram();
  expect(program.practice.received()).toStrictEqual([]);
  const { workspaceId } = await opened(program);
  expect(await sendLead(program, workspaceId)).toBe(200);
  expect(program.practice.received()).toMatchObject([{ identifier: '919812345678', dropped: [] }]);
  expect(() => readdirSync(path.join(folder, 'vault'))).toThrow('ENOENT');
  expect(JSON.stringify(onDisk)).not.toContain(program.vault.read(workspaceId));
});

test('opened twice, even at once, it is one server and one workspace', async () => {
  const program = startProgram();
  const [one, other] = await Promise.all([opened(program), opened(program)]);
  expect(other).toStrictEqual(one);
  expect(await opened(program)).toStrictEqual(one);
  expect(program.workspaces.views()).toHaveLength(1);
});

test('after a restart the same workspace leads to the new server as soon as it is needed', async () => {
  const { workspaceId } = await opened(startProgram());
  const next = startProgram();
  expect(next.workspaces.view(workspaceId)?.token).toBe('this-session');
  expect(await sendLead(next, workspaceId)).toBe(200);
  expect(next.practice.received()).toHaveLength(1);
  expect(next.workspaces.views()).toHaveLength(1);
});

test('a practice workspace that was deleted, or lost its token, comes back', async () => {
  const program = startProgram();
  const first = await opened(program);
  program.workspaces.forgetToken(first.workspaceId);
  await opened(program);
  expect(await sendLead(program, first.workspaceId)).toBe(200);
  program.workspaces.delete(first.workspaceId);
  expect(program.workspaces.views()).toHaveLength(0);
  const again = await opened(program);
  expect(await sendLead(program, again.workspaceId)).toBe(200);
  expect(program.workspaces.views()).toHaveLength(1);
});

test('its catalog can be refreshed out of the box, also right after a restart, and finds what only Telecrm had', async () => {
  const { workspaceId } = await opened(startProgram());
  const program = startProgram();
  const surroundings = surroundingsOf(program.workspaces, program.vault, program.practice);
  let nowMs = 0;
  const openSync = syncOpener(program.workspaces, program.vault, surroundings, {
    monotonicMs: () => nowMs,
    wait: (delayMs) => {
      nowMs += delayMs;
      return Promise.resolve();
    },
  });
  const catalogs = new CatalogRefresh({
    workspaces: program.workspaces,
    openSync: (id, onWait) => openSync(id, 'someone-waits', onWait),
    nowMs: () => 1_234,
    onChange: () => undefined,
  });
  expect(program.workspaces.view(workspaceId)?.syncToken).toBe('this-session');
  // Two clicks are one refresh.
  const [refreshed, again] = await Promise.all([
    catalogs.refresh(workspaceId),
    catalogs.refresh(workspaceId),
  ]);
  expect(again).toStrictEqual(refreshed);
  if (!refreshed.ok) {
    throw new Error(JSON.stringify(refreshed.failure));
  }
  expect(refreshed.value.changes).toMatchObject({
    notInTelecrm: [],
    notes: [],
    fieldCount: 18,
    actionCount: 2,
    memberCount: 12,
  });
  expect(refreshed.value.changes.added).toContain('Lead Source');
  expect(program.workspaces.view(workspaceId)?.workspace).toMatchObject({
    identifier: 'phone',
    catalogReadAtMs: 1_234,
  });
  const second = await catalogs.refresh(workspaceId);
  expect(second).toMatchObject({ ok: true, value: { changes: { added: [], changed: [] } } });
});
