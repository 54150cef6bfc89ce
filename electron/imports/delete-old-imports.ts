import type { ImportSummary } from '../../shared/import.ts';
import type { Clock } from '../sending/ports.ts';
import type { ImportDesk } from './import-desk-port.ts';

const DAY_MS = 24 * 3_600_000;

/** What deleting old imports needs. */
export type OldImportsNeeds = {
  readonly desk: Pick<ImportDesk, 'imports' | 'delete'>;
  /** What the user chose, read anew every day; see `oldImports`. */
  readonly keepDays: () => number | null;
  readonly clock: Pick<Clock, 'wallMs' | 'wait'>;
};

/** Finished imports that were not touched for this many days, 1 or more; `null` keeps all. Others are never among them. */
export function oldImports(
  imports: readonly ImportSummary[],
  keepDays: number | null,
  nowMs: number,
): readonly string[] {
  return keepDays === null
    ? []
    : imports
        .filter(({ stage, changedAtMs }) => stage === 'finished' && changedAtMs < nowMs - keepDays * DAY_MS)
        .map(({ importId }) => importId);
}

/**
 * Deletes them, as the user chose, at once and then once a day until `signal` is aborted, which ends the wait as well. One
 * that cannot be deleted now is tried again the next day.
 */
export async function deleteOldImports(
  { desk, keepDays, clock }: OldImportsNeeds,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const importId of oldImports(desk.imports(), keepDays(), clock.wallMs())) {
      await desk.delete(importId);
    }
    await clock.wait(DAY_MS, signal);
  }
}
