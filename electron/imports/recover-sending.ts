import type { ImportSummary } from '../../shared/import.ts';
import type { SendingStatus } from '../../shared/sending/status.ts';
import type { GlobalJournal } from '../journal/global-journal.ts';
import type { JournalLeadQueue } from '../journal/lead-queue.ts';
import type { Clock } from '../sending/ports.ts';
import { takeSenderLease } from '../sending/sender-lease.ts';
import type { Surroundings } from './import-desk-port.ts';
import type { ImportList } from './import-list.ts';
import { restingStatus } from './resting-status.ts';
import type { SendingJournals } from './sending-journals.ts';

/** What recovering needs of the desk. */
export type RecoveryNeeds = {
  readonly dataFolder: string;
  readonly list: ImportList;
  readonly journals: SendingJournals;
  readonly global: GlobalJournal;
  readonly surroundings: Surroundings;
  readonly clock: Clock;
};

/**
 * The first thing at every start: in imports that were being sent when the program died, what was on its way becomes
 * `unknown`, and the list shows the true counts. Left alone while another program is sending: it is its business then.
 * Answers with the state of an import whose first few leads wait to be looked at, if there is one.
 */
export function recoverSending(needs: RecoveryNeeds): SendingStatus | null {
  const { list, journals, dataFolder } = needs;
  const interrupted = list.all().filter((summary) => summary.stage === 'sending');
  const lease = interrupted.length === 0 ? null : takeSenderLease(dataFolder);
  if (lease === null || !lease.ok) {
    return null;
  }
  let status: SendingStatus | null = null;
  for (const summary of interrupted) {
    const counted = journals.withQueue(summary.importId, (queue) => {
      list.change(summary.importId, { counts: queue.counts() });
      status ??= gateOf(summary, queue, needs);
    });
    if (!counted.ok) {
      list.change(summary.importId, { failure: counted.failure });
    }
  }
  lease.value.release();
  return status;
}

function gateOf(
  summary: ImportSummary,
  queue: JournalLeadQueue,
  { global, surroundings, clock }: RecoveryNeeds,
): SendingStatus | null {
  const few = queue.fewFirst();
  return few?.isWaiting === true
    ? restingStatus({
        summary,
        state: { kind: 'few-sent', rowNumbers: queue.rowNumbers(few.rowIndexes ?? []) },
        counts: queue.counts(),
        global,
        surroundings,
        nowMs: clock.wallMs(),
      })
    : null;
}
