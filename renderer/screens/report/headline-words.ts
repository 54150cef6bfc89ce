import type { FateCounts } from '../../../shared/sending/fate.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { accepted, totalToSend } from '../../../shared/sending/progress.ts';

/** "Telecrm accepted 9,612 of 9,640 leads. 28 were not accepted.": never more than is known. */
export function headlineWords(say: Say, counts: FateCounts): string {
  const total = totalToSend(counts);
  const done = accepted(counts);
  if (done === total) {
    return say('report.headlineAll', { count: total });
  }
  const waiting = counts.queued + counts.sending;
  return [
    say('report.headline', { accepted: done, total: say('common.leads', { count: total }) }),
    counts.rejected > 0 ? say('report.rejected', { count: counts.rejected }) : '',
    counts.unknown > 0 ? say('report.unknown', { count: counts.unknown }) : '',
    waiting > 0 ? say('report.queued', { count: waiting }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
