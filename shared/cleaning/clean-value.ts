import type { Problem } from './problem.ts';

/** A value in the JSON type that Telecrm wants for its field; `date` is epoch milliseconds, `tags` an array. */
export type FieldValue = string | number | readonly string[];

/**
 * What became of one cell. `empty` cells are left out of the request (what Telecrm does with an empty value is not
 * documented, so none is sent). A `value` with `check` can be sent, but a person should look first.
 */
export type CleanValue =
  | { readonly kind: 'value'; readonly value: FieldValue; readonly check: Problem | null }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Turns the text of a cell into a value or a problem. Never throws, keeps nothing between calls. */
export type Cleaner = (text: string) => CleanValue;

/** The one `empty` result: cleaners return it for blank cells. */
export const EMPTY: CleanValue = { kind: 'empty' };

/** A value that can go as it is. */
export function clean(value: FieldValue): CleanValue {
  return { kind: 'value', value, check: null };
}

/** A value that can go once a person agreed. */
export function toCheck(value: FieldValue, check: Problem): CleanValue {
  return { kind: 'value', value, check };
}

/** A cell that cannot go. */
export function refused(problem: Problem): CleanValue {
  return { kind: 'problem', problem };
}
