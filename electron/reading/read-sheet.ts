import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CallFailure, FileFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { openRecordFailure } from '../../shared/sheet/look-at-text.ts';
import type { SheetFacts, SheetRow, SheetTotals, TextReading } from '../../shared/sheet/sheet.ts';
import { hasChanged, modifiedAtMs, withSheetFile, type SheetFile } from './open-sheet-file.ts';
import { readFileRecords } from './read-file-records.ts';
import { RowCollector } from './row-collector.ts';
import { readWorkbookSheet } from './workbook/read-workbook-sheet.ts';

/** Why a sheet was not read to its end. */
export type ReadFailure = FileFailure | Extract<CallFailure, { readonly kind: 'cancelled' }>;

/** What of a sheet's facts the reading needs. */
export type ReadableFacts = Pick<SheetFacts, 'reading' | 'columns'> & {
  /** Where they are given and the file has others, it was saved since it was looked at: `file-changed`, before any row. */
  readonly sizeBytes?: number;
  readonly modifiedAtMs?: number;
};

/** Takes rows in the order of the sheet. While a promise that it returns is pending, nothing more is read. */
export type TakeRows = (rows: readonly SheetRow[]) => void | Promise<void>;

export type ReadOptions = {
  /** Ends the reading as `cancelled`, at the latest after a megabyte. */
  readonly signal?: AbortSignal;
  /** Told about once a megabyte, and at the end, how far the reading has come. */
  readonly onProgress?: (bytesRead: number, sizeBytes: number) => void;
  /** For tests: bytes in a piece of the file. What comes out does not depend on it. */
  readonly chunkBytes?: number;
};

/**
 * Reads a sheet to its end and hands its data rows on, at most 256 at a time: neither the headings nor anything above them,
 * no row that says them again, and none in which every cell is blank. Never holds more than a piece of the file. What was handed on before a failure
 * stays handed on.
 *
 * [Note: Row numbers] A row number is what a spreadsheet program shows beside the row, because that is what people look
 * for. Each record counts one, however many line breaks its quoted cells hold; so does each blank line. A `sep=` line
 * does not count, because Excel consumes it. Title lines and headings do.
 *
 * @returns Counts of all rows; or the trouble of opening (see `withSheetFile`), `file-missing` or `file-changed` when the
 *   file was taken away or saved meanwhile, `quote-not-closed`, `too-many-columns`, `row-too-long`, `file-not-text` for one endless line,
 *   `file-only-heading` or `file-empty` when there was no data row; of a workbook those of `readWorkbookSheet`.
 */
export async function readSheet(
  path: string,
  facts: ReadableFacts,
  takeRows: TakeRows,
  options: ReadOptions = {},
): Promise<Result<SheetTotals, ReadFailure>> {
  return withSheetFile<SheetTotals, ReadFailure>(path, async (file) => {
    const { fileName } = file;
    const { sizeBytes = file.sizeBytes, modifiedAtMs: atMs = modifiedAtMs(file) } = facts;
    if (sizeBytes !== file.sizeBytes || atMs !== modifiedAtMs(file)) {
      return failed({ kind: 'file-changed', fileName });
    }
    const { reading } = facts;
    if (reading.sheetName !== undefined) {
      return await readFromWorkbook(file, reading.sheetName, facts, takeRows, options);
    }
    const rows = new RowCollector(fileName, facts);
    const failure = await readRows(file, reading, rows, takeRows, options);
    if (failure?.kind === 'cancelled') {
      return failed(failure);
    }
    // A file that was saved in the middle may well seem broken, so this is asked before anything else is believed.
    if (hasChanged(file)) {
      return failed({ kind: 'file-changed', fileName });
    }
    if (failure !== null) {
      return failed(failure);
    }
    if (rows.totals.rowCount === 0) {
      return failed(noRows(fileName, facts));
    }
    return success(rows.totals);
  });
}

async function readFromWorkbook(
  file: SheetFile,
  sheetName: string,
  facts: ReadableFacts,
  takeRows: TakeRows,
  options: ReadOptions,
): Promise<Result<SheetTotals, ReadFailure>> {
  const { fileName, path } = file;
  const read = await readWorkbookSheet(path, sheetName, facts, takeRows, options);
  if (!read.ok && read.failure.kind === 'cancelled') {
    return read;
  }
  if (hasChanged(file)) {
    return failed({ kind: 'file-changed', fileName });
  }
  return read.ok && read.value.rowCount === 0 ? failed(noRows(fileName, facts)) : read;
}

function noRows(fileName: string, { reading }: ReadableFacts): FileFailure {
  return { kind: reading.headerRowNumber === null ? 'file-empty' : 'file-only-heading', fileName };
}

/** The fastest size; see `splitRecords`. */
const CHUNK_BYTES = 64 * 1024;

/** After so many bytes the event loop gets a turn, so that a message to cancel arrives: a hundred times a second. */
const BYTES_PER_TURN = 1024 * 1024;

async function readRows(
  file: SheetFile,
  reading: TextReading,
  rows: RowCollector,
  takeRows: TakeRows,
  options: ReadOptions,
): Promise<ReadFailure | null> {
  const { signal, onProgress, chunkBytes = CHUNK_BYTES } = options;
  let bytesAtTurn = 0;
  for (const { records, bytesRead, endless } of readFileRecords(file, reading, chunkBytes)) {
    if (signal?.aborted === true) {
      return { kind: 'cancelled' };
    }
    const added = rows.add(records);
    if ('kind' in added) {
      return added;
    }
    for (const batch of added) {
      const taking = takeRows(batch);
      if (taking !== undefined) {
        await taking;
      }
    }
    if (endless !== null) {
      const rowNumber = rows.rowNumber + 1;
      return openRecordFailure(file.fileName, rowNumber, endless.text, reading.delimiter, endless.rest);
    }
    if (bytesRead - bytesAtTurn >= BYTES_PER_TURN) {
      bytesAtTurn = bytesRead;
      onProgress?.(bytesRead, file.sizeBytes);
      await nextTurn();
    }
  }
  if (rows.rest().length > 0) {
    await takeRows(rows.rest());
  }
  onProgress?.(file.sizeBytes, file.sizeBytes);
  return null;
}
