import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the journals of one data folder lie. */
export type ImportFiles = {
  readonly globalJournal: string;
  /** The journal of one import. */
  readonly journalOf: (importId: string) => string;
  /** Deletes an import's journal with the files that SQLite keeps beside it. Idempotent. */
  readonly deleteJournal: (importId: string) => void;
};

/** Makes the folders if they are not there. Throws when the data folder cannot be written. */
export function importFiles(dataFolder: string): ImportFiles {
  const folder = join(dataFolder, 'imports');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  function journalOf(importId: string): string {
    // Ids are made here and checked at the contract, but a path is never built from anything else.
    if (!/^[0-9a-z-]{1,80}$/u.test(importId)) {
      throw new RangeError('Not the id of an import');
    }
    return join(folder, `${importId}.sqlite`);
  }
  return {
    globalJournal: join(dataFolder, 'global.sqlite'),
    journalOf,
    deleteJournal: (importId) => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) {
        rmSync(`${journalOf(importId)}${suffix}`, { force: true });
      }
    },
  };
}
