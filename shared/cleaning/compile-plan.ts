import type { FieldType } from '../catalog/field.ts';
import type { Cell } from '../sheet/sheet.ts';
import { EMPTY, type CleanValue, type FieldValue } from './clean-value.ts';
import { NO_EDITS, type CleanedRow, type LeadAction, type RowCleaner, type RowEdits } from './cleaned-row.ts';
import type { ColumnNotice } from './column-notice.ts';
import { identifierKey } from './identifier-key.ts';
import type { Answer, Plan } from './plan.ts';
import type { RowProblem } from './problem.ts';
import { mappedColumns, sentColumns, type SentColumn } from './sent-columns.ts';
import { settleProblem, type Answers } from './settle-problem.ts';

/**
 * Prepares everything that is the same for all rows and returns the function that cleans one. The values of columns in
 * `columnNotices`, and of columns whose field the plan does not list, are left out. Throws a `RangeError` when a date field
 * is fed and the plan's time zone is unknown (see `isTimeZone`).
 */
export function compilePlan(plan: Plan): RowCleaner {
  const compiled: CompiledPlan = {
    columns: sentColumns(plan),
    answers: {
      byGroup: new Map<string, Answer>(plan.decisions.map(({ groupId, answer }) => [groupId, answer])),
      undecided: plan.undecided,
    },
    identifierType: plan.fields.find(({ apiName }) => apiName === plan.identifier)?.type,
  };
  return (cells, edits) => cleanRow(compiled, cells, edits);
}

/**
 * The mapped columns whose values are left out as a whole because the options of their field are not known. Throws as
 * `compilePlan` does.
 */
export function columnNotices(plan: Plan): readonly ColumnNotice[] {
  return mappedColumns(plan)
    .filter(({ field, cleaner }) => cleaner === null && field !== undefined)
    .map(({ column, apiName, field }) => ({
      kind: 'options-not-known',
      columnIndex: column.columnIndex,
      heading: column.heading,
      apiName,
      label: field?.label ?? apiName,
    }));
}

const NO_PROBLEMS: readonly RowProblem[] = [];
const NO_ACTIONS: readonly LeadAction[] = [];

type CompiledPlan = {
  readonly columns: readonly SentColumn[];
  readonly answers: Answers;
  readonly identifierType: FieldType | undefined;
};

function cleanRow(plan: CompiledPlan, cells: readonly Cell[], edits: RowEdits): CleanedRow {
  const fields: Record<string, FieldValue> = {};
  let problems = NO_PROBLEMS;
  let identifier: FieldValue | null = null;
  let isSkipped = edits.isSkipped;
  let isWaiting = false;
  const texts = edits === NO_EDITS ? cells : editedCells(cells, edits);
  for (const column of plan.columns) {
    const text = texts[column.columnIndex] ?? '';
    const cleaned: CleanValue = text === '' ? EMPTY : column.clean(text);
    let value = cleaned.kind === 'value' ? cleaned.value : null;
    const settled = settleProblem(column, cleaned, plan.answers);
    if (settled !== null) {
      value = settled.value;
      problems = problems === NO_PROBLEMS ? settled.problems : [...problems, ...settled.problems];
      isSkipped ||= settled.row === 'skipped';
      isWaiting ||= settled.row === 'waits';
    }
    if (value !== null) {
      column.setValue(fields, value);
      if (column.isIdentifier) {
        identifier = value;
      }
    }
  }
  return {
    fields,
    actions: NO_ACTIONS,
    problems,
    standing: standingOf(isSkipped, isWaiting),
    identifierKey: identifierKey(identifier, plan.identifierType),
  };
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

function standingOf(isSkipped: boolean, isWaiting: boolean): CleanedRow['standing'] {
  if (isSkipped) {
    return 'skipped';
  }
  return isWaiting ? 'problem' : 'ready';
}
