import type { Failure } from '../../shared/failure.ts';
import type { Checked } from '../../shared/import.ts';
import type { Result } from '../../shared/result.ts';
import { withNothingOnItsWay } from '../../shared/sending/progress.ts';
import { countRows } from '../journal/count-rows.ts';
import { openImportJournal } from '../journal/import-journal.ts';
import type { ImportAccess } from './import-access.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportList } from './import-list.ts';
import { changeBy } from './import-stage.ts';
import type { OpenImports } from './open-imports.ts';

/** What counting needs of the desk. */
export type ImportCountsNeeds = {
  readonly files: ImportFiles;
  readonly list: ImportList;
  readonly open: OpenImports;
  readonly access: ImportAccess;
  /** Whether a run sends it at this moment. */
  readonly isSent: (importId: string) => boolean;
};

/** Keeps the counts in the list of imports, and those that an open import shows, as the journal has them. */
export class ImportCounts {
  readonly #needs: ImportCountsNeeds;
  #isClosed = false;

  constructor(needs: ImportCountsNeeds) {
    this.#needs = needs;
  }

  /** Takes over what reading or checking has come to. */
  settled(importId: string, outcome: Result<Checked, Failure>): void {
    const { list, isSent } = this.#needs;
    const summary = list.find(importId);
    if (summary !== undefined && !this.#isClosed) {
      list.change(importId, changeBy(summary, outcome, isSent(importId)));
    }
  }

  /** Lets the thread of an open import count again, because sending changed fates. One that is not open is left alone. */
  async recount(importId: string): Promise<void> {
    const { open, access } = this.#needs;
    if (open.known(importId) !== undefined && !this.#isClosed) {
      access.keepChecked(importId, await access.ask(importId, 'recount', null));
    }
  }

  /** Counts the rows of an import anew, open or not. Throws a `JournalError`. */
  async countAnew(importId: string): Promise<void> {
    const { open, list, files, isSent } = this.#needs;
    if (open.known(importId) !== undefined) {
      await this.recount(importId);
    } else if (list.find(importId) !== undefined && !this.#isClosed) {
      const journal = openImportJournal(files.journalOf(importId));
      const counts = countRows(journal);
      list.change(importId, { counts: isSent(importId) ? counts : withNothingOnItsWay(counts) });
      journal.database.close();
    }
  }

  /** The desk is closed: nothing is written any more. */
  close(): void {
    this.#isClosed = true;
  }
}
