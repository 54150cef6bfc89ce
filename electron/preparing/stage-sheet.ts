import { closeSync, fsyncSync, openSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { readSheet } from '../reading/read-sheet.ts';
import { makeDurable } from '../journal/open-database.ts';
import type { ImportJournal } from '../journal/import-journal.ts';
import { LookupStore } from '../journal/lookup-store.ts';
import type { PreparingCalls } from './calls.ts';
import { PreparedImport, type Progress } from './prepared-import.ts';

/** Batches of 256 rows kept in one transaction. */
const BATCHES_PER_TRANSACTION = 100;

/**
 * Reads a whole sheet into an empty journal and checks every row on the way, in one pass.
 *
 * [Note: Staging without a log] Until the last row is in, the journal promises nothing: a half-read import is read again from
 * its file. So staging writes without the write-ahead log, which would put every byte on disk twice, and makes everything
 * durable at the end, before anybody is told that it is there.
 */
export async function stageSheet(
  journal: ImportJournal,
  { sourcePath, facts, matching, context, undecided }: PreparingCalls['stage']['argument'],
  report: (progress: Progress) => void,
): Promise<Result<PreparedImport, Failure>> {
  const { database } = journal;
  emptyJournal(journal);
  journal.facts.put('sourcePath', sourcePath);
  const prepared = PreparedImport.begin(journal, facts, matching, context, undecided);
  database.pragma('journal_mode = MEMORY');
  database.pragma('synchronous = OFF');
  let rowsDone = 0;
  let batches = 0;
  try {
    database.exec('BEGIN');
    const read = await readSheet(
      sourcePath,
      facts,
      (rows) => {
        prepared.addBlock(rows);
        rowsDone += rows.length;
        batches += 1;
        if (batches % BATCHES_PER_TRANSACTION === 0) {
          database.exec('COMMIT; BEGIN');
        }
      },
      {
        onProgress: (bytesRead, sizeBytes) => {
          report({ phase: 'reading', rowsDone, fraction: sizeBytes === 0 ? 1 : bytesRead / sizeBytes });
        },
      },
    );
    database.exec('COMMIT');
    if (!read.ok) {
      return failed(read.failure);
    }
    await prepared.settleDates(context, undecided, async (progress) => {
      report(progress);
      await nextTurn();
    });
    report({ phase: 'finding-duplicates', rowsDone, fraction: 1 });
    prepared.finishStaging(read.value);
  } finally {
    if (database.inTransaction) {
      database.exec('ROLLBACK');
    }
    makeDurable(database);
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
