import type { FateCounts } from '../../../shared/sending/fate.ts';
import { accepted } from '../../../shared/sending/progress.ts';
import type { Say } from '../../../shared/words/make-words.ts';

/** What stopping now leaves where, in sentences whose numbers are together all that the import set out to send. */
export function stopWords(say: Say, counts: FateCounts): string {
  const { sending, rejected, unknown, queued } = counts;
  return [
    say('send.stopText', { count: accepted(counts) }),
    ...(sending > 0 ? [say('send.stopOnTheWay', { count: sending })] : []),
    ...(rejected > 0 ? [say('send.stopNotAccepted', { count: rejected })] : []),
    ...(unknown > 0 ? [say('send.stopUnknown', { count: unknown })] : []),
    ...(queued > 0 ? [say('send.stopRest', { count: queued })] : []),
  ].join(' ');
}
