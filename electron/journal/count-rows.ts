import { FATES, noRows, type Fate } from '../../shared/sending/fate.ts';
import { fateOfCode } from './check-store.ts';
import type { ImportJournal } from './import-journal.ts';

/** Rows in each fate: what checking found, and for rows that left the queue what became of them. */
export function countRows(journal: ImportJournal): Record<Fate, number> {
  const byCode = new Array<number>(FATES.length).fill(0);
  const fates = journal.database.prepare('SELECT fates FROM checked').all() as { fates: Buffer }[];
  for (const block of fates) {
    for (const code of block.fates) {
      byCode[code] = (byCode[code] ?? 0) + 1;
    }
  }
  const counts = noRows();
  byCode.forEach((count, code) => {
    counts[fateOfCode(code)] += count;
  });
  const sent = journal.database.prepare('SELECT fate, count(*) AS count FROM lead GROUP BY fate').all() as {
    fate: Fate;
    count: number;
  }[];
  for (const { fate, count } of sent) {
    counts.queued -= count;
    counts[fate] += count;
  }
  return counts;
}
