import type { SheetFacts } from '../../../shared/sheet/sheet.ts';

/** Titles stand above headings, so it is the next few rows that headings were overlooked in. */
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
 * The row of the headings and the rows right below it, to choose the headings from by sight. Rows above it are not among
 * the facts; they are chosen by number.
 */
export function headingCandidates({ reading, columns, firstRows }: SheetFacts): readonly HeadingCandidate[] {
  const below = firstRows.slice(0, ROWS_BELOW).map(({ rowNumber, cells }) => candidate(rowNumber, cells));
  if (reading.headerRowNumber === null) {
    return below;
  }
  const headings = columns.map(({ heading }) => heading);
  return [candidate(reading.headerRowNumber, headings), ...below];
}

function candidate(rowNumber: number, cells: readonly (string | null)[]): HeadingCandidate {
  const filled = cells.map((cell) => (cell ?? '').trim()).filter((cell) => cell !== '');
  return { rowNumber, cells: filled.slice(0, CELLS_SHOWN) };
}
