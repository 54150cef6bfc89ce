import type { Failure } from '../../shared/failure.ts';
import type { ImportSummary } from '../../shared/import.ts';
import type { FateCounts } from '../../shared/sending/fate.ts';
import { totalToSend } from '../../shared/sending/progress.ts';
import type { SendingStatus } from '../../shared/sending/status.ts';
import { unreachable } from '../../shared/unreachable.ts';

/** The one next thing to do with an import, and the step where it is done. */
export type NextAction =
  | { readonly kind: 'look'; readonly step: 'file' }
  | { readonly kind: 'match'; readonly step: 'match' }
  | { readonly kind: 'fix'; readonly step: 'fix' }
  | { readonly kind: 'send'; readonly step: 'send' }
  /** Some leads were sent already, and others are ready. */
  | { readonly kind: 'send-rest'; readonly step: 'send' }
  | { readonly kind: 'watch'; readonly step: 'send' }
  | { readonly kind: 'continue'; readonly step: 'send' }
  | { readonly kind: 'cure'; readonly step: 'send' }
  | { readonly kind: 'look-at-few'; readonly step: 'send' }
  | { readonly kind: 'report'; readonly step: 'report' };

/**
 * What to offer for an import. `sending` is the sender's last known state, of whichever import; `line` are the imports that
 * wait their turn.
 */
export function nextAction(
  summary: ImportSummary,
  sending: SendingStatus | null,
  line: readonly string[],
): NextAction {
  if (line.includes(summary.importId)) {
    return { kind: isLineMoving(sending) ? 'watch' : 'cure', step: 'send' };
  }
  switch (summary.stage) {
    case 'reading':
    case 'checking':
    case 'unreadable':
      return { kind: 'look', step: 'file' };
    case 'open':
      return nextOfOpen(summary.counts);
    case 'sending':
      return nextOfSending(summary, sending);
    case 'finished':
      return nextOfFinished(summary.counts);
    default:
      return unreachable(summary.stage);
  }
}

/** Whether the line goes on by itself: it does while an import is sent, behind which the others wait. */
export function isLineMoving(sending: SendingStatus | null): boolean {
  return sending?.state.kind === 'running' || sending?.state.kind === 'pausing';
}

/** The sender's state if it is about this import, else `null`: then an import in sending was interrupted. */
export function statusOf(importId: string, sending: SendingStatus | null): SendingStatus | null {
  return sending?.importId === importId ? sending : null;
}

/**
 * Why the sending of this import stopped itself; `null` when it did not. `status` is the sender's state if it is about this
 * import: else the list remembers.
 */
export function stoppedBy(summary: ImportSummary, status: SendingStatus | null): Failure | null {
  if (status === null) {
    return summary.stage === 'sending' ? summary.failure : null;
  }
  return status.state.kind === 'stopped' ? status.state.failure : null;
}

/**
 * How many leads have which fate by now. While an import is sent the sender knows best; afterwards the list does, as looking
 * leads up in Telecrm changes their fates too. `status` is the sender's state if it is about this import, else `null`.
 */
export function presentCounts(summary: ImportSummary, status: SendingStatus | null): FateCounts {
  return status !== null && summary.stage === 'sending' ? status.counts : summary.counts;
}

function nextOfOpen(counts: FateCounts): NextAction {
  const wasSent = totalToSend(counts) > 0;
  if (counts.ready === 0 && counts.problem === 0) {
    return wasSent ? { kind: 'report', step: 'report' } : { kind: 'match', step: 'match' };
  }
  if (counts.problem > 0) {
    return { kind: 'fix', step: 'fix' };
  }
  return { kind: wasSent ? 'send-rest' : 'send', step: 'send' };
}

/** Leads that Telecrm did not take come first: the report shows them, and the rows that were left behind as well. */
function nextOfFinished(counts: FateCounts): NextAction {
  if (counts.rejected + counts.unknown > 0) {
    return { kind: 'report', step: 'report' };
  }
  return nextOfLeftBehind(counts) ?? { kind: 'report', step: 'report' };
}

function nextOfLeftBehind(counts: FateCounts): NextAction | null {
  if (counts.ready > 0) {
    return { kind: 'send-rest', step: 'send' };
  }
  return counts.problem > 0 ? { kind: 'fix', step: 'fix' } : null;
}

function nextOfSending(summary: ImportSummary, sending: SendingStatus | null): NextAction {
  const status = statusOf(summary.importId, sending);
  const state = status?.state;
  if (stoppedBy(summary, status) !== null) {
    return { kind: 'cure', step: 'send' };
  }
  if (summary.fewSent !== null) {
    return { kind: 'look-at-few', step: 'send' };
  }
  if (state === undefined || state.kind === 'paused') {
    return { kind: 'continue', step: 'send' };
  }
  return { kind: 'watch', step: 'send' };
}
