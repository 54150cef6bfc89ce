import { failed, success, type Result } from '../../../shared/result.ts';
import { FileTrouble } from '../file-failure.ts';
import { HandOver, ReadingEnded } from './hand-over.ts';
import type {
  SheetNotes,
  TakeWorkbookRows,
  WorkbookReadFailure,
  WorkbookReadOptions,
  WorkbookSheet,
  WorkbookTotals,
} from './workbook.ts';

/**
 * What reading the rows of a sheet has in common in all formats: a sheet that is not there, the end that was asked for,
 * cancelling, and troubles that become failures.
 *
 * @param read Gives all rows to the hand-over.
 * @param notes Asked after `read`.
 */
export async function readRowsFrom(
  fileName: string,
  sheets: readonly WorkbookSheet[],
  sheetIndex: number,
  takeRows: TakeWorkbookRows,
  options: WorkbookReadOptions,
  read: (handOver: HandOver) => Promise<void>,
  notes: () => SheetNotes,
): Promise<Result<WorkbookTotals, WorkbookReadFailure>> {
  if (sheets[sheetIndex] === undefined) {
    return failed({
      kind: 'sheet-not-there',
      fileName,
      sheetName: String(sheetIndex + 1),
      sheetNames: sheets.map(({ name }) => name),
    });
  }
  const handOver = new HandOver(takeRows, options);
  let isWhole = true;
  try {
    await read(handOver);
    await handOver.flush();
    options.onProgress?.(1, 1);
  } catch (error) {
    if (error instanceof FileTrouble) {
      return failed(error.failure);
    }
    if (!(error instanceof ReadingEnded)) {
      throw error;
    }
    if (error.reason === 'cancelled') {
      return failed({ kind: 'cancelled' });
    }
    isWhole = false;
  }
  return success({ ...notes(), rowCount: handOver.rowCount, isWhole });
}
