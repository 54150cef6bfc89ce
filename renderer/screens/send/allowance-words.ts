import type { SendingStatus } from '../../../shared/sending/status.ts';
import type { Words } from '../../../shared/words/make-words.ts';
import { atWords } from '../../../shared/words/when-words.ts';

/** What of the hour's allowance is used, as a snapshot or a receipt has it. */
export type Allowance = Pick<SendingStatus, 'usedThisHour' | 'limitPerHour' | 'freesAtMs'>;

/** How much of the hour's allowance is used, and where all of it is, when the next request frees. */
export function allowanceWords(
  words: Words,
  { usedThisHour, limitPerHour, freesAtMs }: Allowance,
  nowMs: number,
): string {
  const used = words.say('send.running.allowance', { used: usedThisHour, limit: limitPerHour });
  return freesAtMs === null || usedThisHour < limitPerHour
    ? used
    : `${used}, ${words.say('send.running.frees', { when: atWords(words, freesAtMs, nowMs) })}`;
}
