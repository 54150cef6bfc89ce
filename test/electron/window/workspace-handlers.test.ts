import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openImportDesk, type JournalImportDesk } from '../../../electron/imports/import-desk.ts';
import { openLog } from '../../../electron/log.ts';
import { MappingMemory } from '../../../electron/memory/mapping-memory.ts';
import { CatalogRefresh } from '../../../electron/settings/catalog-refresh.ts';
import { NO_SETTINGS } from '../../../electron/settings/settings-format.ts';
import { SettingsKeeper } from '../../../electron/settings/settings-keeper.ts';
import { Workspaces } from '../../../electron/settings/workspaces.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import { workspaceHandlers } from '../../../electron/window/workspace-handlers.ts';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import type { Failure } from '../../../shared/failure.ts';
import { failed, type Result } from '../../../shared/result.ts';
import { startPlainServer, type PlainServer } from '../cli/plain-server.ts';
import { temporaryFolder } from '../journal/made-import.ts';

const TOKEN = '0f8fad5b-d9cb-469f-a165-70867728950e1700000000000:7c9e6679-7425-40de-944b-e07fc1f90ae7';
const ACME = '62ab16e5f1d2c3b4a5968778';
const OTHER = '62ab16e5f1d2c3b4a5968779';
const LEADS = path.resolve(import.meta.dirname, '../../fixtures/leads-clean.csv');
const WORKER = new URL('../../../electron/preparing/worker.ts', import.meta.url);
const CANCELLED: Failure = { kind: 'cancelled' };

type Setting = {
  readonly server: PlainServer;
  readonly workspaces: Workspaces;
  readonly desk: JournalImportDesk;
  readonly handlers: ReturnType<typeof workspaceHandlers>;
  readonly workspaceId: string;
  readonly importId: string;
  readonly readyCount: number;
};

/** What the window’s requests about workspaces go to, with one import of Acme that is read and checked. */
async function opened(): Promise<Setting> {
  const server = await startPlainServer();
  const folder = temporaryFolder();
  const keeper = new SettingsKeeper({ read: () => NO_SETTINGS, write: () => undefined });
  const vault = new Vault(path.join(folder, 'vault'), null, openLog(folder));
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `w-${String(count)}`;
  };
  const workspaces = new Workspaces(keeper, vault, newId);
  const desk = must(
    await openImportDesk({
      dataFolder: folder,
      workerUrl: WORKER,
      surroundings: {
        workspace: (workspaceId) => workspaces.view(workspaceId),
        apiUrl: (workspaceId) => Promise.resolve(workspaces.view(workspaceId)?.workspace.apiUrl ?? ''),
        readToken: (workspaceId) => vault.read(workspaceId),
      },
    }),
  );
  onTestFinished(() => desk.close());
  const no = (): Promise<Result<never, Failure>> => Promise.resolve(failed(CANCELLED));
  const handlers = workspaceHandlers({
    desk,
    workspaces,
    catalogs: new CatalogRefresh({ workspaces, openSync: no, nowMs: () => 0, onChange: () => undefined }),
    memory: new MappingMemory(folder, newId),
    dialogs: {
      openSpreadsheets: no,
      saveReport: no,
      saveRecipe: no,
      openRecipe: no,
      saveWorkspace: no,
      openWorkspace: no,
    },
    onChange: () => undefined,
  });
  const workspaceId = made(workspaces, server, 'Acme', ACME);
  const first = must(await desk.open(LEADS, workspaceId));
  const detail = must(await desk.whenPrepared(first.summary.importId));
  const readyCount = detail.checked?.counts.ready ?? 0;
  return { server, workspaces, desk, handlers, workspaceId, importId: first.summary.importId, readyCount };
}

function made(workspaces: Workspaces, server: PlainServer, name: string, enterpriseId: string): string {
  const workspace = {
    ...newWorkspace(name),
    enterpriseId,
    apiUrl: server.url,
    tokenSharing: 'alone' as const,
  };
  const { workspaceId } = must(workspaces.save(null, workspace));
  must(workspaces.setToken(workspaceId, TOKEN));
  return workspaceId;
}

