import { cellKind } from './cell-kind.ts';
import { isBlank } from './columns.ts';
import type { RowsAbove, SheetRow } from './sheet.ts';

/**
 * What stands above the headings and is not sent: mostly a title, but where the headings were found too far down, leads.
 *
 * @param rows Rows from the beginning of the sheet; blank ones may be among them.
 * @returns `null` where nothing stands there, which no sheet without headings has anything above.
 */
export function rowsAbove(
  rows: readonly SheetRow[],
  headerRowNumber: number | null,
  columnCount: number,
): RowsAbove | null {
  const filled = rows.filter(
    ({ rowNumber, cells }) => rowNumber < (headerRowNumber ?? 0) && !cells.every(isBlank),
  );
  if (filled.length === 0) {
    return null;
  }
  const mayBeData = filled.length > MOST_TITLE_LINES || filled.some((row) => isLikeData(row, columnCount));
  return { rowCount: filled.length, mayBeData, nearest: filled.slice(-NEAREST_ROWS) };
}

/** A title, the date of the report, who made it and for whom. */
const MOST_TITLE_LINES = 4;

/** Enough to find the headings among them by sight. */
const NEAREST_ROWS = 8;

/** Title lines fill a cell or two and name nobody. */
function isLikeData({ cells }: SheetRow, columnCount: number): boolean {
  const filled = cells.filter((cell) => cell !== null && !isBlank(cell));
  const isFull = filled.length > 1 && filled.length * 2 > columnCount;
  return isFull || filled.some((cell) => ['phone', 'email'].includes(cellKind(cell ?? '')));
}
