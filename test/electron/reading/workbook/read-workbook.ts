import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../../../electron/reading/workbook/open-workbook.ts';
import type {
  WorkbookReadFailure,
  WorkbookSheet,
  WorkbookTotals,
} from '../../../../electron/reading/workbook/workbook.ts';
import { failed, success, type Result } from '../../../../shared/result.ts';
import type { SheetRow } from '../../../../shared/sheet/sheet.ts';

/** A sheet with all its rows. */
export type ReadSheet = WorkbookSheet & {
  readonly rows: readonly SheetRow[];
  readonly totals: WorkbookTotals;
};

/** Opens a workbook and reads every sheet to its end, keeping all rows. */
export async function readWorkbook(file: string): Promise<Result<readonly ReadSheet[], WorkbookReadFailure>> {
  const opened = await openWorkbook(file);
  if (!opened.ok) {
    return opened;
  }
  const sheets: ReadSheet[] = [];
  try {
    for (const [index, sheet] of opened.value.sheets.entries()) {
      const rows: SheetRow[] = [];
      const read = await opened.value.readRows(index, (batch) => {
        rows.push(...batch);
      });
      if (!read.ok) {
        return failed(read.failure);
      }
      sheets.push({ ...sheet, rows, totals: read.value });
    }
  } finally {
    opened.value.close();
  }
  return success(sheets);
}

/** The same for bytes that are put into a folder first. */
export function readBytes(
  folder: string,
  bytes: Buffer,
): Promise<Result<readonly ReadSheet[], WorkbookReadFailure>> {
  const file = path.join(folder, 'leads.xlsx');
  writeFileSync(file, bytes);
  return readWorkbook(file);
}

/** The cells of each row behind its number. */
export function table(rows: readonly SheetRow[] | undefined): readonly (readonly unknown[])[] {
  return (rows ?? []).map(({ rowNumber, cells }) => [rowNumber, ...cells]);
}