/** Sends the first leads, then pauses while the others are still here. */
async function sentInPart({ server, desk, importId }: Setting): Promise<void> {
  server.hold();
  must(await desk.send(importId, 'fast'));
  await server.whenArrived(1);
  const paused = desk.pause();
  server.release();
  must(await paused);
}

function workspaceOf(desk: JournalImportDesk, importId: string): string | undefined {
  return desk.imports().find((summary) => summary.importId === importId)?.workspaceId;
}

function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.failure));
  }
  return result.value;
}

describe('deleting a workspace', () => {
  it('waits until no lead is on its way to it, and names the files that are', async () => {
    const setting = await opened();
    const { desk, handlers, workspaces, workspaceId, importId } = setting;
    await sentInPart(setting);
    expect(await handlers['workspace.delete']({ workspaceId })).toEqual({
      ok: false,
      failure: { kind: 'workspace-in-use', fileNames: ['leads-clean.csv'] },
    });
    expect(workspaces.view(workspaceId)?.token).not.toBe('none');
    must(await desk.stop(importId));
    must(await handlers['workspace.delete']({ workspaceId }));
    expect(workspaces.views()).toEqual([]);
  });

  it('leaves prepared files to be sent to the workspace that is chosen for them', async () => {
    const { server, desk, handlers, workspaces, workspaceId, importId, readyCount } = await opened();
    must(await handlers['workspace.delete']({ workspaceId }));
    expect(await desk.receipt(importId)).toMatchObject({ failure: { kind: 'workspace-gone' } });
    expect(await desk.send(importId, 'fast')).toMatchObject({ failure: { kind: 'workspace-gone' } });
    const other = made(workspaces, server, 'Other', OTHER);
    const detail = must(await handlers['import.setWorkspace']({ importId, workspaceId: other }));
    expect(detail.summary.workspaceId).toBe(other);
    must(await desk.send(importId, 'fast'));
    await server.whenArrived(readyCount);
    expect(new Set(server.arrived.map((request) => request.path))).toEqual(
      new Set([`/enterprise/${OTHER}/autoupdatelead`]),
    );
  });
});

describe('an import whose workspace is gone although leads of it are queued', () => {
  it('gets back the workspace that its leads were queued for, and sends every other lead there', async () => {
    const setting = await opened();
    const { server, desk, handlers, workspaces, workspaceId, importId, readyCount } = setting;
    await sentInPart(setting);
    must(workspaces.delete(workspaceId));
    expect(await desk.continue(importId)).toMatchObject({ failure: { kind: 'workspace-gone' } });
    must(await handlers['import.setWorkspace']({ importId, workspaceId: null }));
    const restored = workspaceOf(desk, importId) ?? '';
    expect(workspaces.view(restored)).toMatchObject({ workspace: { name: 'Acme', enterpriseId: ACME } });
    expect(await desk.continue(importId)).toMatchObject({ failure: { kind: 'token-missing' } });
    must(workspaces.setToken(restored, TOKEN));
    must(await desk.continue(importId));
    await server.whenArrived(readyCount);
    expect(new Set(server.arrived.map((request) => request.path))).toEqual(
      new Set([`/enterprise/${ACME}/autoupdatelead`]),
    );
  });

  it('is given the workspace of the same Telecrm where that was set up again by hand, and no other', async () => {
    const setting = await opened();
    const { server, desk, handlers, workspaces, workspaceId, importId } = setting;
    await sentInPart(setting);
    must(workspaces.delete(workspaceId));
    const other = made(workspaces, server, 'Other', OTHER);
    const again = made(workspaces, server, 'Acme again', ACME);
    expect(await handlers['import.setWorkspace']({ importId, workspaceId: other })).toMatchObject({
      failure: { kind: 'bad-request' },
    });
    must(await handlers['import.setWorkspace']({ importId, workspaceId: null }));
    expect(workspaceOf(desk, importId)).toBe(again);
    expect(workspaces.views()).toHaveLength(2);
  });
});
