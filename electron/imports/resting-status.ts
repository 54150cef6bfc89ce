import type { ImportSummary } from '../../shared/import.ts';
import type { FateCounts } from '../../shared/sending/fate.ts';
import { hourlyLimit } from '../../shared/sending/hourly-limit.ts';
import { totalToSend } from '../../shared/sending/progress.ts';
import { RollingWindow, SEND_LIMIT_PER_HOUR } from '../../shared/sending/rolling-window.ts';
import type { SenderState, SendingStatus } from '../../shared/sending/status.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import type { Surroundings } from './import-desk-port.ts';

/** What the state of an import that nobody sends is put together from. */
export type RestingParts = {
  readonly summary: ImportSummary;
  readonly state: SenderState;
  readonly counts: FateCounts;
  readonly global: GlobalJournal;
  readonly surroundings: Surroundings;
  readonly nowMs: number;
};

/** The snapshot of an import between two runs, such as after a restart. */
export function restingStatus(parts: RestingParts): SendingStatus {
  const { summary, state, counts, global, surroundings, nowMs } = parts;
  const { importId, workspaceId } = summary;
  const workspace = surroundings.workspace(workspaceId)?.workspace;
  const token = surroundings.readToken(workspaceId);
  const limitPerHour = workspace === undefined ? SEND_LIMIT_PER_HOUR : hourlyLimit(workspace);
  const window = new RollingWindow(limitPerHour, token === null ? [] : global.allowanceOf(token).load(nowMs));
  return {
    importId,
    state,
    speed: global.speedOf(importId) ?? 'even',
    counts,
    total: totalToSend(counts),
    usedThisHour: window.used(nowMs),
    limitPerHour,
    freesAtMs: window.nextFreesAtMs(nowMs),
    finishAtMs: null,
    leadsPerMinute: 0,
  };
}
