import type { CleanedRow } from '../cleaning/cleaned-row.ts';

/**
 * The body of the request for one lead, exactly as it is sent and as the preview shows it: `{"fields":{…}}`, and
 * `{"fields":{…},"actions":[…]}` for a lead that carries actions. The fields stand in the order of the columns (those whose
 * API names are whole numbers come first, as in every JavaScript object), the actions in that of the mapping.
 */
export function leadBody({ fields, actions }: CleanedRow): string {
  return JSON.stringify(actions.length === 0 ? { fields } : { fields, actions });
}
