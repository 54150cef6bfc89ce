import { cellKind } from '../cell-kind.ts';
import { columnsOf, isBlank } from '../columns.ts';
import { findHeader } from '../find-header.ts';
import { headingsAgain } from '../headings-again.ts';
import { FIRST_ROWS, MAX_HEADER_ROW_NUMBER } from '../limits.ts';
import { rowsAbove } from '../rows-above.ts';
import type { Column, RowsAbove, SheetRow } from '../sheet.ts';

/** What the first rows of a workbook's sheet show. */
export type TableFacts = {
  /** See `Reading`. */
  readonly headerRowNumber: number | null;
  readonly columns: readonly Column[];
  /** Data rows, at most `FIRST_ROWS`. */
  readonly firstRows: readonly SheetRow[];
  /** See `SheetFacts`. */
  readonly rowsAbove: RowsAbove | null;
  /** How many data rows were among the rows given. */
  readonly dataRowCount: number;
  /** How much it looks like the table of leads that people mean; for comparing sheets of one workbook. */
  readonly likeness: TableLikeness;
};

/** 0: no data rows. 1: some. 2: a table of several columns. 3: one with phone numbers or e-mail addresses. */
export type TableLikeness = 0 | 1 | 2 | 3;

/**
 * Finds headings and columns among the first rows of a sheet. A column without a heading whose cells hold something is kept,
 * because the cells of a workbook's row end at the last value.
 *
 * @param rows Rows with a value, from the beginning of the sheet.
 * @param wished The user's row of headings; `undefined` to find it.
 */
export function lookAtTable(rows: readonly SheetRow[], wished: number | null | undefined): TableFacts {
  const headerRowNumber = wished === undefined ? findHeaderRow(rows) : wished;
  const heading = rows.find((row) => row.rowNumber === headerRowNumber);
  const isHeadingsAgain = headingsAgain(heading?.cells.map((cell) => cell ?? '') ?? null);
  const data = rows
    .filter(({ rowNumber, cells }) => rowNumber > (headerRowNumber ?? 0) && !cells.every(isBlank))
    .filter(({ cells }) => !isHeadingsAgain(cells));
  const firstRows = data.slice(0, FIRST_ROWS);
  const columns = columnsOf(headingsOf(heading, headerRowNumber, firstRows), firstRows);
  return {
    headerRowNumber,
    columns,
    firstRows,
    rowsAbove: rowsAbove(rows, headerRowNumber, columns.length),
    dataRowCount: data.length,
    likeness: likenessOf(columns, firstRows),
  };
}

/** Blank rows above everything do not count, so that a table far down is found as well. */
function findHeaderRow(rows: readonly SheetRow[]): number | null {
  const above = (rows[0]?.rowNumber ?? 1) - 1;
  const records: string[][] = [];
  for (const { rowNumber, cells } of rows) {
    if (rowNumber - above > MOST_RECORDS) {
      break;
    }
    while (records.length < rowNumber - above - 1) {
      records.push([]);
    }
    records.push(cells.map((cell) => cell ?? ''));
  }
  const found = findHeader(records);
  return found === null || found + above > MAX_HEADER_ROW_NUMBER ? null : found + above;
}

/** More than `findHeader` looks at. */
const MOST_RECORDS = 200;

function headingsOf(
  heading: SheetRow | undefined,
  headerRowNumber: number | null,
  firstRows: readonly SheetRow[],
): readonly string[] | null {
  if (headerRowNumber === null) {
    return null;
  }
  const cells = heading?.cells ?? [];
  const widest = firstRows.reduce((most, row) => Math.max(most, row.cells.length), cells.length);
  return Array.from({ length: widest }, (_unused, index) => cells[index] ?? '');
}

/** Rows that are enough to see what a sheet is about. */
const SAMPLE_ROWS = 30;

function likenessOf(columns: readonly Column[], firstRows: readonly SheetRow[]): TableLikeness {
  if (firstRows.length === 0) {
    return 0;
  }
  if (columns.length < 2) {
    return 1;
  }
  const cells = firstRows.slice(0, SAMPLE_ROWS).flatMap((row) => row.cells);
  const hasContacts = cells.some((cell) => {
    const kind = cell === null ? 'empty' : cellKind(cell);
    return kind === 'phone' || kind === 'email';
  });
  return hasContacts ? 3 : 2;
}
