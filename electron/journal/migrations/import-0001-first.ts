import type { Migration } from '../migrate.ts';

/**
 * The first format of an import's journal. Rows are packed in blocks of `ROWS_PER_BLOCK`, because one database row for each
 * row of the sheet makes staging a million rows three times as slow; what must be committed one by one (the lead that
 * is being sent) has a table of its own, which only holds rows that have left the queue at least once.
 */
export const importFirst: Migration = {
  version: 1,
  sql: `
    CREATE TABLE fact (
      name TEXT PRIMARY KEY,
      json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE block (
      block_index INTEGER PRIMARY KEY,
      row_numbers TEXT NOT NULL,
      cells TEXT NOT NULL
    ) STRICT;

    CREATE TABLE checked (
      block_index INTEGER PRIMARY KEY,
      fates BLOB NOT NULL,
      digests BLOB NOT NULL,
      problems TEXT NOT NULL,
      queued_count INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX checked_queued ON checked (block_index) WHERE queued_count > 0;

    CREATE TABLE edit (
      row_index INTEGER NOT NULL,
      column_index INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (row_index, column_index)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE skipped_row (
      row_index INTEGER PRIMARY KEY
    ) STRICT;

    CREATE TABLE change (
      change_id INTEGER PRIMARY KEY,
      json TEXT NOT NULL,
      is_undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE plan (
      plan_id INTEGER PRIMARY KEY,
      json TEXT NOT NULL,
      frozen_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE lead (
      row_index INTEGER PRIMARY KEY,
      fate TEXT NOT NULL,
      plan_id INTEGER NOT NULL REFERENCES plan (plan_id),
      failed_attempts INTEGER NOT NULL DEFAULT 0,
      next_attempt_at_ms INTEGER,
      status INTEGER,
      words TEXT,
      changed_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX lead_waiting ON lead (next_attempt_at_ms) WHERE next_attempt_at_ms IS NOT NULL;
    CREATE INDEX lead_not_accepted ON lead (fate, row_index) WHERE fate <> 'accepted'
  `,
};
