import { basename } from 'node:path';
import { JournalError } from './journal-error.ts';
import type { Database } from './open-database.ts';

/** One step of a file's format, append-only: the text of a step that was released never changes. */
export type Migration = {
  /** 1-based; equals SQLite's `user_version` once done. */
  readonly version: number;
  readonly sql: string;
};

/**
 * Brings a journal to the newest format, each step in its own transaction. Throws a `JournalError` when the file was written
 * by a newer program: guessing what it means could send leads twice, so it is left alone.
 */
export function migrate(database: Database, migrations: readonly Migration[], path: string): void {
  const found = versionOf(database);
  const newest = migrations.at(-1)?.version ?? 0;
  if (found > newest) {
    throw new JournalError({ kind: 'journal-newer', fileName: basename(path), version: found });
  }
  for (const migration of migrations) {
    if (migration.version > found) {
      database.exec(`BEGIN IMMEDIATE; ${migration.sql}; PRAGMA user_version = ${migration.version}; COMMIT;`);
    }
  }
}

function versionOf(database: Database): number {
  const [row] = database.pragma('user_version') as { user_version: number }[];
  return row?.user_version ?? 0;
}
