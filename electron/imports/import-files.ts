import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the journals of one data folder lie. */
export type ImportFiles = {
  readonly globalJournal: string;
  /** The journal of one import. */
  readonly journalOf: (importId: string) => string;
  /**
   * Keeps cells that were pasted as a text file that belongs to the import, readable by this user alone; answers with its
   * path. Throws the operating system's error.
   */
  readonly keepPasted: (importId: string, fileName: string, text: string) => string;
  /** Deletes an import's journal with the files that SQLite keeps beside it, and its pasted cells. Idempotent. */
  readonly deleteFiles: (importId: string) => void;
};

/** Makes the folders if they are not there. Throws when the data folder cannot be written. */
export function importFiles(dataFolder: string): ImportFiles {
  const folder = join(dataFolder, 'imports');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const journalOf = (importId: string): string => join(folder, `${checked(importId)}.sqlite`);
  const pastedOf = (importId: string): string => join(dataFolder, 'pasted', checked(importId));
  return {
    globalJournal: join(dataFolder, 'global.sqlite'),
    journalOf,
    keepPasted: (importId, fileName, text) => {
      mkdirSync(pastedOf(importId), { recursive: true, mode: 0o700 });
      const path = join(pastedOf(importId), fileName);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    },
    deleteFiles: (importId) => {
      rmSync(pastedOf(importId), { recursive: true, force: true });
      for (const suffix of ['', '-wal', '-shm', '-journal']) {
        rmSync(`${journalOf(importId)}${suffix}`, { force: true });
      }
    },
  };
}

/** Ids are made here and checked at the contract, but a path is never built from anything else. */
function checked(importId: string): string {
  if (!/^[0-9a-z-]{1,80}$/u.test(importId)) {
    throw new RangeError('Not the id of an import');
  }
  return importId;
}
