import type { RowIndex } from './row-index.ts';

/**
 * Of which rows the ready leads are combined, by the row that carries the lead; those of one row are not in it. It is written
 * down when leads are queued, because the sender does not look for duplicates.
 */
export function membersOf(rows: RowIndex): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, readonly number[]>();
  for (const rowIndex of rows.select(['ready'], 0, rows.count).rowIndexes) {
    if (rows.isCombined(rowIndex)) {
      members.set(rowIndex, rows.rowsOfPerson(rowIndex));
    }
  }
  return members;
}
