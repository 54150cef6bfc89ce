import { NO_EDITS } from '../../shared/cleaning/cleaned-row.ts';
import { ROWS_PER_BLOCK } from '../journal/block-store.ts';
import type { ImportJournal } from '../journal/import-journal.ts';
import { ColumnValues, wholeCell, type SplitCell } from './column-values.ts';

/** Columns whose values are kept at once: the one that is answered, and the one before it. */
const COLUMNS_KEPT = 2;

type Kept = {
  readonly columnIndex: number;
  /** What tells apart two ways of taking values out of a cell. */
  readonly way: string;
  readonly values: ColumnValues;
};

/** What stands in a cell is its value. */
const WHOLE = '';

/**
 * The distinct values of the columns that are being answered. They are counted when somebody asks, in one pass over the rows
 * (about a second for a million), and kept true from then on; only the last few columns are kept.
 */
export class ValueLists {
  readonly #journal: ImportJournal;
  #kept: readonly Kept[] = [];

  constructor(journal: ImportJournal) {
    this.#journal = journal;
  }

  /** The values of a column, a cell being one value. */
  whole(columnIndex: number, rowCount: number): ColumnValues {
    return this.#list(columnIndex, rowCount, WHOLE, wholeCell);
  }

  /** The values of a column whose cells hold several; `way` names how they are parted. */
  parted(columnIndex: number, rowCount: number, way: string, split: SplitCell): ColumnValues {
    return this.#list(columnIndex, rowCount, `parted ${way}`, split);
  }

  /** Counts a row anew after an edit of this cell was written down. */
  recount(rowIndex: number, columnIndex: number): void {
    this.#kept = this.#kept.filter((kept) => kept.columnIndex !== columnIndex || kept.way === WHOLE);
    for (const { values } of this.#kept.filter((kept) => kept.columnIndex === columnIndex)) {
      const row = this.#journal.blocks.read(Math.floor(rowIndex / ROWS_PER_BLOCK))[rowIndex % ROWS_PER_BLOCK];
      values.remove(rowIndex);
      if (row !== undefined) {
        values.add(rowIndex, row, this.#journal.edits.of(rowIndex));
      }
    }
  }

  #list(columnIndex: number, rowCount: number, way: string, split: SplitCell): ColumnValues {
    const known = this.#kept.find((kept) => kept.columnIndex === columnIndex && kept.way === way);
    const kept = known ?? { columnIndex, way, values: this.#count(columnIndex, rowCount, split) };
    this.#kept = [kept, ...this.#kept.filter((one) => one !== kept)].slice(0, COLUMNS_KEPT);
    return kept.values;
  }

  #count(columnIndex: number, rowCount: number, split: SplitCell): ColumnValues {
    const { blocks, edits } = this.#journal;
    const values = new ColumnValues(columnIndex, rowCount, split);
    for (let first = 0; first < rowCount; first += ROWS_PER_BLOCK) {
      const changes = edits.between(first, first + ROWS_PER_BLOCK);
      blocks.read(first / ROWS_PER_BLOCK).forEach((row, place) => {
        values.add(first + place, row, changes.get(first + place) ?? NO_EDITS);
      });
    }
    return values;
  }
}
