import { MAX_CELLS_PER_ROW } from '../../../shared/sheet/limits.ts';
import type { CellOrigin, SheetRow } from '../../../shared/sheet/sheet.ts';
import { MAX_ROW_NUMBER } from '../../../shared/sheet/workbook/limits.ts';
import { FileTrouble } from '../file-failure.ts';
import { damaged } from './trouble.ts';

/**
 * Puts the cells of a sheet together to rows, whatever the format: cells that are left out become `null`, a row without a
 * value is none, and what no sheet can have is refused.
 */
export class RowBuilder {
  readonly #fileName: string;
  #rows: SheetRow[] = [];
  #cells: (string | null)[] = [];
  #origins: Record<number, CellOrigin> | null = null;
  #hiddenRowCount = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  /** The rows with a value since the last call. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** Rows with a value that the spreadsheet program does not show. */
  get hiddenRowCount(): number {
    return this.#hiddenRowCount;
  }

  /** Puts a value into a 0-based column of the row that is being built; of two values the last one counts. */
  put(column: number, text: string, origin: CellOrigin | null): void {
    const cells = this.#cells;
    while (cells.length < column) {
      cells.push(null);
    }
    cells[column] = text;
    if (origin !== null) {
      this.#origins ??= {};
      this.#origins[column] = origin;
    }
  }

  /** @throws FileTrouble where a row cannot have that many columns */
  checkColumnCount(count: number, rowNumber: number): void {
    if (count > MAX_CELLS_PER_ROW) {
      const fileName = this.#fileName;
      throw new FileTrouble({ kind: 'too-many-columns', fileName, rowNumber, limit: MAX_CELLS_PER_ROW });
    }
  }

  /**
   * Ends the row; it stands in the sheet from the first to the last of these row numbers, mostly once.
   *
   * @throws FileTrouble `workbook-damaged` where a row with a value stands below the last one that a sheet can have
   */
  endRow(firstRowNumber: number, lastRowNumber: number, shown: 'shown' | 'hidden'): void {
    const cells = this.#cells;
    if (cells.length === 0) {
      return;
    }
    if (lastRowNumber > MAX_ROW_NUMBER) {
      throw damaged(this.#fileName);
    }
    const origins = this.#origins;
    for (let rowNumber = firstRowNumber; rowNumber <= lastRowNumber; rowNumber++) {
      this.#rows.push(origins === null ? { rowNumber, cells } : { rowNumber, cells, origins });
    }
    this.#hiddenRowCount += shown === 'hidden' ? lastRowNumber - firstRowNumber + 1 : 0;
    this.#cells = [];
    this.#origins = null;
  }
}
