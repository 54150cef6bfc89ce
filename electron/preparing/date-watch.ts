import type { Field } from '../../shared/catalog/field.ts';
import type { DateColumn } from '../../shared/import.ts';
import {
  dateColumnOf,
  evidenceOf,
  NO_DATES,
  withValue,
  type DateEvidence,
} from '../../shared/mapping/date-evidence.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { isBlank } from '../../shared/sheet/columns.ts';
import type { Cell, SheetFacts } from '../../shared/sheet/sheet.ts';

/**
 * Looks at every row that is staged for the order of day and month in its dates. Watched are the columns that go to a date
 * field and those that may be sent to one later: with a date among the first rows, or with nothing in them yet.
 */
export class DateWatch {
  readonly #columnIndexes: readonly number[];
  readonly #evidence: DateEvidence[];

  constructor(facts: Pick<SheetFacts, 'columns' | 'firstRows'>, mapping: Mapping, fields: readonly Field[]) {
    const dateFields = new Set(fields.filter(({ type }) => type === 'date').map(({ apiName }) => apiName));
    const mapped = new Set(
      mapping.columns.flatMap(({ columnIndex, target }) =>
        target.kind === 'field' && dateFields.has(target.apiName) ? [columnIndex] : [],
      ),
    );
    this.#columnIndexes = facts.columns
      .map(({ index }) => index)
      .filter((index) => mapped.has(index) || mayHoldDates(facts.firstRows.map(({ cells }) => cells[index])));
    this.#evidence = this.#columnIndexes.map(() => NO_DATES);
  }

  /** Takes the next row's cells, as the file has them. */
  add(cells: readonly Cell[]): void {
    this.#columnIndexes.forEach((columnIndex, place) => {
      const cell = cells[columnIndex] ?? '';
      if (cell !== '') {
        this.#evidence[place] = withValue(this.#evidence[place] ?? NO_DATES, cell);
      }
    });
  }

  /** What all rows so far say about the watched columns. */
  columns(): readonly DateColumn[] {
    return this.#columnIndexes.map((columnIndex, place) =>
      dateColumnOf(columnIndex, this.#evidence[place] ?? NO_DATES),
    );
  }
}

function mayHoldDates(cells: readonly (Cell | undefined)[]): boolean {
  return cells.every(isBlank) || evidenceOf(cells.map((cell) => cell ?? '')).example !== null;
}
