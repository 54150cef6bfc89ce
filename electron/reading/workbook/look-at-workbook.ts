import type { FileFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { FIRST_ROWS } from '../../../shared/sheet/limits.ts';
import type { Reading, SheetFacts, SheetOverview, SheetRow } from '../../../shared/sheet/sheet.ts';
import { lookAtTable, type TableFacts } from '../../../shared/sheet/workbook/look-at-table.ts';
import { FileTrouble } from '../file-failure.ts';
import { openWorkbook } from './open-workbook.ts';
import type { Workbook, WorkbookTotals } from './workbook.ts';

/** A file of which only the content is still to be looked at. */
export type WorkbookFile = { readonly path: string; readonly fileName: string; readonly sizeBytes: number };

/**
 * Looks at the first rows of every sheet of a workbook and says which one is to be read and how. By itself it takes the
 * first of the visible sheets that look most like a table of leads; hidden ones only where no visible one holds anything.
 *
 * @param wish What the user decided already. A sheet that is not there any more is `sheet-not-there`.
 */
export async function lookAtWorkbook(
  { path, fileName, sizeBytes }: WorkbookFile,
  wish: Partial<Reading>,
): Promise<Result<SheetFacts, FileFailure>> {
  const opened = await openWorkbook(path);
  if (!opened.ok) {
    return opened;
  }
  try {
    const looks = await lookAtSheets(opened.value);
    const chosen = choose(looks, wish.sheetName);
    const sheetNames = looks.map(({ overview }) => overview.name);
    if (chosen === null) {
      return failed(
        wish.sheetName === undefined || wish.sheetName === ''
          ? { kind: 'no-sheet-with-data', fileName }
          : { kind: 'sheet-not-there', fileName, sheetName: wish.sheetName, sheetNames },
      );
    }
    const table =
      wish.headerRowNumber === undefined ? chosen.table : lookAtTable(chosen.rows, wish.headerRowNumber);
    const { headerRowNumber, columns, firstRows, rowsAbove } = table;
    if (firstRows.length === 0) {
      return failed({ kind: headerRowNumber === null ? 'file-empty' : 'file-only-heading', fileName });
    }
    return success({
      fileName,
      sheetName: chosen.overview.name,
      sizeBytes,
      reading: { headerRowNumber, sheetName: chosen.overview.name },
      columns,
      firstRows,
      isWhole: chosen.totals.isWhole && table.dataRowCount <= FIRST_ROWS,
      sheets: looks.map(({ overview }) => overview),
      hiddenColumnCount: hiddenColumnCount(chosen.totals, table),
      ...(rowsAbove === null ? {} : { rowsAbove }),
    });
  } catch (error) {
    if (error instanceof FileTrouble) {
      return failed(error.failure);
    }
    throw error;
  } finally {
    opened.value.close();
  }
}

/** Enough that `FIRST_ROWS` of them are data even where title lines stand above. */
const ROWS_LOOKED_AT = FIRST_ROWS + 50;

type SheetLook = {
  readonly overview: SheetOverview;
  readonly rows: readonly SheetRow[];
  readonly totals: WorkbookTotals;
  readonly table: TableFacts;
};

async function lookAtSheets(workbook: Workbook): Promise<readonly SheetLook[]> {
  const looks: SheetLook[] = [];
  for (const [index, { name, visibility }] of workbook.sheets.entries()) {
    const rows: SheetRow[] = [];
    const read = await workbook.readRows(index, (batch) => void rows.push(...batch), {
      maxRows: ROWS_LOOKED_AT,
    });
    if (!read.ok) {
      if (read.failure.kind === 'cancelled') {
        throw new Error('Nobody cancels a first look');
      }
      throw new FileTrouble(read.failure);
    }
    const table = lookAtTable(rows, undefined);
    const { headerRowNumber } = table;
    const overview = { name, visibility, hasData: table.likeness > 0, headerRowNumber };
    looks.push({ overview, rows, totals: read.value, table });
  }
  return looks;
}

function choose(looks: readonly SheetLook[], wished: string | undefined): SheetLook | null {
  if (wished !== undefined && wished !== '') {
    return looks.find(({ overview }) => overview.name === wished) ?? null;
  }
  const visible = looks.filter(({ overview }) => overview.visibility === 'visible');
  return mostLikely(visible) ?? mostLikely(looks);
}

/** The first of those that look most like a table, or `null` where none has a value at all. */
function mostLikely(looks: readonly SheetLook[]): SheetLook | null {
  let best: SheetLook | null = null;
  for (const look of looks) {
    if (look.rows.length > 0 && (best === null || look.table.likeness > best.table.likeness)) {
      best = look;
    }
  }
  return best;
}

/** Hidden columns beyond the table are nobody's concern. */
function hiddenColumnCount({ hiddenColumns }: WorkbookTotals, { columns }: TableFacts): number {
  return hiddenColumns.filter((index) => index < columns.length).length;
}
