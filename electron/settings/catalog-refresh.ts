import type { CatalogChanges } from '../../shared/catalog/catalog-changes.ts';
import { mergeCatalog } from '../../shared/catalog/merge-catalog.ts';
import type { Failure } from '../../shared/failure.ts';
import type { WorkspaceView } from '../../shared/catalog/workspace-view.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { readCatalog } from '../telecrm/read-catalog.ts';
import type { SyncClient } from '../telecrm/sync-client.ts';
import type { Workspaces } from './workspaces.ts';

/** What a refresh came to. */
export type Refreshed = { readonly view: WorkspaceView; readonly changes: CatalogChanges };

/** What refreshing needs. */
export type CatalogRefreshNeeds = {
  readonly workspaces: Workspaces;
  /** The Sync API of a workspace, or why it cannot be asked. */
  readonly openSync: (workspaceId: string) => Promise<Result<SyncClient, Failure>>;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
};

/** Fills workspaces from Telecrm. A second click while one is refreshed waits for the same outcome. */
export class CatalogRefresh {
  readonly #needs: CatalogRefreshNeeds;
  readonly #running = new Map<string, Promise<Result<Refreshed, Failure>>>();
  readonly #closing = new AbortController();

  constructor(needs: CatalogRefreshNeeds) {
    this.#needs = needs;
  }

  /** Reads everything, then changes the workspace at once. When reading fails nothing is changed. */
  async refresh(workspaceId: string): Promise<Result<Refreshed, Failure>> {
    const running = this.#running.get(workspaceId) ?? this.#refresh(workspaceId);
    this.#running.set(workspaceId, running);
    try {
      return await running;
    } finally {
      this.#running.delete(workspaceId);
    }
  }

  /** Gives up what runs; its callers are answered `cancelled`. Idempotent. */
  close(): void {
    this.#closing.abort();
  }

  async #refresh(workspaceId: string): Promise<Result<Refreshed, Failure>> {
    const askedFor = this.#needs.workspaces.view(workspaceId)?.workspace.enterpriseId;
    const opened = await this.#needs.openSync(workspaceId);
    if (!opened.ok) {
      return opened;
    }
    const listed = await readCatalog(opened.value, this.#closing.signal);
    opened.value.close();
    if (!listed.ok) {
      return listed;
    }
    // What the user changed while Telecrm was asked must not be lost, so the workspace is looked at only now.
    const view = this.#needs.workspaces.view(workspaceId);
    if (view === undefined) {
      return failed({ kind: 'bad-request', detail: 'This workspace does not exist any more.' });
    }
    if (view.workspace.enterpriseId !== askedFor && !view.isPractice) {
      return failed({ kind: 'cancelled' });
    }
    const { workspace, changes } = mergeCatalog(view.workspace, listed.value, this.#needs.nowMs());
    const saved = this.#needs.workspaces.save(workspaceId, workspace);
    return saved.ok ? success({ view: saved.value, changes }) : saved;
  }
}
