import type { Migration } from '../migrate.ts';

/** The first format of the global journal: the list of imports and the requests of the last hour. */
export const globalFirst: Migration = {
  version: 1,
  sql: `
    CREATE TABLE import (
      import_id TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      workspace_id TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      changed_at_ms INTEGER NOT NULL,
      stage TEXT NOT NULL,
      counts TEXT NOT NULL,
      failure TEXT,
      speed TEXT,
      workspace TEXT
    ) STRICT;

    CREATE TABLE secret (
      name TEXT PRIMARY KEY,
      value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE request (
      request_id INTEGER PRIMARY KEY,
      token_key TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      count INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX request_of_token ON request (token_key, at_ms)
  `,
};
