/** A cell of a grid, by 0-based position among the rows and columns of the data. */
export type CellPlace = { readonly row: number; readonly column: number };

/** How large a grid is, and how many rows fit into it at once. */
export type GridSize = { readonly rows: number; readonly columns: number; readonly rowsInSight: number };

/** Where a key leads from a cell, or `null` when it is not a key that moves. Never leaves the grid. */
export function moveByKey(
  key: string,
  withControl: boolean,
  from: CellPlace,
  size: GridSize,
): CellPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return clamp({ ...from, row: withControl ? 0 : from.row - 1 }, last);
    case 'ArrowDown':
      return clamp({ ...from, row: withControl ? last.row : from.row + 1 }, last);
    case 'ArrowLeft':
      return clamp({ ...from, column: withControl ? 0 : from.column - 1 }, last);
    case 'ArrowRight':
      return clamp({ ...from, column: withControl ? last.column : from.column + 1 }, last);
    case 'PageUp':
      return clamp({ ...from, row: from.row - size.rowsInSight }, last);
    case 'PageDown':
      return clamp({ ...from, row: from.row + size.rowsInSight }, last);
    case 'Home':
      return clamp({ row: withControl ? 0 : from.row, column: 0 }, last);
    case 'End':
      return clamp({ row: withControl ? last.row : from.row, column: last.column }, last);
    default:
      return null;
  }
}

/** Where Enter and Tab lead after a cell was changed: down, or on to the next one, as in a spreadsheet program. */
export function moveAfterEdit(
  key: 'Enter' | 'Tab',
  withShift: boolean,
  from: CellPlace,
  size: GridSize,
): CellPlace {
  const step = withShift ? -1 : 1;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  return key === 'Enter'
    ? clamp({ ...from, row: from.row + step }, last)
    : clamp({ ...from, column: from.column + step }, last);
}

function clamp({ row, column }: CellPlace, last: CellPlace): CellPlace {
  return {
    row: Math.max(0, Math.min(row, last.row)),
    column: Math.max(0, Math.min(column, last.column)),
  };
}
