import type { ImportSummary } from '../../../shared/import.ts';
import type { FateCounts } from '../../../shared/sending/fate.ts';
import type { SendingStatus } from '../../../shared/sending/status.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { failureWords } from '../../../shared/words/failure-words.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { accepted, gone, totalToSend } from '../../../shared/sending/progress.ts';
import { isLineMoving, presentCounts, statusOf, stoppedBy } from '../../state/next-action.ts';

/** Where an import stands, as the line in the list of imports says it. */
export function importStateWords(
  say: Say,
  summary: ImportSummary,
  sending: SendingStatus | null,
  line: readonly string[],
): string {
  const { counts, stage } = summary;
  const place = line.indexOf(summary.importId);
  if (place >= 0) {
    const key = isLineMoving(sending) ? 'home.state.inLine' : 'home.state.inLineHeld';
    return say(key, { place: String(place + 1) });
  }
  switch (stage) {
    case 'reading':
    case 'checking':
      return say(`home.state.${stage}`);
    case 'unreadable':
      return summary.failure === null
        ? say('home.state.unreadable')
        : failureWords(say, summary.failure).title;
    case 'open':
      if (totalToSend(counts) > 0) {
        return sentWords(say, counts);
      }
      if (counts.ready === 0 && counts.problem === 0) {
        return say('home.state.notMatched');
      }
      return counts.problem === 0
        ? say('home.state.allReady', { count: counts.ready })
        : say('home.state.open', { ready: counts.ready, problem: counts.problem });
    case 'sending':
      return sendingWords(say, summary, statusOf(summary.importId, sending));
    case 'finished':
      return counts.ready + counts.problem > 0
        ? sentWords(say, counts)
        : say('home.state.finished', { accepted: accepted(counts), total: totalToSend(counts) });
    default:
      return unreachable(stage);
  }
}

/** "69 accepted · 170 need fixing": what became of those that were sent, and what was left behind. */
function sentWords(say: Say, counts: FateCounts): string {
  const parts = [
    say('home.count.accepted', { count: accepted(counts) }),
    counts.rejected > 0 ? say('home.count.rejected', { count: counts.rejected }) : '',
    counts.unknown > 0 ? say('home.count.unknown', { count: counts.unknown }) : '',
    counts.ready > 0 ? say('home.count.ready', { count: counts.ready }) : '',
    counts.problem > 0 ? say('home.count.problem', { count: counts.problem }) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function sendingWords(say: Say, summary: ImportSummary, status: SendingStatus | null): string {
  const counts = presentCounts(summary, status);
  const done = gone(counts);
  const total = totalToSend(counts);
  const state = status?.state;
  const failure = stoppedBy(summary, status);
  if (failure !== null) {
    return say('home.state.stopped', { done, total, reason: failureWords(say, failure).title });
  }
  if (summary.fewSent !== null) {
    return say('home.state.fewSent');
  }
  return state === undefined || state.kind === 'paused'
    ? say('home.state.paused', { done, total })
    : say('home.state.sending', { done, total });
}
