import type { CatalogChanges } from '../../shared/catalog/catalog-changes.ts';
import { mergeCatalog } from '../../shared/catalog/merge-catalog.ts';
import type { Failure } from '../../shared/failure.ts';
import type { CatalogReading } from '../../shared/catalog/catalog-reading.ts';
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
  readonly openSync: (
    workspaceId: string,
    onWait: (untilMs: number | null) => void,
  ) => Promise<Result<SyncClient, Failure>>;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Called whenever `reading` answers otherwise. */
  readonly onChange: () => void;
};

/** One refresh that is under way. */
type Running = {
  readonly outcome: Promise<Result<Refreshed, Failure>>;
  readonly stop: AbortController;
  waitsUntilMs: number | null;
};

/** Fills workspaces from Telecrm. A second click while one is refreshed waits for the same outcome. */
export class CatalogRefresh {
  readonly #needs: CatalogRefreshNeeds;
  readonly #running = new Map<string, Running>();

  constructor(needs: CatalogRefreshNeeds) {
    this.#needs = needs;
  }

  /** Reads everything, then changes the workspace at once. When reading fails nothing is changed. */
  async refresh(workspaceId: string): Promise<Result<Refreshed, Failure>> {
    return await (this.#running.get(workspaceId) ?? this.#begin(workspaceId)).outcome;
  }

  /** The workspaces that are being read. */
  reading(): readonly CatalogReading[] {
    return [...this.#running].map(([workspaceId, { waitsUntilMs }]) => ({ workspaceId, waitsUntilMs }));
  }

  /** Gives up reading a workspace; its callers are answered `cancelled`. Nothing happens when it is not being read. */
  stop(workspaceId: string): void {
    this.#running.get(workspaceId)?.stop.abort();
  }

  /** Gives up what runs. Idempotent. */
  close(): void {
    for (const { stop } of this.#running.values()) {
      stop.abort();
    }
  }

  #begin(workspaceId: string): Running {
    const stop = new AbortController();
    const outcome = this.#refresh(workspaceId, stop.signal).finally(() => {
      this.#running.delete(workspaceId);
      this.#needs.onChange();
    });
    const running: Running = { outcome, stop, waitsUntilMs: null };
    this.#running.set(workspaceId, running);
    this.#needs.onChange();
    return running;
  }

  #setWait(workspaceId: string, waitsUntilMs: number | null): void {
    const running = this.#running.get(workspaceId);
    if (running !== undefined) {
      running.waitsUntilMs = waitsUntilMs;
      this.#needs.onChange();
    }
  }

  async #refresh(workspaceId: string, signal: AbortSignal): Promise<Result<Refreshed, Failure>> {
    const askedFor = this.#needs.workspaces.view(workspaceId)?.workspace.enterpriseId;
    const opened = await this.#needs.openSync(workspaceId, (untilMs) => {
      this.#setWait(workspaceId, untilMs);
    });
    if (!opened.ok) {
      return opened;
    }
    const listed = await readCatalog(opened.value, signal);
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
