import { sendableText } from '../../shared/cleaning/sendable-text.ts';
import type { RowEdits } from '../../shared/cleaning/cleaned-row.ts';
import type { SheetRow } from '../../shared/sheet/sheet.ts';
import { textAt } from './cell-text.ts';

/** Distinct values that are told apart in one column; nobody answers more, and each takes memory. */
export const MOST_VALUES = 200_000;

/** Characters of all values of one column together. */
const MOST_CHARACTERS = 20_000_000;

/** Longer texts are no labels; see `LONGEST_OPTION`. */
const LONGEST_VALUE = 500;

/** Takes the values out of a cell's text: one for most fields, several for tags. None may be empty. */
export type SplitCell = (text: string) => readonly string[];

/** A cell as one value, as labels are cleaned. */
export function wholeCell(text: string): readonly string[] {
  const value = sendableText(text);
  return value === '' ? [] : [value];
}

/** Stands for a cell without a value that is counted. */
const NONE = -1;

/**
 * The distinct values of one column with the number of rows that have each, and which value each row has: four bytes a row and
 * at most `MOST_VALUES` texts, so a column of a million different texts costs no more than one of 200,000. Only values up to
 * there are counted; their counts are exact.
 */
export class ColumnValues {
  readonly #columnIndex: number;
  readonly #split: SplitCell;
  readonly #ids = new Map<string, number>();
  readonly #values: string[] = [];
  readonly #counts: number[] = [];
  /** The value of each row; the first one where a row has several. */
  #idOfRow: Int32Array;
  #characters = 0;
  #isComplete = true;
  /** Whether some text was not counted, because there were too many values or it is no label. */
  #hasUncounted = false;
  #byCount: readonly number[] | null = null;

  constructor(columnIndex: number, rowCount: number, split: SplitCell) {
    this.#columnIndex = columnIndex;
    this.#split = split;
    this.#idOfRow = new Int32Array(rowCount).fill(NONE);
  }

  /** Distinct values so far. */
  get count(): number {
    return this.#values.length;
  }

  /** False where there were more values than are counted. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  value(id: number): string {
    return this.#values[id] ?? '';
  }

  rowCount(id: number): number {
    return this.#counts[id] ?? 0;
  }

  /** Counts a row's values. */
  add(rowIndex: number, row: SheetRow, edits: RowEdits): void {
    const values = this.#split(textAt(row.cells, edits, this.#columnIndex));
    values.forEach((value, index) => {
      const id = this.#idOf(value);
      this.#counts[id] = (this.#counts[id] ?? 0) + (id === NONE ? 0 : 1);
      if (index === 0) {
        this.#idOfRow[rowIndex] = id;
      }
    });
  }

  /** Takes a row's value back before it is counted anew. Only for columns with one value in a cell. */
  remove(rowIndex: number): void {
    const id = this.#idOfRow[rowIndex] ?? NONE;
    if (id !== NONE) {
      this.#counts[id] = (this.#counts[id] ?? 0) - 1;
      this.#idOfRow[rowIndex] = NONE;
      this.#byCount = null;
    }
  }

  /** Rows with one of these values, in sheet order. Only for columns with one value in a cell. */
  rowsWith(values: readonly string[]): readonly number[] {
    const wanted = new Set(values.flatMap((value) => this.#ids.get(value) ?? []));
    const rowIndexes: number[] = [];
    this.#idOfRow.forEach((id, rowIndex) => {
      if (wanted.has(id)) {
        rowIndexes.push(rowIndex);
      }
    });
    return rowIndexes;
  }

  /**
   * Rows whose value passes, and those whose value is not known because it was not counted; in sheet order. Only for columns
   * with one value in a cell.
   */
  rowsThatMayHave(passes: (value: string) => boolean): readonly number[] {
    const wanted = this.#values.map(passes);
    const rowIndexes: number[] = [];
    this.#idOfRow.forEach((id, rowIndex) => {
      if (id === NONE ? this.#hasUncounted : wanted[id] === true) {
        rowIndexes.push(rowIndex);
      }
    });
    return rowIndexes;
  }

  /** The ids of all values that some row has, most rows first, of equals the one that comes first in the sheet. */
  byCount(): readonly number[] {
    this.#byCount ??= this.#values
      .map((_value, id) => id)
      .filter((id) => this.rowCount(id) > 0)
      .sort((one, other) => this.rowCount(other) - this.rowCount(one) || one - other);
    return this.#byCount;
  }

  #idOf(value: string): number {
    const known = this.#ids.get(value);
    if (known !== undefined) {
      this.#byCount = null;
      return known;
    }
    if (value.length > LONGEST_VALUE) {
      this.#hasUncounted = true;
      return NONE;
    }
    if (this.#values.length >= MOST_VALUES || this.#characters + value.length > MOST_CHARACTERS) {
      this.#isComplete = false;
      this.#hasUncounted = true;
      return NONE;
    }
    const id = this.#values.length;
    this.#ids.set(value, id);
    this.#values.push(value);
    this.#counts.push(0);
    this.#characters += value.length;
    this.#byCount = null;
    return id;
  }
}
