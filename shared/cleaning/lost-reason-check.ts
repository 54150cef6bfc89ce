import type { Field } from '../catalog/field.ts';
import type { FieldValue } from './clean-value.ts';
import type { Problem } from './problem.ts';

/**
 * What to tell of a lost reason by the status beside it: a `check` where the status is known not to be a lost one, since
 * whether Telecrm keeps the reason then is not documented. `null` where there is nothing to tell: the status is a lost one,
 * the row sends none, or which statuses are lost ones is not known.
 *
 * @param status What the row sends for the status field; `undefined` or `null` for nothing.
 */
export function lostReasonCheck(
  status: FieldValue | null | undefined,
  statusField: Pick<Field, 'lostOptions'> | undefined,
): Problem | null {
  const lost = statusField?.lostOptions ?? [];
  return typeof status !== 'string' || lost.length === 0 || lost.includes(status)
    ? null
    : { kind: 'lost-reason-without-lost-status', status };
}
