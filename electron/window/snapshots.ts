import type { BrowserWindow } from 'electron';
import type { Choices } from '../../shared/choices/choices.ts';
import type { AppSnapshot, GivenFile } from '../../shared/app-snapshot.ts';
import type { ImportDesk } from '../imports/import-desk-port.ts';
import type { LookupDesk } from '../imports/lookup-desk-port.ts';
import type { CatalogRefresh } from '../settings/catalog-refresh.ts';
import type { Workspaces } from '../settings/workspaces.ts';
import type { Vault } from '../vault/vault.ts';
import { atMostEvery } from './at-most-every.ts';

/** Ten times a second is as often as a person can see; more would only keep both processes busy. */
const SNAPSHOT_GAP_MS = 100;

/** Where a snapshot comes from. */
export type SnapshotSources = {
  /** The version of the program. */
  readonly version: string;
  readonly desk: ImportDesk;
  readonly lookups: LookupDesk;
  readonly workspaces: Workspaces;
  readonly catalogs: Pick<CatalogRefresh, 'reading'>;
  readonly vault: Vault;
  readonly choices: Choices;
  /** The file that came last from outside the window; `null` for none. */
  readonly given: GivenFile | null;
};

/** The present state of everything, put together anew: what is true lives in desk, settings and vault, not here. */
export function takeSnapshot({
  version,
  desk,
  lookups,
  workspaces,
  catalogs,
  vault,
  given,
  choices,
}: SnapshotSources): AppSnapshot {
  return {
    version,
    workspaces: workspaces.views(),
    chosenWorkspaceId: workspaces.chosenId(),
    imports: desk.imports(),
    preparing: desk.preparing(),
    sending: desk.sending(),
    line: desk.line(),
    lookups: lookups.statuses(),
    catalogs: catalogs.reading(),
    choices,
    canKeepTokens: vault.canKeep(),
    given,
  };
}

/** Pushes snapshots to the window while there is one: call the answer after anything changed. */
export function pushSnapshots(take: () => AppSnapshot, window: BrowserWindow): () => void {
  return atMostEvery(SNAPSHOT_GAP_MS, () => {
    if (!window.isDestroyed()) {
      window.webContents.send('app', take());
    }
  });
}
