import type { CleanedRow } from '../cleaning/cleaned-row.ts';

/**
 * The body of the request for one lead, exactly as it is sent and as the preview shows it: `{"fields":{…}}`. The fields
 * stand in the order of the columns (those whose API names are whole numbers come first, as in every JavaScript object).
 */
export function leadBody(row: CleanedRow): string {
  return JSON.stringify({ fields: row.fields });
}
