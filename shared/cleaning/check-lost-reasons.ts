import type { Field } from '../catalog/field.ts';
import { toCheck, type FieldValue } from './clean-value.ts';
import type { FieldSlot } from './field-slots.ts';
import { lostReasonCheck } from './lost-reason-check.ts';
import type { Plan } from './plan.ts';
import { settleProblem, type Answers } from './settle-problem.ts';
import { addSettled, type Findings } from './slot.ts';

/** Looks at the lost reasons of a row beside its status, once both are clean. */
export type LostReasonLook = (fields: Record<string, FieldValue>, answers: Answers, found: Findings) => void;

/** How the lost reasons of a plan's rows are looked at; `null` where nothing has to be: no column feeds one, or no lost status is known. */
export function lostReasonLook(
  plan: Pick<Plan, 'fields'>,
  slots: readonly FieldSlot[],
): LostReasonLook | null {
  const statusField = plan.fields.find(({ type }) => type === 'status');
  const reasons = slots.filter(({ source }) => isLostReason(plan.fields, source.apiName));
  if (reasons.length === 0 || (statusField?.lostOptions ?? []).length === 0 || statusField === undefined) {
    return null;
  }
  return (fields, answers, found) => {
    for (const { source } of reasons) {
      const reason = fields[source.apiName];
      const problem = reason === undefined ? null : lostReasonCheck(fields[statusField.apiName], statusField);
      if (reason === undefined || problem === null) {
        continue;
      }
      const settled = settleProblem(source, toCheck(reason, problem), answers);
      if (settled !== null) {
        addSettled(found, settled);
        if (settled.value === null) {
          delete fields[source.apiName];
        }
      }
    }
  };
}

function isLostReason(fields: readonly Field[], apiName: string): boolean {
  return fields.find((field) => field.apiName === apiName)?.type === 'lostReason';
}
