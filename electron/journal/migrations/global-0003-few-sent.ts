import type { Migration } from '../migrate.ts';

/** The row numbers of an import's first few leads while the rest waits until the user has looked at them, as JSON; else NULL. */
export const globalFewSent: Migration = {
  version: 3,
  sql: `ALTER TABLE import ADD COLUMN few_sent TEXT`,
};
