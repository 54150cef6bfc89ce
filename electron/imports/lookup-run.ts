import type { Workspace } from '../../shared/catalog/workspace.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Show } from '../../shared/lookup/compare-lead.ts';
import type { Finding, LookupStatus } from '../../shared/lookup/lookup.ts';
import { samplePlaces } from '../../shared/lookup/sample-places.ts';
import { success, type Result } from '../../shared/result.ts';
import { inTransaction, type ImportJournal } from '../journal/import-journal.ts';
import { LookupStore, type LookedUp } from '../journal/lookup-store.ts';
import type { Clock } from '../sending/ports.ts';
import { SEARCH_LIMIT, searchLeads } from '../telecrm/search-leads.ts';
import type { SyncClient } from '../telecrm/sync-client.ts';
import { identifierText, rowJudge } from './judge-rows.ts';
import type { LookupLead, LookupSource } from './lookup-source.ts';

/** What one lookup works with. */
export type LookupRunNeeds = {
  readonly journal: ImportJournal;
  readonly client: SyncClient;
  readonly source: LookupSource;
  /** As it is at the beginning; one whose identifier changes makes another lookup. */
  readonly workspace: Workspace;
  readonly sampleSize: number | null;
  readonly clock: Clock;
  readonly show: Show;
  /** Why it must stop now although nothing is wrong with Telecrm; `null` while it may go on. */
  readonly obstacle: () => Failure | null;
  readonly onStatus: (status: LookupStatus) => void;
};

/** One call takes about this long at the pace that the Sync API is asked. */
const CALL_MS = 1_000;
/** Waits after trouble on the way, doubled each time; then the user is told. Together some five minutes. */
const FIRST_WAIT_MS = 5_000;
const MOST_TRIES = 7;

/** A status in which nothing was looked up yet. */
export function freshStatus(
  importId: string,
  purpose: LookupStatus['purpose'],
  startedAtMs: number,
): LookupStatus {
  return {
    importId,
    purpose,
    state: 'running',
    doneCount: 0,
    totalCount: 0,
    rowCount: 0,
    counts: noFindings(),
    failure: null,
    startedAtMs,
    finishAtMs: null,
  };
}

/**
 * Looks rows up, a hundred a call, from `begun` on, until all are done, `signal` is aborted or something stands in the way.
 * Every batch is in the journal, with the fates that follow, before its status is told. Answers with the last status. Throws
 * a `JournalError` when the journal cannot be written.
 */
export async function runLookup(
  needs: LookupRunNeeds,
  begun: LookupStatus,
  signal: AbortSignal,
): Promise<LookupStatus> {
  const { journal, source, workspace, clock } = needs;
  const store = new LookupStore(journal.database);
  const judge = rowJudge(workspace, begun.purpose, needs.show);
  const left = await source.count();
  if (!left.ok) {
    return settle(begun, 'stopped', left.failure);
  }
  const sampleLeft = needs.sampleSize === null ? null : Math.max(0, needs.sampleSize - begun.doneCount);
  let status: LookupStatus = {
    ...begun,
    rowCount: begun.doneCount + left.value,
    totalCount: begun.doneCount + Math.min(left.value, sampleLeft ?? left.value),
  };
  const batches = batchesOf(source, left.value, sampleLeft);
  tell(status);
  for (;;) {
    const batch = await batches.next();
    const obstacle = signal.aborted ? CANCELLED : needs.obstacle();
    if (obstacle !== null) {
      return settle(status, 'stopped', obstacle.kind === 'cancelled' ? null : obstacle);
    }
    if (batch.done === true) {
      return settle({ ...status, totalCount: status.doneCount }, 'done', null);
    }
    if (!batch.value.ok) {
      return settle(status, 'stopped', batch.value.failure);
    }
    const found = await lookUp(batch.value.value);
    // What was found while somebody stopped it, or began to send, is thrown away: fates are not to change under them.
    const late = signal.aborted ? CANCELLED : needs.obstacle();
    if (!found.ok || late !== null) {
      const failure = found.ok ? late : found.failure;
      return settle(status, 'stopped', failure?.kind === 'cancelled' ? null : failure);
    }
    status = inTransaction(journal.database, () => {
      store.put(status.purpose, found.value, clock.wallMs());
      const next = withFindings(status, found.value);
      store.putStatus(next);
      return next;
    });
    tell(status);
  }

  async function lookUp(rows: readonly LookupLead[]): Promise<Result<readonly LookedUp[], Failure>> {
    const { identifier } = workspace;
    // Sent under another identifier than the workspace has now, so they cannot be looked for, and nothing is said of them.
    const named = rows.filter((row) => identifierText(row, identifier) !== '');
    const values = [...new Set(named.map((row) => identifierText(row, identifier)))];
    for (let tries = 1; ; tries += 1) {
      const wanted = { apiName: identifier, values };
      const found = values.length === 0 ? success([]) : await searchLeads(needs.client, wanted, signal);
      if (found.ok) {
        return judge(named, found.value);
      }
      if (!mayPass(found.failure) || tries === MOST_TRIES) {
        return found;
      }
      await clock.wait(FIRST_WAIT_MS * 2 ** (tries - 1), signal);
    }
  }

  function settle(last: LookupStatus, state: 'done' | 'stopped', failure: Failure | null): LookupStatus {
    const settled: LookupStatus = { ...last, state, failure, finishAtMs: null };
    store.putStatus(settled);
    if (settled.purpose !== 'forecast') {
      const about = {
        leadCount: settled.doneCount,
        ...(failure === null ? {} : { failureKind: failure.kind }),
      };
      journal.record.addEvent('looked-up', about, clock.wallMs());
    }
    tell(settled);
    return settled;
  }

  function tell(next: LookupStatus): void {
    const calls = Math.ceil((next.totalCount - next.doneCount) / SEARCH_LIMIT);
    const isRunning = next.state === 'running';
    needs.onStatus({ ...next, finishAtMs: isRunning ? clock.wallMs() + calls * CALL_MS : null });
  }
}

const CANCELLED: Failure = { kind: 'cancelled' };

/** Trouble that goes by itself: the network, or a server that is not well. */
function mayPass(failure: Failure): boolean {
  return (
    failure.kind === 'sync-unreachable' ||
    failure.kind === 'sync-in-the-way' ||
    (failure.kind === 'sync-error' && (failure.status >= 500 || failure.status === 429))
  );
}

/** Rows in batches of a call, read only when they are needed. */
async function* batchesOf(
  source: LookupSource,
  rowCount: number,
  sampleSize: number | null,
): AsyncGenerator<Result<readonly LookupLead[], Failure>> {
  let batch: LookupLead[] = [];
  for (const run of samplePlaces(rowCount, sampleSize, SEARCH_LIMIT)) {
    if (batch.length + run.count > SEARCH_LIMIT) {
      yield success(batch);
      batch = [];
    }
    const rows = await source.read(run);
    if (!rows.ok) {
      yield rows;
      return;
    }
    batch.push(...rows.value);
  }
  if (batch.length > 0) {
    yield success(batch);
  }
}

function withFindings(status: LookupStatus, found: readonly LookedUp[]): LookupStatus {
  const counts = { ...status.counts };
  for (const { row } of found) {
    counts[row.finding] += 1;
  }
  return { ...status, counts, doneCount: status.doneCount + found.length };
}

function noFindings(): Record<Finding, number> {
  return { new: 0, unchanged: 0, changes: 0, confirmed: 0, differs: 0, 'not-found': 0 };
}
