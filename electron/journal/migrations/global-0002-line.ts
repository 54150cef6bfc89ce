import type { Migration } from '../migrate.ts';

/**
 * The line of imports that wait their turn to be sent (NULL for one that does not), and by what clock a request left that
 * nobody can set: NULL in older lines.
 */
export const globalLine: Migration = {
  version: 2,
  sql: `
    ALTER TABLE import ADD COLUMN line_place INTEGER;
    ALTER TABLE request ADD COLUMN uptime_ms INTEGER;
    ALTER TABLE request ADD COLUMN boot_id TEXT
  `,
};
