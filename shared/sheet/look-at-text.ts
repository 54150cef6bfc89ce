import type { FileFailure } from '../failure.ts';
import { failed, success, type Result } from '../result.ts';
import { columnsOf, isBlank } from './columns.ts';
import { headingsAgain } from './headings-again.ts';
import { findHeader } from './find-header.ts';
import { FIRST_ROWS, MAX_CELLS_PER_ROW, MAX_RECORD_CHARACTERS } from './limits.ts';
import { readRecords, type RecordScan, type TextEnd } from './read-records.ts';
import { rowsAbove } from './rows-above.ts';
import { findSepLine } from './sep-line.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';
import type { Delimiter, Reading, SheetFacts, SheetRow } from './sheet.ts';

/** The beginning of a text file. */
export type TextHead = {
  /** Bare file name without folders. */
  readonly fileName: string;
  /** Decoded, without byte order mark. */
  readonly text: string;
  /** Whether this is all of the file. */
  readonly end: TextEnd;
};

/** What a first look at a text file's beginning gives: the part of `SheetFacts` that its text decides. */
export type TextFacts = Pick<SheetFacts, 'columns' | 'firstRows' | 'isWhole' | 'rowsAbove'> & {
  readonly delimiter: Delimiter;
  readonly headerRowNumber: number | null;
};

/**
 * Finds delimiter, headings, columns and first rows in the beginning of a text file. What `wish` names is not guessed.
 *
 * @returns A failure where nothing can be shown: no text at all, headings without rows, a quotation mark that never closes,
 *   one endless line. Of a file that is not whole, trouble further down is found when it is read.
 */
export function lookAtText(head: TextHead, wish: Partial<Reading>): Result<TextFacts, FileFailure> {
  const { fileName, end } = head;
  if (head.text.trim() === '') {
    return failed({ kind: 'file-empty', fileName });
  }
  const delimiter = wish.delimiter ?? sniffDelimiter(head.text, end).delimiter;
  const body = head.text.slice(findSepLine(head.text)?.length ?? 0);
  const scan = readRecords(body, delimiter, end, MOST_RECORDS);
  const trouble = troubleOf(scan, body, head, delimiter);
  if (trouble !== null) {
    return failed(trouble);
  }
  const headerRowNumber =
    wish.headerRowNumber === undefined ? findHeader(scan.records) : wish.headerRowNumber;
  const rows = dataRows(scan.records, headerRowNumber);
  const isAllRead = end === 'end-of-file' && scan.cursor === body.length;
  if (rows.length === 0 && isAllRead) {
    return failed({ kind: headerRowNumber === null ? 'file-empty' : 'file-only-heading', fileName });
  }
  const firstRows = rows.slice(0, FIRST_ROWS);
  const columns = columnsOf(headingsOf(scan.records, headerRowNumber), firstRows);
  const numbered = scan.records.slice(0, headerRowNumber ?? 0).map(numberedRow);
  const above = rowsAbove(numbered, headerRowNumber, columns.length);
  return success({
    delimiter,
    headerRowNumber,
    columns,
    firstRows,
    isWhole: isAllRead && rows.length <= FIRST_ROWS,
    ...(above === null ? {} : { rowsAbove: above }),
  });
}

/** Enough records that `FIRST_ROWS` of them are data even where title lines and blank rows stand between. */
const MOST_RECORDS = FIRST_ROWS * 3;

function headingsOf(
  records: readonly (readonly string[])[],
  headerRowNumber: number | null,
): readonly string[] | null {
  return headerRowNumber === null ? null : (records[headerRowNumber - 1] ?? []);
}

function numberedRow(cells: readonly string[], index: number): SheetRow {
  return { rowNumber: index + 1, cells };
}

/** The records that are data: below the headings, not blank, no copies of the headings, with their row numbers. */
function dataRows(
  records: readonly (readonly string[])[],
  headerRowNumber: number | null,
): readonly SheetRow[] {
  const isHeadingsAgain = headingsAgain(headingsOf(records, headerRowNumber));
  return records
    .map(numberedRow)
    .filter(({ rowNumber, cells }) => rowNumber > (headerRowNumber ?? 0) && !cells.every(isBlank))
    .filter(({ cells }) => !isHeadingsAgain(cells));
}

function troubleOf(scan: RecordScan, body: string, head: TextHead, delimiter: Delimiter): FileFailure | null {
  const { fileName } = head;
  const tooLong = scan.records.findIndex((cells) => cells.length > MAX_CELLS_PER_ROW);
  if (tooLong !== -1) {
    return { kind: 'too-many-columns', fileName, rowNumber: tooLong + 1, limit: MAX_CELLS_PER_ROW };
  }
  const isStuck = scan.records.length === 0 || head.end === 'end-of-file';
  if (scan.rest === 'nothing' || !isStuck) {
    return null;
  }
  return openRecordFailure(fileName, scan.records.length + 1, body.slice(scan.cursor), delimiter, scan.rest);
}

/**
 * Why a record that does not end cannot be read: its quotation mark is not closed, it is one line with a great many cells,
 * one line longer than any cell, or, where nothing stands above, one line without any end, which is no table.
 *
 * @param text What there is of the record.
 */
export function openRecordFailure(
  fileName: string,
  rowNumber: number,
  text: string,
  delimiter: string,
  rest: 'line' | 'quote',
): FileFailure {
  if (rest === 'quote') {
    return { kind: 'quote-not-closed', fileName, rowNumber };
  }
  if (text.split(delimiter, MAX_CELLS_PER_ROW + 1).length > MAX_CELLS_PER_ROW) {
    return { kind: 'too-many-columns', fileName, rowNumber, limit: MAX_CELLS_PER_ROW };
  }
  return rowNumber === 1
    ? { kind: 'file-not-text', fileName }
    : { kind: 'row-too-long', fileName, rowNumber, limit: MAX_RECORD_CHARACTERS };
}
