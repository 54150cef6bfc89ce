import type { Migration } from '../migrate.ts';

/**
 * What the user chose for people who stand in several rows, by the digest of their identifier, and, for rows that were queued,
 * which rows their lead is combined of: packed by block like the rows themselves, as `{place in the block: [row indices]}`.
 */
export const importPeople: Migration = {
  version: 5,
  sql: `
    CREATE TABLE duplicate_choice (
      first_digest INTEGER NOT NULL,
      second_digest INTEGER NOT NULL,
      kind TEXT NOT NULL,
      row_index INTEGER,
      PRIMARY KEY (first_digest, second_digest)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE combined (
      block_index INTEGER PRIMARY KEY,
      members TEXT NOT NULL
    ) STRICT
  `,
};
