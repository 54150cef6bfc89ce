import type { ColumnChoices, ColumnMapping, DuplicateRule, Mapping } from '../../shared/mapping/mapping.ts';

/** The column that feeds a field, besides `exceptIndex`; `undefined` when none does. */
export function columnFeeding(
  mapping: Mapping,
  apiName: string,
  exceptIndex: number,
): ColumnMapping | undefined {
  return mapping.columns.find(
    ({ columnIndex, target }) =>
      columnIndex !== exceptIndex && target.kind === 'field' && target.apiName === apiName,
  );
}

/** Sends a column to a field; another column that fed it is no longer sent, because a field takes only one. */
export function giveField(mapping: Mapping, columnIndex: number, apiName: string): Mapping {
  return changeColumns(mapping, (column) => {
    if (column.columnIndex === columnIndex) {
      return { ...column, target: { kind: 'field', apiName }, origin: 'chosen' };
    }
    return column.target.kind === 'field' && column.target.apiName === apiName ? leftOut(column) : column;
  });
}

/** Leaves a column out. */
export function leaveColumnOut(mapping: Mapping, columnIndex: number): Mapping {
  return changeColumns(mapping, (column) => (column.columnIndex === columnIndex ? leftOut(column) : column));
}

/** Changes how the values of a column are understood. */
export function setChoices(mapping: Mapping, columnIndex: number, change: Partial<ColumnChoices>): Mapping {
  return changeColumns(mapping, (column) =>
    column.columnIndex === columnIndex ? { ...column, choices: { ...column.choices, ...change } } : column,
  );
}

/** Changes which of several rows of one person is sent. */
export function setDuplicateRule(mapping: Mapping, duplicates: DuplicateRule): Mapping {
  return { ...mapping, duplicates };
}

function leftOut(column: ColumnMapping): ColumnMapping {
  return { ...column, target: { kind: 'not-sent' }, origin: 'chosen' };
}

function changeColumns(mapping: Mapping, change: (column: ColumnMapping) => ColumnMapping): Mapping {
  return { ...mapping, columns: mapping.columns.map(change) };
}
