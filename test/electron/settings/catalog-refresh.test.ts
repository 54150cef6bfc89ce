import path from 'node:path';
import { expect, it } from 'vitest';
import { newWorkspace } from '../../../shared/catalog/workspace.ts';
import { openLog } from '../../../electron/log.ts';
import { CatalogRefresh } from '../../../electron/settings/catalog-refresh.ts';
import { NO_SETTINGS, type Settings } from '../../../electron/settings/settings-format.ts';
import { SettingsKeeper } from '../../../electron/settings/settings-keeper.ts';
import { Workspaces } from '../../../electron/settings/workspaces.ts';
import { openSync } from '../../../electron/telecrm/open-sync.ts';
import { SyncPace } from '../../../electron/telecrm/sync-pace.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import { SystemClock } from '../../../electron/sending/system-clock.ts';
import { temporaryFolder } from '../journal/made-import.ts';
import { startPretendSync } from '../telecrm/pretend-sync.ts';

const TOKEN = '3f2b8c1e-9a4d-4c77-8e21-0b5a6d9c1f341735689600000:7c9e6679-7425-40de-944b-e07fc1f90ae7';

it('reading a workspace says until when it waits, and can be given up without changing anything', async () => {
  const { url } = await startPretendSync({
    'GET metadata': { status: 429, headers: { 'retry-after': '500' }, body: {} },
  });
  const folder = temporaryFolder();
  let onDisk: Settings = NO_SETTINGS;
  const keeper = new SettingsKeeper({
    read: () => onDisk,
    write: (settings) => {
      onDisk = settings;
    },
  });
  const vault = new Vault(path.join(folder, 'vault'), null, openLog(folder));
  const workspaces = new Workspaces(keeper, vault, () => 'w');
  workspaces.save(null, { ...newWorkspace('Acme'), enterpriseId: 'acme', apiUrl: url });
  const before = workspaces.view('w');
  const seen: (number | null | undefined)[] = [];
  const catalogs: CatalogRefresh = new CatalogRefresh({
    workspaces,
    openSync: (_workspaceId, onWait) => {
      const pace = new SyncPace(new SystemClock());
      const access = { apiUrl: url, enterpriseId: 'acme', readToken: () => TOKEN, pace, onWait };
      return Promise.resolve(openSync(access, 'someone-waits'));
    },
    nowMs: Date.now,
    onChange: () => {
      const waitsUntilMs = catalogs.reading()[0]?.waitsUntilMs;
      seen.push(waitsUntilMs);
      if (typeof waitsUntilMs === 'number') {
        catalogs.stop('w');
      }
    },
  });
  const beganMs = Date.now();
  expect(await catalogs.refresh('w')).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  // It begins, waits, is given up, and is gone.
  expect(seen).toEqual([null, expect.any(Number), null, undefined]);
  expect(seen[1]).toBeGreaterThanOrEqual(beganMs + 499_000);
  expect(catalogs.reading()).toEqual([]);
  expect(workspaces.view('w')).toEqual(before);
});
