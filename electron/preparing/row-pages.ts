import type { RowFilter, RowPage, RowView } from '../../shared/import.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { ROWS_PER_BLOCK } from '../journal/block-store.ts';
import type { ImportJournal } from '../journal/import-journal.ts';
import type { CheckedRows } from './checked-rows.ts';
import { viewRows } from './row-views.ts';
import type { SentRows } from './sent-rows.ts';

/** The rows of an import as the grid and the report show them: a page by a filter, one, or all of them block by block. */
export class RowPages {
  readonly #journal: ImportJournal;
  readonly #checked: CheckedRows;
  readonly #sent: SentRows;

  constructor(journal: ImportJournal, checked: CheckedRows, sent: SentRows) {
    this.#journal = journal;
    this.#checked = checked;
    this.#sent = sent;
  }

  /** `limit` rows that pass the filter after the first `offset`, in sheet order. */
  page(filter: RowFilter, offset: number, limit: number): RowPage {
    const { total, rowIndexes } = this.#select(filter, offset, limit);
    return { total, offset, rows: this.views(rowIndexes) };
  }

  /** One row. Throws a `RangeError` when there is no such row. */
  view(rowIndex: number): RowView {
    const [row] = this.views([rowIndex]);
    if (row === undefined) {
      throw new RangeError(`There is no row with index ${rowIndex}`);
    }
    return row;
  }

  /** These rows, in the order asked for; those that do not exist are left out. */
  views(rowIndexes: readonly number[]): RowView[] {
    const { rows, clean } = this.#checked;
    return viewRows({ journal: this.#journal, rows, sent: this.#sent, clean }, rowIndexes);
  }

  /** Every row in sheet order. */
  *every(): Generator<RowView> {
    const { count } = this.#checked.rows;
    for (let first = 0; first < count; first += ROWS_PER_BLOCK) {
      yield* this.views(range(first, Math.min(first + ROWS_PER_BLOCK, count)));
    }
  }

  /** Every row that would be sent now, in sheet order. */
  *ready(): Generator<RowView> {
    const { rowIndexes } = this.#checked.rows.select(['ready'], 0, this.#checked.rows.count);
    for (let first = 0; first < rowIndexes.length; first += ROWS_PER_BLOCK) {
      yield* this.views(rowIndexes.slice(first, first + ROWS_PER_BLOCK));
    }
  }

  #select(
    filter: RowFilter,
    offset: number,
    limit: number,
  ): { total: number; rowIndexes: readonly number[] } {
    const { rows } = this.#checked;
    switch (filter.kind) {
      case 'all':
        return { total: rows.count, rowIndexes: range(offset, Math.min(offset + limit, rows.count)) };
      case 'group':
        return this.#checked.rowsOfGroup(filter.groupId, offset, limit);
      case 'fates':
        return this.#sent.hasAny(filter.fates)
          ? this.#sent.select(filter.fates, rows, offset, limit)
          : rows.select(filter.fates, offset, limit);
      default:
        return unreachable(filter);
    }
  }
}

/** The whole numbers from `first` to before `end`. */
function range(first: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_unused, index) => first + index);
}
