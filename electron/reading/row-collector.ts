import type { FileFailure } from '../../shared/failure.ts';
import { isBlank } from '../../shared/sheet/columns.ts';
import { headingsAgain } from '../../shared/sheet/headings-again.ts';
import { MAX_CELLS_PER_ROW } from '../../shared/sheet/limits.ts';
import type { SheetFacts, SheetRow, SheetTotals } from '../../shared/sheet/sheet.ts';

/** Rows that are handed on at once: few enough to stay young in memory, enough that a message for each batch costs little. */
const BATCH_ROWS = 256;

/** Numbers the records of one sheet, leaves out what is no data row, and gathers the data rows in batches. */
export class RowCollector {
  readonly #fileName: string;
  readonly #headerRowNumber: number;
  readonly #columnCount: number;
  readonly #isHeadingsAgain: (cells: readonly string[]) => boolean;
  #rowNumber = 0;
  #rowCount = 0;
  #blankRowCount = 0;
  #longRowCount = 0;
  #headingAgainCount = 0;
  #batch: SheetRow[] = [];

  constructor(fileName: string, facts: Pick<SheetFacts, 'reading' | 'columns'>) {
    this.#fileName = fileName;
    this.#headerRowNumber = facts.reading.headerRowNumber ?? 0;
    this.#columnCount = facts.columns.length;
    this.#isHeadingsAgain = headingsAgain(facts.columns.map(({ heading }) => heading));
  }

  /** The row number of the last record that was taken, whatever it was; 0 before the first. */
  get rowNumber(): number {
    return this.#rowNumber;
  }

  get totals(): SheetTotals {
    return {
      rowCount: this.#rowCount,
      blankRowCount: this.#blankRowCount,
      longRowCount: this.#longRowCount,
      ...(this.#headingAgainCount === 0 ? {} : { headingAgainCount: this.#headingAgainCount }),
    };
  }

  /**
   * Takes the next records.
   *
   * @returns The batches that became full, usually none to two; or a failure when one of the records is no row of a table.
   */
  add(records: readonly string[][]): readonly (readonly SheetRow[])[] | FileFailure {
    const full: SheetRow[][] = [];
    for (const cells of records) {
      this.#rowNumber += 1;
      if (cells.length > MAX_CELLS_PER_ROW) {
        const rowNumber = this.#rowNumber;
        return { kind: 'too-many-columns', fileName: this.#fileName, rowNumber, limit: MAX_CELLS_PER_ROW };
      }
      if (this.#rowNumber <= this.#headerRowNumber || this.#isBlankRow(cells)) {
        continue;
      }
      if (this.#isHeadingsAgain(cells)) {
        this.#headingAgainCount += 1;
        continue;
      }
      this.#rowCount += 1;
      if (cells.length > this.#columnCount && !cells.slice(this.#columnCount).every(isBlank)) {
        this.#longRowCount += 1;
      }
      this.#batch.push({ rowNumber: this.#rowNumber, cells });
      if (this.#batch.length === BATCH_ROWS) {
        full.push(this.#batch);
        this.#batch = [];
      }
    }
    return full;
  }

  /** The rows of the last batch, which is not full and may be empty. */
  rest(): readonly SheetRow[] {
    return this.#batch;
  }

  #isBlankRow(cells: readonly string[]): boolean {
    if (!isBlank(cells[0]) || !cells.every(isBlank)) {
      return false;
    }
    this.#blankRowCount += 1;
    return true;
  }
}
