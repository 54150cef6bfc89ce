import type { Migration } from '../migrate.ts';

/**
 * What looking up leads in Telecrm found, one lookup for each purpose: its state as a whole, and a line for each row that was
 * looked up.
 */
export const importLookups: Migration = {
  version: 6,
  sql: `
    CREATE TABLE lookup (
      purpose TEXT PRIMARY KEY,
      status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE looked_up (
      purpose TEXT NOT NULL,
      row_index INTEGER NOT NULL,
      row_number INTEGER NOT NULL,
      finding TEXT NOT NULL,
      identifier TEXT NOT NULL,
      differences TEXT,
      PRIMARY KEY (purpose, row_index)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX looked_up_finding ON looked_up (purpose, finding, row_index)
  `,
};
