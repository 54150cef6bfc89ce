import type { ImportSummary } from '../../../shared/import.ts';
import type { SendingStatus } from '../../../shared/sending/status.ts';
import { stoppedBy } from '../../state/next-action.ts';

/** Where the sending of an import stands, as the Send screen distinguishes it. */
export type Phase = 'running' | 'pausing' | 'few-sent' | 'paused' | 'interrupted' | 'stopped' | 'finished';

/** `status` is the sender's state if it is about this import, else `null`. */
export function phaseOf(summary: ImportSummary, status: SendingStatus | null): Phase {
  if (summary.stage === 'finished') {
    return 'finished';
  }
  if (status !== null) {
    return status.state.kind;
  }
  if (stoppedBy(summary, status) !== null) {
    return 'stopped';
  }
  return summary.fewSent === null ? 'interrupted' : 'few-sent';
}
