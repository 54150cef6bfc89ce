import type { Waiting } from '../sending/status.ts';
import { unreachable } from '../unreachable.ts';
import type { Words } from './make-words.ts';

/** Why sending waits and when it goes on, as one calm sentence. `accepted` is the number of leads accepted so far. */
export function waitingWords(words: Words, waiting: Waiting, accepted: number): string {
  switch (waiting.kind) {
    case 'offline':
      return words.say('waiting.offline', { accepted });
    case 'allowance':
    case 'slow-down':
    case 'server-trouble':
    case 'not-telecrm':
    case 'certificate':
    case 'proxy-down':
    case 'proxy-password':
    case 'proxy-refused':
    case 'proxy-unsupported':
    case 'repeat':
      return words.say(`waiting.${waiting.kind}`, { time: words.moments.time(waiting.untilMs) });
    default:
      return unreachable(waiting);
  }
}
