import type { RowView } from '../../../shared/import.ts';

/** A row with nothing special about it but what `change` says. */
export function rowOf(rowIndex: number, change: Partial<RowView> = {}): RowView {
  return {
    rowIndex,
    rowNumber: rowIndex + 2,
    fate: 'problem',
    cells: [`cell ${rowIndex}`],
    edits: {},
    fields: {},
    actions: [],
    body: null,
    problems: [],
    duplicateOfRowNumber: null,
    waitsWithRowNumbers: [],
    attempt: null,
    ...change,
  };
}
