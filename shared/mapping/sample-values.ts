import { isBlank } from '../sheet/columns.ts';
import type { Column, SheetRow } from '../sheet/sheet.ts';

/** Rows from which samples are taken: further down they would tell no more, and the user can see these in the file. */
const SAMPLE_ROWS = 50;

/** Longer samples are cut: they are for recognising a column, and only so much fits on a line. */
const LONGEST_SAMPLE = 200;

/**
 * Up to `count` distinct values of each column, blank ones passed over, in the order of the rows: what the Match screen
 * shows beside a heading. The first row alone is often empty in just the column in question.
 */
export function sampleValues(
  columns: readonly Column[],
  rows: readonly SheetRow[],
  count = 3,
): readonly (readonly string[])[] {
  return columns.map(({ index }) => {
    const samples = new Set<string>();
    for (const row of rows.slice(0, SAMPLE_ROWS)) {
      const cell = row.cells[index] ?? null;
      if (samples.size < count && cell !== null && !isBlank(cell)) {
        samples.add(cell.trim().slice(0, LONGEST_SAMPLE));
      }
    }
    return [...samples];
  });
}
