import { MAX_HEADING_CHARACTERS } from './limits.ts';
import type { Column, SheetRow } from './sheet.ts';

/**
 * The columns of a sheet. Headings may repeat or be empty; what a heading is worth is decided when columns are matched.
 * Columns at the end that have neither a heading nor a value in the first rows are dropped: spreadsheet programs leave
 * such behind.
 *
 * @param headings The cells of the heading row, or `null` for a sheet without headings, whose columns then have none.
 *   With headings, a column needs a cell in the heading row: cells beyond it are surplus (see `SheetTotals`).
 * @param firstRows Data rows from the beginning of the sheet.
 */
export function columnsOf(
  headings: readonly string[] | null,
  firstRows: readonly SheetRow[],
): readonly Column[] {
  const widest = firstRows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const texts = headings ?? Array.from({ length: widest }, () => '');
  const columns = texts.map((text, index) => ({
    index,
    heading: text.trim().slice(0, MAX_HEADING_CHARACTERS),
  }));
  const last = columns.findLastIndex(
    (column) => column.heading !== '' || firstRows.some((row) => !isBlank(row.cells[column.index])),
  );
  return columns.slice(0, last + 1);
}

/** Whether a cell is missing, empty or only blanks. Asked for every row, so printable ASCII at its beginning is enough. */
export function isBlank(cell: string | null | undefined): boolean {
  if (cell === null || cell === undefined) {
    return true;
  }
  const first = cell.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && cell.trim() === '';
}
