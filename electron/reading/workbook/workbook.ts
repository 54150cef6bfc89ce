import type { CallFailure, FileFailure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { SheetOverview, SheetRow } from '../../../shared/sheet/sheet.ts';

/** Whether a sheet's tab is shown; see `SheetOverview`. */
export type SheetVisibility = SheetOverview['visibility'];

/** One sheet of a workbook. Charts, dialogs and macro sheets are left out. */
export type WorkbookSheet = {
  readonly name: string;
  readonly visibility: SheetVisibility;
};

/** Takes rows in the order of the sheet. While a promise that it returns is pending, nothing more is read. */
export type TakeWorkbookRows = (rows: readonly SheetRow[]) => void | Promise<void>;

export type WorkbookReadOptions = {
  /** Ends the reading as `cancelled`, soon. */
  readonly signal?: AbortSignal;
  /** Told now and then, and at the end, how far the reading of this sheet has come. */
  readonly onProgress?: (bytesRead: number, sizeBytes: number) => void;
  /** Ends the reading after so many rows with a value, as if the sheet ended there; all by default. */
  readonly maxRows?: number;
};

/** What a sheet tells besides its rows. */
export type SheetNotes = {
  /** Rows with a value that the spreadsheet program does not show. */
  readonly hiddenRowCount: number;
  /** 0-based columns that it does not show, in order. */
  readonly hiddenColumns: readonly number[];
  /** Groups of cells that are shown as one. The value stands in the first; the others have none. */
  readonly mergedCount: number;
};

/** What is known of a sheet that was read. */
export type WorkbookTotals = SheetNotes & {
  /** Rows handed on. */
  readonly rowCount: number;
  /** False when `maxRows` ended the reading: then the other numbers count what was seen until there. */
  readonly isWhole: boolean;
};

/** Why a sheet of a workbook was not read to its end. */
export type WorkbookReadFailure = FileFailure | Extract<CallFailure, { readonly kind: 'cancelled' }>;

/** An open workbook. It holds the file until it is closed. */
export type Workbook = {
  /** In the order of the tabs. */
  readonly sheets: readonly WorkbookSheet[];
  /**
   * Reads a sheet and hands its rows on, at most 256 at a time: every row with a value in it, titles and headings too, in
   * the order of the file. Rows without a value are left out; row numbers show where. What was handed on before a failure
   * stays handed on.
   *
   * @param sheetIndex Position in `sheets`; any other is `sheet-not-there`.
   */
  readonly readRows: (
    sheetIndex: number,
    takeRows: TakeWorkbookRows,
    options?: WorkbookReadOptions,
  ) => Promise<Result<WorkbookTotals, WorkbookReadFailure>>;
  readonly close: () => void;
};

/** Rows that are handed on at once; see `RowCollector`. */
export const BATCH_ROWS = 256;
