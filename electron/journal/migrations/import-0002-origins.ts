import type { Migration } from '../migrate.ts';

/** What stands behind the cells of a workbook is kept beside them; NULL where there is nothing, as in every text file. */
export const importOrigins: Migration = {
  version: 2,
  sql: 'ALTER TABLE block ADD COLUMN origins TEXT',
};
