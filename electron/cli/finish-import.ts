import { noRows, type FateCounts } from '../../shared/sending/fate.ts';
import { accepted, totalToSend } from '../../shared/sending/progress.ts';
import type { SendingStatus } from '../../shared/sending/status.ts';
import type { JournalImportDesk } from '../imports/import-desk.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Output } from './output.ts';
import { watchSending } from './watch-sending.ts';

/** What is left to do once sending has begun. */
export type Finishing = {
  readonly desk: JournalImportDesk;
  readonly importId: string;
  /** Where to save the report; `null` for none. */
  readonly report: string | null;
  readonly output: Output;
};

/**
 * Watches an import to its end, says what became of it, saves the report, and answers with the exit code. SIGINT and SIGTERM
 * stop at the sender's checkpoint: answers under way are waited for, everything else waits in the journal.
 */
export async function finishImport({ desk, importId, report, output }: Finishing): Promise<ExitCode> {
  let isInterrupted = false;
  function interrupt(): void {
    isInterrupted = true;
    // Its end is what `watchSending` waits for.
    void desk.pause();
  }
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const status = await watchSending(desk, output);
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
  const saved = report === null ? null : await desk.saveReport(importId, 'all', report);
  const counts = desk.imports().find((summary) => summary.importId === importId)?.counts ?? noRows();
  const exitCode = explainEnd(status, counts, isInterrupted, output);
  if (saved !== null && !saved.ok) {
    output.fail(saved.failure);
  } else if (saved !== null) {
    output.say(output.words.say('cli.reportSaved', { fileName: saved.value.fileName }));
  }
  sumUp(importId, counts, output);
  return saved === null || saved.ok ? exitCode : EXIT.stopped;
}

/**
 * The end of an import of which nothing may be sent, after it was said why: the report is saved, for it tells what is wrong in
 * which row, and the import is not kept, since there is nothing to resume. One that had begun all the same is kept.
 */
export async function endUnsent(
  { desk, importId, report, output }: Finishing,
  checked: FateCounts,
  refused: ExitCode,
): Promise<ExitCode> {
  const saved = report === null ? null : await desk.saveReport(importId, 'all', report);
  if (saved !== null && !saved.ok) {
    output.fail(saved.failure);
  } else if (saved !== null) {
    output.say(output.words.say('cli.reportSaved', { fileName: saved.value.fileName }));
  }
  const kept = desk.imports().find((summary) => summary.importId === importId);
  if (kept?.stage === 'sending') {
    sumUp(importId, kept.counts, output);
    return refused;
  }
  output.say(output.words.say('cli.nothingSent'));
  putDone(checked, null, output);
  await desk.delete(importId);
  return refused;
}

/** The last lines: sentences, or `{"kind":"done",…}`. */
function sumUp(importId: string, counts: FateCounts, output: Output): void {
  const { words, say } = output;
  const { rejected, unknown, problem, duplicate, skipped } = counts;
  const waiting = waitingRows(counts);
  say(
    words.say('cli.done', {
      accepted: accepted(counts),
      total: totalToSend(counts),
      rejected,
      unknown,
      problems: problem,
      duplicates: duplicate,
      skipped,
    }),
  );
  if (unknown > 0) {
    say(words.say('cli.unknown', { unknown }));
  }
  if (waiting > 0) {
    say(words.say('cli.waiting', { waiting, importId }));
  }
  putDone(counts, importId, output);
}

/** The last object of `--json`, whose counts add up to `rows`. `importId` is `null` where no import was made. */
export function putDone(counts: FateCounts, importId: string | null, { put }: Output): void {
  const { rejected, unknown, problem, duplicate, skipped } = counts;
  const waiting = waitingRows(counts);
  put({
    kind: 'done',
    ...(importId === null ? {} : { import: importId }),
    rows: accepted(counts) + rejected + unknown + problem + duplicate + skipped + waiting,
    accepted: accepted(counts),
    rejected,
    unknown,
    problems: problem,
    duplicates: duplicate,
    skipped,
    waiting,
  });
}

function waitingRows(counts: FateCounts): number {
  return counts.queued + counts.sending + counts.ready + counts.new;
}

/** Says why sending ended before its time, if it did, and gives the exit code that stands for how it ended. */
function explainEnd(
  status: SendingStatus | null,
  counts: FateCounts,
  isInterrupted: boolean,
  output: Output,
): ExitCode {
  if (status?.state.kind === 'stopped') {
    output.fail(status.state.failure);
    return EXIT.stopped;
  }
  if (isInterrupted && status?.state.kind !== 'finished') {
    output.say(output.words.say('cli.interrupted'));
    return EXIT.interrupted;
  }
  const isAll = counts.rejected === 0 && counts.unknown === 0 && counts.queued === 0;
  return isAll ? EXIT.accepted : EXIT.notAll;
}
