import type { JournalLeadQueue } from '../journal/lead-queue.ts';
import { takeSenderLease } from '../sending/sender-lease.ts';
import type { ImportList } from './import-list.ts';
import type { SendingJournals } from './sending-journals.ts';

/** What recovering needs of the desk. */
export type RecoveryNeeds = {
  readonly dataFolder: string;
  readonly list: ImportList;
  readonly journals: SendingJournals;
};

/**
 * The first thing at every start: in imports that were being sent when the program died, what was on its way becomes
 * `unknown`, and the list shows what is true of them. Left alone while another program is sending: it is its business then.
 */
export function recoverSending({ list, journals, dataFolder }: RecoveryNeeds): void {
  const interrupted = list.all().filter((summary) => summary.stage === 'sending');
  const lease = interrupted.length === 0 ? null : takeSenderLease(dataFolder);
  if (lease === null || !lease.ok) {
    return;
  }
  for (const { importId } of interrupted) {
    const found = journals.withQueue(importId, (queue) => ({
      counts: queue.counts(),
      fewSent: fewSentOf(queue),
    }));
    list.change(importId, found.ok ? found.value : { failure: found.failure });
  }
  lease.value.release();
}

/** The row numbers of the first few, where they wait to be looked at. */
function fewSentOf(queue: JournalLeadQueue): readonly number[] | null {
  const few = queue.fewFirst();
  return few?.isWaiting === true ? queue.rowNumbers(few.rowIndexes ?? []) : null;
}
