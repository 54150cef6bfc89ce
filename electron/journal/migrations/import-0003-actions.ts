import type { Migration } from '../migrate.ts';

/**
 * Whether a lead that left the queue carries actions, which Telecrm appends on every call: after a crash nothing else says
 * whether its request may be repeated. Leads of earlier versions carried fields alone.
 */
export const importActions: Migration = {
  version: 3,
  sql: 'ALTER TABLE lead ADD COLUMN has_actions INTEGER NOT NULL DEFAULT 0',
};
