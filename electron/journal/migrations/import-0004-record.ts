import type { Migration } from '../migrate.ts';

/**
 * The record of sending: every attempt, and what happened to the import as a whole. Lines are only ever added. Attempts made
 * before this version have none.
 */
export const importRecord: Migration = {
  version: 4,
  sql: `
    CREATE TABLE attempt (
      attempt_id INTEGER PRIMARY KEY,
      row_index INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      end TEXT NOT NULL,
      status INTEGER,
      words TEXT,
      duration_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX attempt_of_row ON attempt (row_index);

    CREATE TABLE event (
      event_id INTEGER PRIMARY KEY,
      at_ms INTEGER NOT NULL,
      kind TEXT NOT NULL,
      lead_count INTEGER,
      failure_kind TEXT
    ) STRICT
  `,
};
