import type { Reading } from './sheet.ts';

/**
 * A reading with what the user changed about it; parts that its kind of file does not have are left out, among them those
 * that earlier versions kept for workbooks.
 */
export function changeReading(reading: Reading, change: Partial<Reading>): Reading {
  const headerRowNumber =
    change.headerRowNumber === undefined ? reading.headerRowNumber : change.headerRowNumber;
  if (reading.sheetName !== undefined) {
    return { headerRowNumber, sheetName: change.sheetName ?? reading.sheetName };
  }
  return {
    encoding: change.encoding ?? reading.encoding,
    delimiter: change.delimiter ?? reading.delimiter,
    headerRowNumber,
  };
}
