// How long it takes until the first lead of a million queued ones can leave, at the start of a run and after a crash in the
// middle of it, beside what SQLite needs to open the file and read every queued row's block alone.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../electron/journal/open-database.ts';
import { JournalLeadQueue } from '../../../electron/journal/lead-queue.ts';
import { Preparer } from '../../../electron/preparing/preparer.ts';
import { lookAtFile } from '../../../electron/reading/look-at-file.ts';
import { BENCH_CONTEXT, BENCH_MAPPING } from './bench-plan.ts';

const [sourcePath = '', folder = ''] = process.argv.slice(2);
/** Leads that had left when the program died: half a night's worth. */
const LEFT = 100_000;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const journalPath = path.join(folder, 'import.sqlite');
await stageAndFreeze();

const openMs = timed(() => {
  const database = openDatabase(journalPath);
  database.prepare('SELECT sum(length(fates)) FROM checked').get();
  database.close();
});
const startMs = timed(() => firstLead());
makeLeft();
const resumeMs = timed(() => firstLead());
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${JSON.stringify({ openMs, startMs, resumeMs })}\n`);

/** What a run does before its first request. */
function firstLead(): void {
  const queue = new JournalLeadQueue(journalPath);
  queue.recoverInterrupted(Date.now());
  queue.boundToFew();
  if (queue.nextDueAtMs() === null || queue.take(1, Date.now()).length !== 1) {
    throw new Error('Nothing to send');
  }
  queue.close();
}

function makeLeft(): void {
  const queue = new JournalLeadQueue(journalPath);
  for (let left = 0; left < LEFT; left += 1_000) {
    const leads = queue.take(1_000, Date.now());
    queue.record(
      leads.map(({ rowIndex }) => ({
        rowIndex,
        fate: 'accepted',
        status: 200,
        words: null,
        nextAttemptAtMs: null,
        isFailedAttempt: false,
        durationMs: 80,
      })),
    );
  }
  queue.take(16, Date.now());
  queue.close();
}

function timed(work: () => void): number {
  const beginMs = performance.now();
  work();
  return performance.now() - beginMs;
}

async function stageAndFreeze(): Promise<void> {
  const looked = await lookAtFile(sourcePath);
  if (!looked.ok) {
    throw new Error(looked.failure.kind);
  }
  const preparer = new Preparer(
    new URL('../../../electron/preparing/worker.ts', import.meta.url),
    () => undefined,
  );
  const staged = await preparer.call('stage', {
    importId: 'bench',
    journalPath,
    sourcePath,
    facts: looked.value,
    matching: { mapping: BENCH_MAPPING, reasons: [], samples: [], decisions: [] },
    context: BENCH_CONTEXT,
    undecided: 'leave-out',
  });
  const frozen = staged.ok ? await preparer.call('freeze', { atMs: Date.now() }) : staged;
  if (!frozen.ok) {
    throw new Error(frozen.failure.kind);
  }
  await preparer.close();
}
