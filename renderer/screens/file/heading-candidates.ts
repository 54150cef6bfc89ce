import type { SheetFacts } from '../../../shared/sheet/sheet.ts';

/** Where a title was taken for headings, they stand in the next few rows. */
const ROWS_BELOW = 4;

/** Enough cells to recognise a row by. */
const CELLS_SHOWN = 6;

/** A row that may hold the headings. */
export type HeadingCandidate = {
  /** 1-based, as the spreadsheet program shows it. */
  readonly rowNumber: number;
  /** Its first cells that hold something. */
  readonly cells: readonly string[];
};

/**
 * The rows right above the headings, their row and those right below, to choose the headings from by sight. Others are chosen
 * by number.
 */
export function headingCandidates({
  reading,
  columns,
  firstRows,
  rowsAbove,
}: SheetFacts): readonly HeadingCandidate[] {
  const below = firstRows.slice(0, ROWS_BELOW).map(({ rowNumber, cells }) => candidate(rowNumber, cells));
  if (reading.headerRowNumber === null) {
    return below;
  }
  const headings = columns.map(({ heading }) => heading);
  const above = (rowsAbove?.nearest ?? []).map(({ rowNumber, cells }) => candidate(rowNumber, cells));
  return [...above, candidate(reading.headerRowNumber, headings), ...below];
}

function candidate(rowNumber: number, cells: readonly (string | null)[]): HeadingCandidate {
  const filled = cells.map((cell) => (cell ?? '').trim()).filter((cell) => cell !== '');
  return { rowNumber, cells: filled.slice(0, CELLS_SHOWN) };
}
