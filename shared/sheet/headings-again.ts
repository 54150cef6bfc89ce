import { MAX_HEADING_CHARACTERS } from './limits.ts';
import type { Cell } from './sheet.ts';

/**
 * Tells the rows that say the headings once more, cell by cell but for outer blanks, as reports do at the top of every page.
 * They are no leads: they are skipped like blank rows, and told. Asked for every row.
 *
 * @param headings Those of all columns, or `null` for a sheet without headings, which no row repeats.
 */
export function headingsAgain(headings: readonly string[] | null): (cells: readonly Cell[]) => boolean {
  const texts = (headings ?? []).map(textOf);
  const first = texts.findIndex((text) => text !== '');
  if (first === -1) {
    return () => false;
  }
  return (cells) => {
    if (textOf(cells[first]) !== texts[first]) {
      return false;
    }
    const length = Math.max(texts.length, cells.length);
    for (let index = 0; index < length; index++) {
      if (textOf(cells[index]) !== (texts[index] ?? '')) {
        return false;
      }
    }
    return true;
  };
}

/** As a column keeps its heading. */
function textOf(cell: Cell | undefined): string {
  return (cell ?? '').trim().slice(0, MAX_HEADING_CHARACTERS);
}
