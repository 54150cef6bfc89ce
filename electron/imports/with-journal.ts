import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { openImportJournal, type ImportJournal } from '../journal/import-journal.ts';
import { asJournalError, JournalError } from '../journal/journal-error.ts';

/**
 * Opens the journal at `path` for as long as `work` takes. Trouble with its file, thrown by anything in `work`, is a failure;
 * a bug is thrown on.
 */
export async function withJournal<Value>(
  path: string,
  work: (journal: ImportJournal) => Value | Promise<Value>,
): Promise<Result<Value, Failure>> {
  try {
    const journal = openImportJournal(path);
    try {
      return success(await work(journal));
    } finally {
      journal.database.close();
    }
  } catch (error) {
    const known = asJournalError(error, path);
    if (known instanceof JournalError) {
      return failed(known.failure);
    }
    throw error;
  }
}
