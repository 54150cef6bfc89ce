import { PAYMENT } from '../catalog/action.ts';
import type { Cell } from '../sheet/sheet.ts';
import type { ActionSlots } from './action-slots.ts';
import { refused, type FieldValue } from './clean-value.ts';
import type { LeadAction } from './cleaned-row.ts';
import { sendableText } from './sendable-text.ts';
import { settleProblem, type Answers } from './settle-problem.ts';
import { addFindings, addSettled, noFindings, takeValue, type Findings, type Slot } from './slot.ts';
import { isNothing } from './stand-ins-for-nothing.ts';

/**
 * The action of a row, or `null`: where the column of its condition is not filled; where columns feed its parts and none of
 * them is filled in this row (constants and a time alone say nothing about the row); and where it lacks something that it
 * needs. The last is added to `found` as a problem, so that an action is never sent by half and never lost silently; while
 * a value of its own still waits for an answer, that one is asked first.
 */
export function makeAction(
  action: ActionSlots,
  texts: readonly Cell[],
  answers: Answers,
  found: Findings,
): LeadAction | null {
  if (action.onlyWhereFilled !== null && isNothing(sendableText(texts[action.onlyWhereFilled] ?? ''))) {
    return null;
  }
  const own = noFindings(false);
  const fields: Record<string, FieldValue> = {};
  const missing: string[] = [];
  let valueCount = 0;
  for (const { slot, constant, putValue, isRequired, label } of action.parts) {
    const value = slot === null ? constant : takeValue(slot, texts, answers, own);
    if (value !== null) {
      putValue(fields, value);
      valueCount += 1;
    } else if (isRequired) {
      missing.push(label);
    }
  }
  const isFed = action.parts.some(({ slot }) => slot !== null);
  if (valueCount === 0 || (isFed && own.filledCount === 0)) {
    addFindings(found, own);
    return null;
  }
  if (missing.length > 0) {
    if (!own.isWaiting) {
      reportIncomplete(action, missing, answers, own);
    }
    addFindings(found, own);
    return null;
  }
  if (isFed && own.keptCount === 0) {
    addFindings(found, own);
    return null;
  }
  const time = timeOf(action.time, texts, answers, own);
  addFindings(found, own);
  return action.type === PAYMENT ? paymentOf(fields) : { type: action.type, fields, ...time };
}

function timeOf(
  { slot, constant }: { readonly slot: Slot | null; readonly constant: FieldValue | null },
  texts: readonly Cell[],
  answers: Answers,
  found: Findings,
): { readonly created_on?: string } {
  const value = slot === null ? constant : takeValue(slot, texts, answers, found);
  return typeof value === 'string' ? { created_on: value } : {};
}

/** All three are there, or it would be incomplete. */
function paymentOf({ status, currency, amount }: Record<string, FieldValue>): LeadAction {
  return { type: PAYMENT, status: String(status), currency: String(currency), amount: String(amount) };
}

function reportIncomplete(
  { actionId, type, label, columnIndex }: ActionSlots,
  missing: readonly string[],
  answers: Answers,
  found: Findings,
): void {
  const incomplete = refused({ kind: 'action-incomplete', actionId, action: label, missing });
  const place = {
    columnIndex,
    apiName: type,
    destination: null,
    label,
    isIdentifier: false,
    clean: () => incomplete,
  };
  const settled = settleProblem(place, incomplete, answers);
  if (settled !== null) {
    addSettled(found, settled);
  }
}
