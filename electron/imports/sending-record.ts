import type { Failure } from '../../shared/failure.ts';
import type { AttemptPage, EventPage } from '../../shared/replies.ts';
import { failed, type Result } from '../../shared/result.ts';
import { openImportJournal } from '../journal/import-journal.ts';
import type { RecordStore } from '../journal/record-store.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportList } from './import-list.ts';
import { orFailure } from './journal-failure.ts';

/** What was written down about the sending of imports, to be read also while they are sent. */
export class SendingRecord {
  readonly #files: ImportFiles;
  readonly #list: ImportList;

  constructor(files: ImportFiles, list: ImportList) {
    this.#files = files;
    this.#list = list;
  }

  /** Requests of an import, newest first; of one row or of all (`null`). */
  attempts(
    importId: string,
    rowIndex: number | null,
    offset: number,
    limit: number,
  ): Result<AttemptPage, Failure> {
    return this.#read(importId, (record) => record.attempts(rowIndex, offset, limit));
  }

  /** What happened to the sending of an import, newest first. */
  events(importId: string, offset: number, limit: number): Result<EventPage, Failure> {
    return this.#read(importId, (record) => record.events(offset, limit));
  }

  #read<Value>(importId: string, read: (record: RecordStore) => Value): Result<Value, Failure> {
    if (this.#list.find(importId) === undefined) {
      return failed({ kind: 'import-unknown', importId });
    }
    return orFailure(() => {
      const journal = openImportJournal(this.#files.journalOf(importId));
      try {
        return read(journal.record);
      } finally {
        journal.database.close();
      }
    });
  }
}
