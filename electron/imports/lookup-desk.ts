import type { Failure } from '../../shared/failure.ts';
import type { LookupPage } from '../../shared/replies.ts';
import {
  LOOKUP_PURPOSES,
  type Finding,
  type LookupPurpose,
  type LookupStatus,
} from '../../shared/lookup/lookup.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { makeWords } from '../../shared/words/make-words.ts';
import { valueWords } from '../../shared/words/value-words.ts';
import { inTransaction, type ImportJournal } from '../journal/import-journal.ts';
import { LookupStore } from '../journal/lookup-store.ts';
import type { Clock } from '../sending/ports.ts';
import type { SyncClient } from '../telecrm/sync-client.ts';
import type { ImportDesk, Surroundings } from './import-desk-port.ts';
import type { LookupDesk } from './lookup-desk-port.ts';
import { freshStatus, runLookup } from './lookup-run.ts';
import { readyRows, sentRows } from './lookup-source.ts';
import { withJournal } from './with-journal.ts';

/** What looking up needs of the desk it works beside. */
export type LookupDeskNeeds = {
  readonly desk: Pick<ImportDesk, 'page' | 'imports' | 'preparing' | 'sending' | 'hold' | 'countAnew'>;
  readonly journalOf: (importId: string) => string;
  readonly workspace: Surroundings['workspace'];
  /** The Sync API of a workspace, or why it cannot be asked. */
  readonly openSync: (workspaceId: string) => Promise<Result<SyncClient, Failure>>;
  readonly clock: Clock;
};

/** One lookup under way. */
type Running = {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  /** Whether its last status was told: what is left is putting things away. */
  readonly isOver: () => boolean;
};

/** Looks leads up by the Sync API and keeps what was found in the imports' journals. See the port for the promises. */
export class JournalLookupDesk implements LookupDesk {
  readonly #needs: LookupDeskNeeds;
  readonly #running = new Map<string, Running>();
  readonly #statuses = new Map<string, LookupStatus>();
  readonly #listeners = new Set<() => void>();
  /** Imports whose journals were asked for earlier lookups. */
  readonly #recalled = new Set<string>();

  constructor(needs: LookupDeskNeeds) {
    this.#needs = needs;
  }

