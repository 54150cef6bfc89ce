import { closeSync, fsyncSync, openSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { SheetFacts } from '../../shared/sheet/sheet.ts';
import { readSheet } from '../reading/read-sheet.ts';
import { makeDurable } from '../journal/open-database.ts';
import { CACHE_KB, type ImportJournal } from '../journal/import-journal.ts';
import { LookupStore } from '../journal/lookup-store.ts';
import type { PreparingCalls } from './calls.ts';
import { CheckingThreadGone } from './checking-thread.ts';
import { PreparedImport, type Progress } from './prepared-import.ts';
import { checkBeside, checkHere, type SheetChecking } from './sheet-checking.ts';

/** Blocks of rows and of findings that are written in one transaction. */
const BLOCKS_PER_TRANSACTION = 200;

/** Memory in which SQLite keeps pages meanwhile: what is only added to is not read again. */
const STAGING_CACHE_KB = 2000;

/** Starting a second thread takes as long as staging a few megabytes. */
const LEAST_BYTES_FOR_TWO_THREADS = 8 * 1024 * 1024;

/** What staging may have besides its own thread. */
export type StagingHelp = {
  /** The entry of the preparing thread, which can check as well; `null` to do everything here. */
  readonly workerUrl: URL | null;
  /** For tests: the size from which on a file is checked in a thread of its own. What comes out does not depend on it. */
  readonly leastBytes?: number;
};

/**
 * Reads a whole sheet into an empty journal and checks every row on the way.
 *
 * [Note: Staging without a log] Until the last row is in, the journal promises nothing: a half-read import is read again from
 * its file. So staging writes without the write-ahead log, which would put every byte on disk twice, and makes everything
 * durable at the end, before anybody is told that it is there.
 *
 * [Note: Staging on two threads] Half of the work is checking. A large text file is read twice at once: here its rows are kept,
 * in another thread they are checked, and only what was found comes over, a few bytes a row; handing over the rows themselves
 * would cost more than reading them again. Workbooks, whose reading is most of the work, are read once. Where the other thread
 * cannot be had, this one does everything.
 */
export async function stageSheet(
  journal: ImportJournal,
  sheet: PreparingCalls['stage']['argument'],
  report: (progress: Progress) => void,
  { workerUrl, leastBytes = LEAST_BYTES_FOR_TWO_THREADS }: StagingHelp,
): Promise<Result<PreparedImport, Failure>> {
  if (workerUrl !== null && isForTwoThreads(sheet.facts, leastBytes)) {
    try {
      return await stageBy(journal, sheet, report, (prepared, onFindings) =>
        checkBeside(workerUrl, prepared, sheet, onFindings),
      );
    } catch (error) {
      if (!(error instanceof CheckingThreadGone)) {
        throw error;
      }
    }
  }
  return await stageBy(journal, sheet, report, (prepared) => checkHere(prepared, sheet));
}

function isForTwoThreads({ reading, sizeBytes }: SheetFacts, leastBytes: number): boolean {
  return reading.sheetName === undefined && sizeBytes >= leastBytes && availableParallelism() > 1;
}

async function stageBy(
  journal: ImportJournal,
  { sourcePath, facts, matching, context, undecided }: PreparingCalls['stage']['argument'],
  report: (progress: Progress) => void,
  begin: (prepared: PreparedImport, onFindings: (blockCount: number) => void) => SheetChecking,
): Promise<Result<PreparedImport, Failure>> {
  const { database } = journal;
  emptyJournal(journal);
  journal.facts.put('sourcePath', sourcePath);
  const prepared = PreparedImport.begin(journal, facts, matching, context, undecided);
  let rowsDone = 0;
  let fractionRead = 0;
  let blocksWritten = 0;
  function reportReading(): void {
    report({ phase: 'reading', rowsDone, fraction: Math.min(fractionRead, checking.fraction()) });
  }
  function countWritten(blockCount: number): void {
    blocksWritten += blockCount;
    if (blocksWritten >= BLOCKS_PER_TRANSACTION) {
      blocksWritten = 0;
      database.exec('COMMIT; BEGIN');
    }
  }
  const checking = begin(prepared, (blockCount) => {
    countWritten(blockCount);
    reportReading();
  });
  database.pragma('journal_mode = MEMORY');
  database.pragma('synchronous = OFF');
  database.pragma(`cache_size = -${STAGING_CACHE_KB}`);
  try {
    database.exec('BEGIN');
    const read = await readSheet(
      sourcePath,
      facts,
      (rows) => {
        prepared.keepBlock(rows);
        checking.take(rows);
        rowsDone += rows.length;
        countWritten(1);
      },
      {
        onProgress: (bytesRead, sizeBytes) => {
          fractionRead = sizeBytes === 0 ? 1 : bytesRead / sizeBytes;
          reportReading();
        },
      },
    );
    if (!read.ok) {
      return failed(read.failure);
    }
    const checked = await checking.end();
    await checking.stop();
    if (!checked.ok) {
      return failed(checked.failure);
    }
    // Both threads found the file unchanged when they were through; this is in case a disk thinks otherwise.
    if (checked.value.rowCount !== read.value.rowCount) {
      return failed({ kind: 'file-changed', fileName: facts.fileName });
    }
    database.exec('COMMIT');
    await prepared.settleDates(checked.value.dates, context, undecided, async (progress) => {
      report(progress);
      await nextTurn();
    });
    report({ phase: 'finding-duplicates', rowsDone, fraction: 1 });
    prepared.finishStaging(read.value, checked.value.dates);
  } finally {
    await checking.stop();
    if (database.inTransaction) {
      database.exec('ROLLBACK');
    }
    makeDurable(database);
    database.pragma(`cache_size = -${CACHE_KB}`);
  }
  flush(journal.path);
  return success(prepared);
}

/** Waits until the file's bytes are on the disk: SQLite did not, while `synchronous` was off. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function emptyJournal(journal: ImportJournal): void {
  journal.database.exec('DELETE FROM fact');
  journal.blocks.clear();
  journal.checks.clear();
  journal.edits.clear();
  journal.people.clear();
  new LookupStore(journal.database).clearAll();
}
