import type { FieldType } from '../catalog/field.ts';
import { destinationInputs } from '../mapping/destination-inputs.ts';
import { destinationLabel, destinationName } from '../mapping/destination-label.ts';
import type { Cell } from '../sheet/sheet.ts';
import { actionSlots, type ActionSlots } from './action-slots.ts';
import { EMPTY, type FieldValue } from './clean-value.ts';
import {
  NO_EDITS,
  type CheckedRow,
  type CleanedRow,
  type LeadAction,
  type RowChecker,
  type RowCleaner,
  type RowEdits,
} from './cleaned-row.ts';
import type { ColumnNotice } from './column-notice.ts';
import { lostReasonLook, type LostReasonLook } from './check-lost-reasons.ts';
import { destinationCleaner } from './destination-cleaner.ts';
import { fieldSlots, type FieldSlot, type FieldSlots } from './field-slots.ts';
import { identifierKey } from './identifier-key.ts';
import { makeAction } from './make-action.ts';
import type { Answer, Plan } from './plan.ts';
import type { Answers } from './settle-problem.ts';
import { noFindings, settleValue, takeValue, type Findings } from './slot.ts';

/**
 * Prepares everything that is the same for all rows and returns the function that cleans one. The values of columns in
 * `columnNotices`, and those for fields, actions and parts that the plan does not list, are left out. Of several columns that
 * feed one destination without a join the first in the sheet counts. Throws a `RangeError` when a date is fed and the
 * plan's time zone is unknown (see `isTimeZone`).
 */
export function compilePlan(plan: Plan): RowCleaner {
  const compiled = compile(plan);
  return (cells, edits) => cleanRow(compiled, cells, edits);
}

/** `compilePlan` for going through a whole sheet, where nobody looks at the leads yet: a tenth faster. Throws as it does. */
export function compileCheck(plan: Plan): RowChecker {
  const compiled = compile(plan);
  // What is said of a lost reason depends on the lead's status.
  return compiled.lookAtLostReasons === null
    ? (cells) => checkRow(compiled, cells)
    : (cells) => cleanRow(compiled, cells, NO_EDITS);
}

/**
 * The mapped columns whose values are left out as a whole because the options of their field are not known. Throws as
 * `compilePlan` does.
 */
export function columnNotices(plan: Plan): readonly ColumnNotice[] {
  return destinationInputs(plan.mapping).flatMap(({ destination, columns }) =>
    columns.flatMap(({ columnIndex, choices }): ColumnNotice[] => {
      if (destinationCleaner(destination, choices, plan) !== null) {
        return [];
      }
      const column = plan.mapping.columns.find((one) => one.columnIndex === columnIndex);
      return [
        {
          kind: 'options-not-known',
          columnIndex,
          heading: column?.heading ?? '',
          apiName: destinationName(destination),
          label: destinationLabel(destination, plan.mapping, plan),
        },
      ];
    }),
  );
}

const NO_ACTIONS: readonly LeadAction[] = [];

type CompiledPlan = FieldSlots & {
  readonly lookAtLostReasons: LostReasonLook | null;
  readonly actions: readonly ActionSlots[];
  readonly answers: Answers;
  readonly identifierType: FieldType | undefined;
};

function compile(plan: Plan): CompiledPlan {
  const inputs = destinationInputs(plan.mapping);
  const { slots, constants } = fieldSlots(inputs, plan);
  return {
    slots,
    constants,
    lookAtLostReasons: lostReasonLook(plan, slots),
    actions: actionSlots(plan.mapping.actions, inputs, plan),
    answers: {
      byGroup: new Map<string, Answer>(plan.decisions.map(({ groupId, answer }) => [groupId, answer])),
      undecided: plan.undecided,
    },
    identifierType: plan.fields.find(({ apiName }) => apiName === plan.identifier)?.type,
  };
}

function cleanRow(plan: CompiledPlan, cells: readonly Cell[], edits: RowEdits): CleanedRow {
  const fields: Record<string, FieldValue> = {};
  const found = noFindings(edits.isSkipped);
  let identifier: FieldValue | null = null;
  const texts = edits === NO_EDITS ? cells : editedCells(cells, edits);
  for (const slot of plan.slots) {
    const value = valueOf(slot, texts, plan.answers, found);
    if (value !== null) {
      slot.putValue(fields, value);
      if (slot.source.isIdentifier) {
        identifier = value;
      }
    }
  }
  for (const { value, putValue } of plan.constants) {
    putValue(fields, value);
  }
  plan.lookAtLostReasons?.(fields, plan.answers, found);
  const actions = plan.actions.length === 0 ? NO_ACTIONS : actionsOf(plan, texts, found);
  return {
    fields,
    actions,
    problems: found.problems,
    standing: standingOf(found),
    identifierKey: identifierKey(identifier, plan.identifierType),
  };
}

/** What `cleanRow` finds of a row without edits; the lead itself is not put together. */
function checkRow(plan: CompiledPlan, cells: readonly Cell[]): CheckedRow {
  const found = noFindings(false);
  let identifier: FieldValue | null = null;
  for (const slot of plan.slots) {
    const value = valueOf(slot, cells, plan.answers, found);
    if (slot.source.isIdentifier && value !== null) {
      identifier = value;
    }
  }
  if (plan.actions.length > 0) {
    actionsOf(plan, cells, found);
  }
  return {
    problems: found.problems,
    standing: standingOf(found),
    identifierKey: identifierKey(identifier, plan.identifierType),
  };
}

/** What `takeValue` answers, by a shorter way for what nearly every cell of nearly every sheet is: good, or empty. */
function valueOf(
  slot: FieldSlot,
  texts: readonly Cell[],
  answers: Answers,
  found: Findings,
): FieldValue | null {
  if (!slot.isPlain) {
    return takeValue(slot, texts, answers, found);
  }
  const { source } = slot;
  const text = texts[source.columnIndex] ?? '';
  if (text === '' && !source.isIdentifier) {
    return null;
  }
  const cleaned = text === '' ? EMPTY : source.clean(text);
  return cleaned.kind === 'value' && cleaned.check === null
    ? cleaned.value
    : settleValue(slot, cleaned, texts, answers, found);
}

function actionsOf(plan: CompiledPlan, texts: readonly Cell[], found: Findings): readonly LeadAction[] {
  return plan.actions.flatMap((action) => makeAction(action, texts, plan.answers, found) ?? []);
}

/** The cells with the user's texts in place of the raw ones. */
function editedCells(cells: readonly Cell[], edits: RowEdits): readonly Cell[] {
  const changes = Object.entries(edits.texts);
  if (changes.length === 0) {
    return cells;
  }
  const edited = [...cells];
  for (const [columnIndex, text] of changes) {
    edited[Number(columnIndex)] = text;
  }
  return edited;
}

function standingOf({ isSkipped, isWaiting }: Findings): CleanedRow['standing'] {
  if (isSkipped) {
    return 'skipped';
  }
  return isWaiting ? 'problem' : 'ready';
}
