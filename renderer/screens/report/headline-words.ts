import type { FateCounts } from '../../../shared/sending/fate.ts';
import type { Say } from '../../../shared/words/make-words.ts';
import { accepted, allRows, leftToSend, totalToSend } from '../../../shared/sending/progress.ts';

/**
 * "Telecrm accepted 9,612 of 9,640 leads. 28 were not accepted.": never more than is known. Rows that were left behind are not
 * passed over: "all" is said of what was sent alone.
 */
export function headlineWords(say: Say, counts: FateCounts): string {
  const total = totalToSend(counts);
  const done = accepted(counts);
  const waiting = counts.queued + counts.sending;
  return [
    done === total
      ? say(leftBehind(counts) > 0 ? 'report.headlineAllSent' : 'report.headlineAll', { count: total })
      : say('report.headline', { accepted: done, total: say('common.leads', { count: total }) }),
    counts.rejected > 0 ? say('report.rejected', { count: counts.rejected }) : '',
    counts.unknown > 0 ? say('report.unknown', { count: counts.unknown }) : '',
    waiting > 0 ? say('report.queued', { count: waiting }) : '',
    counts.ready > 0 ? say('report.notSent', { count: counts.ready }) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** "The file has 240 rows: 69 accepted, 170 need fixing, 1 duplicate."; `null` where the headline speaks of every row already. */
export function rowsWords(say: Say, counts: FateCounts): string | null {
  const rows = allRows(counts);
  if (rows === totalToSend(counts)) {
    return null;
  }
  const parts = (
    [
      ['accepted', accepted(counts)],
      ['rejected', counts.rejected],
      ['unknown', counts.unknown],
      ['queued', leftToSend(counts)],
      ['ready', counts.ready],
      ['problem', counts.problem + counts.new],
      ['duplicate', counts.duplicate],
      ['skipped', counts.skipped],
    ] as const
  ).flatMap(([part, count]) => (count > 0 ? [say(`report.part.${part}`, { count })] : []));
  return say('report.rows', { rows: say('common.rows', { count: rows }), parts: parts.join(', ') });
}

function leftBehind(counts: FateCounts): number {
  return counts.new + counts.ready + counts.problem;
}