  async start(
    importId: string,
    purpose: LookupPurpose,
    sampleSize: number | null,
  ): Promise<Result<null, Failure>> {
    const key = keyOf(importId, purpose);
    const before = this.#running.get(key);
    if (before?.isOver() === true) {
      await before.ended;
    }
    if (this.#running.has(key)) {
      return success(null);
    }
    const stop = new AbortController();
    let begun: (result: Result<null, Failure>) => void = () => undefined;
    const answer = new Promise<Result<null, Failure>>((resolve) => {
      begun = resolve;
    });
    let isOver = false;
    const over = (): void => {
      isOver = true;
    };
    const ended = this.#run({ importId, purpose, sampleSize, begun, over, signal: stop.signal }).finally(
      () => {
        this.#running.delete(key);
        this.#announce();
      },
    );
    this.#running.set(key, { stop, ended, isOver: () => isOver });
    // What is thrown before it has begun is a bug, and must not leave its caller waiting.
    return await Promise.race([answer, ended.then(() => answer)]);
  }

  async stop(importId: string): Promise<Result<null, Failure>> {
    const running = LOOKUP_PURPOSES.flatMap((purpose) => this.#running.get(keyOf(importId, purpose)) ?? []);
    for (const { stop } of running) {
      stop.abort();
    }
    await Promise.all(running.map(({ ended }) => ended));
    return success(null);
  }

  page(
    importId: string,
    purpose: LookupPurpose,
    findings: readonly Finding[],
    place: { readonly offset: number; readonly limit: number },
  ): Promise<Result<LookupPage, Failure>> {
    return this.#ask(importId, (store) => store.page(purpose, findings, place));
  }

  statuses(): readonly LookupStatus[] {
    return [...this.#statuses.values()];
  }

  async recall(importId: string): Promise<void> {
    const stage = this.#needs.desk.imports().find((one) => one.importId === importId)?.stage;
    // A journal that is being filled is nobody else's to open.
    if (this.#recalled.has(importId) || stage === 'reading' || this.#isPrepared(importId)) {
      return;
    }
    this.#recalled.add(importId);
    // A journal that cannot be opened is told of by whoever shows the import.
    const found = await this.#ask(importId, (store) => store.statuses());
    for (const status of found.ok ? found.value : []) {
      if (!this.#statuses.has(keyOf(importId, status.purpose))) {
        // One that ran when the program ended was stopped by that.
        const state = status.state === 'running' ? 'stopped' : status.state;
        this.#put({ ...status, state, finishAtMs: null });
      }
    }
  }

  async forget(importId: string): Promise<void> {
    await this.stop(importId);
    for (const purpose of LOOKUP_PURPOSES) {
      this.#statuses.delete(keyOf(importId, purpose));
    }
    this.#announce();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { stop } of running) {
      stop.abort();
    }
    await Promise.all(running.map(({ ended }) => ended));
  }

  /** Never rejects for what can be expected: what stops it is in its status, or in the answer to `start`. */
  async #run(wish: Wish): Promise<void> {
    const { importId, purpose, begun, signal } = wish;
    const summary = this.#needs.desk.imports().find((one) => one.importId === importId);
    const view = summary === undefined ? undefined : this.#needs.workspace(summary.workspaceId);
    if (summary === undefined || view === undefined) {
      begun(failed({ kind: 'import-unknown', importId }));
      return;
    }
    const obstacle = this.#obstacle(importId, purpose);
    const opened = obstacle === null ? await this.#needs.openSync(summary.workspaceId) : failed(obstacle);
    if (!opened.ok) {
      begun(opened);
      return;
    }
    const letGo = this.#needs.desk.hold(importId);
    const worked = await withJournal(this.#needs.journalOf(importId), async (journal) => {
      const begunStatus = this.#begin(journal, wish);
      this.#put(begunStatus);
      begun(success(null));
      const source =
        purpose === 'forecast'
          ? readyRows(this.#needs.desk, importId)
          : sentRows(journal, purpose, new LookupStore(journal.database).lastRowIndex(purpose));
      await runLookup(
        {
          journal,
          client: opened.value,
          source,
          // Practice is at another address after `openSync`, but its fields are the same.
          workspace: this.#needs.workspace(summary.workspaceId)?.workspace ?? view.workspace,
          sampleSize: wish.sampleSize,
          clock: this.#needs.clock,
          show: (value, type) => valueWords(WORDS, value, type, view.workspace.timeZone),
          obstacle: () => this.#obstacle(importId, purpose),
          onStatus: (status) => {
            if (status.state !== 'running') {
              wish.over();
            }
            this.#put(status);
          },
        },
        begunStatus,
        signal,
      );
    });
    opened.value.close();
    letGo();
    if (!worked.ok) {
      begun(worked);
      this.#stopBy(importId, purpose, worked.failure);
    } else if (purpose !== 'forecast') {
      await this.#needs.desk.countAnew(importId);
    }
  }

  /** Goes on with sent rows where it was stopped; otherwise everything that was found before is forgotten. */
  #begin(journal: ImportJournal, { importId, purpose }: Wish): LookupStatus {
    const store = new LookupStore(journal.database);
    const last = store.status(purpose);
    if (purpose !== 'forecast' && last !== null && last.state !== 'done') {
      return { ...last, state: 'running', failure: null };
    }
    return inTransaction(journal.database, () => {
      store.clear(purpose);
      const fresh = freshStatus(importId, purpose, this.#needs.clock.wallMs());
      store.putStatus(fresh);
      return fresh;
    });
  }

  /** Rows that are read or checked are not there to be looked at, and the fates of rows that are sent are the sender's. */
  #obstacle(importId: string, purpose: LookupPurpose): Failure | null {
    const { desk } = this.#needs;
    const sending = desk.sending();
    const isSent =
      sending?.importId === importId &&
      (sending.state.kind === 'running' || sending.state.kind === 'pausing');
    return this.#isPrepared(importId) || (isSent && purpose !== 'forecast') ? { kind: 'import-busy' } : null;
  }

  #isPrepared(importId: string): boolean {
    return this.#needs.desk.preparing().some((one) => one.importId === importId);
  }

  #stopBy(importId: string, purpose: LookupPurpose, failure: Failure): void {
    const known = this.#statuses.get(keyOf(importId, purpose));
    if (known !== undefined) {
      this.#put({ ...known, state: 'stopped', failure, finishAtMs: null });
    }
  }

  async #ask<Value>(importId: string, work: (store: LookupStore) => Value): Promise<Result<Value, Failure>> {
    return this.#needs.desk.imports().some((one) => one.importId === importId)
      ? await withJournal(this.#needs.journalOf(importId), ({ database }) => work(new LookupStore(database)))
      : failed({ kind: 'import-unknown', importId });
  }

  #put(status: LookupStatus): void {
    this.#statuses.set(keyOf(status.importId, status.purpose), status);
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) {
      listener();
    }
  }
}

/** One call of `start`. */
type Wish = {
  readonly importId: string;
  readonly purpose: LookupPurpose;
  readonly sampleSize: number | null;
  readonly begun: (result: Result<null, Failure>) => void;
  /** To be called before its last status is told. */
  readonly over: () => void;
  readonly signal: AbortSignal;
};

/** Values are told as reports tell them. */
const WORDS = makeWords('en');

function keyOf(importId: string, purpose: LookupPurpose): string {
  return `${importId} ${purpose}`;
}
