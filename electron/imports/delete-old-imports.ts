import type { ImportSummary } from '../../shared/import.ts';
import type { ImportDesk } from './import-desk-port.ts';

const DAY_MS = 24 * 3_600_000;

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

/** Deletes them, as the user chose; one that cannot be deleted now is tried again at the next start. */
export async function deleteOldImports(
  desk: Pick<ImportDesk, 'imports' | 'delete'>,
  keepDays: number | null,
  nowMs: number,
): Promise<void> {
  for (const importId of oldImports(desk.imports(), keepDays, nowMs)) {
    await desk.delete(importId);
  }
}
