import type { RowEdits } from '../../shared/cleaning/cleaned-row.ts';
import type { Cell } from '../../shared/sheet/sheet.ts';

/** The text of a cell as it stands now: the user's edit if there is one, otherwise as in the file; empty where it has none. */
export function textAt(cells: readonly Cell[], edits: RowEdits, columnIndex: number): string {
  return edits.texts[columnIndex] ?? cells[columnIndex] ?? '';
}
