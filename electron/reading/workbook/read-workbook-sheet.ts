import { failed, success, type Result } from '../../../shared/result.ts';
import { isBlank } from '../../../shared/sheet/columns.ts';
import { headingsAgain } from '../../../shared/sheet/headings-again.ts';
import type { SheetFacts, SheetRow, SheetTotals } from '../../../shared/sheet/sheet.ts';
import { openWorkbook } from './open-workbook.ts';
import {
  BATCH_ROWS,
  type TakeWorkbookRows,
  type WorkbookReadFailure,
  type WorkbookReadOptions,
} from './workbook.ts';

/**
 * Reads one sheet of a workbook to its end and hands its data rows on, as `readSheet` does with text: nothing above or of
 * the headings, no copies of the headings, no blank rows; the latter are counted, those that the file does not even mention too.
 *
 * @param sheetName As in `Reading`; a sheet that is gone is `sheet-not-there`.
 */
export async function readWorkbookSheet(
  path: string,
  sheetName: string,
  facts: Pick<SheetFacts, 'reading' | 'columns'>,
  takeRows: TakeWorkbookRows,
  options: WorkbookReadOptions,
): Promise<Result<SheetTotals, WorkbookReadFailure>> {
  const opened = await openWorkbook(path);
  if (!opened.ok) {
    return opened;
  }
  const workbook = opened.value;
  try {
    const index = workbook.sheets.findIndex(({ name }) => name === sheetName);
    if (index === -1) {
      const fileName = path.split(/[/\\]/u).at(-1) ?? path;
      const sheetNames = workbook.sheets.map(({ name }) => name);
      return failed({ kind: 'sheet-not-there', fileName, sheetName, sheetNames });
    }
    const headerRowNumber = facts.reading.headerRowNumber ?? 0;
    const columnCount = facts.columns.length;
    let rowCount = 0;
    let longRowCount = 0;
    let headingAgainCount = 0;
    let lastRowNumber = headerRowNumber;
    const isData = (row: SheetRow): boolean => row.rowNumber > headerRowNumber && !row.cells.every(isBlank);
    const isHeadingsAgain = headingsAgain(facts.columns.map(({ heading }) => heading));
    let waiting: SheetRow[] = [];
    const read = await workbook.readRows(
      index,
      async (batch) => {
        for (const row of batch) {
          if (!isData(row)) {
            continue;
          }
          lastRowNumber = row.rowNumber;
          if (isHeadingsAgain(row.cells)) {
            headingAgainCount += 1;
            continue;
          }
          const isLong = row.cells.length > columnCount && !row.cells.slice(columnCount).every(isBlank);
          longRowCount += isLong ? 1 : 0;
          rowCount += 1;
          waiting.push(row);
          // Whoever keeps rows keeps them in blocks of this size, so only the last batch may be shorter.
          if (waiting.length === BATCH_ROWS) {
            const full = waiting;
            waiting = [];
            await takeRows(full);
          }
        }
      },
      options,
    );
    if (!read.ok) {
      return read;
    }
    if (waiting.length > 0) {
      await takeRows(waiting);
    }
    const blankRowCount = Math.max(0, lastRowNumber - headerRowNumber - rowCount - headingAgainCount);
    return success({
      rowCount,
      blankRowCount,
      longRowCount,
      ...(headingAgainCount === 0 ? {} : { headingAgainCount }),
      hiddenRowCount: read.value.hiddenRowCount,
    });
  } finally {
    workbook.close();
  }
}
