import type { Answer, Decision } from '../../shared/cleaning/plan.ts';
import {
  groupOfProblem,
  valueGroupOfProblem,
  type ProblemGroup,
} from '../../shared/cleaning/problem-group.ts';
import type { RowProblem } from '../../shared/cleaning/problem.ts';
import { RowSet } from './row-set.ts';

/** Examples on a fix-it card. */
const EXAMPLES_PER_GROUP = 3;

/** Cards shown at once: nobody reads more, and a sheet with thousands of columns must not flood the window. */
const GROUPS_SHOWN = 300;

/** What words a group needs that the problem itself does not carry. */
export type ColumnWords = { readonly heading: string; readonly fieldLabel: string };

/** A row's problem and the text that has it. */
export type FoundProblem = { readonly found: RowProblem; readonly text: string; readonly rowNumber: number };

type Entry = {
  group: ProblemGroup;
  readonly rows: RowSet;
  /** Those of the rows whose value has an answer of its own. */
  readonly answeredRows: RowSet;
};

/**
 * All problems of an import by group: which rows have which, for the fix-it cards and for paging through a group's rows. Values
 * that a list does not hold are one group for their column, however many there are, so the number of groups is bounded by
 * columns and kinds.
 */
export class ProblemIndex {
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, number>();

  /** An index that knows the groups of an earlier session; their rows follow through `addStored`. */
  static fromStored(groups: readonly ProblemGroup[]): ProblemIndex {
    const index = new ProblemIndex();
    for (const group of groups) {
      index.#addEntry(group);
    }
    return index;
  }

  /**
   * Files a problem under its group and returns what the journal stores for it: the group's position, or its complement where
   * the value has an answer of its own.
   */
  add(
    rowIndex: number,
    problem: FoundProblem,
    answers: ReadonlyMap<string, Answer>,
    words: () => ColumnWords,
  ): number {
    const { found, text, rowNumber } = problem;
    const groupId = groupOfProblem(found);
    const position = this.#byId.get(groupId) ?? this.#addEntry(emptyGroup(groupId, found, words()));
    const isAnswered = answers.size > 0 && answers.has(valueGroupOfProblem(found));
    const entry = this.#entries[position];
    if (entry !== undefined) {
      file(entry, rowIndex, isAnswered);
      const last = entry.group.examples[EXAMPLES_PER_GROUP - 1];
      if (last === undefined || rowNumber < last.rowNumber) {
        const example = { rowNumber, text, problem: found.problem };
        entry.group = { ...entry.group, examples: firstExamples([...entry.group.examples, example]) };
      }
    }
    return isAnswered ? ~position : position;
  }

  /** Files a problem as the journal stored it. */
  addStored(stored: number, rowIndex: number): void {
    const entry = this.#entries[stored < 0 ? ~stored : stored];
    if (entry !== undefined) {
      file(entry, rowIndex, stored < 0);
    }
  }

  /** Takes a row out of every group, before it is checked anew. `rowNumber` removes it from the examples too. */
  remove(rowIndex: number, rowNumber: number): void {
    for (const entry of this.#entries) {
      entry.answeredRows.delete(rowIndex);
      if (entry.rows.delete(rowIndex) && entry.group.examples.some((one) => one.rowNumber === rowNumber)) {
        entry.group = {
          ...entry.group,
          examples: entry.group.examples.filter((example) => example.rowNumber !== rowNumber),
        };
      }
    }
  }

  /** Rows of a group in sheet order. */
  select(groupId: string, offset: number, limit: number): { total: number; rowIndexes: readonly number[] } {
    const entry = this.#entries[this.#byId.get(groupId) ?? -1];
    return entry === undefined
      ? { total: 0, rowIndexes: [] }
      : { total: entry.rows.size, rowIndexes: entry.rows.slice(offset, limit) };
  }

  /** The groups that have rows, most rows first, with the answers given so far; the first few hundred of them. */
  groups(decisions: readonly Decision[]): readonly ProblemGroup[] {
    const answers = new Map<string, Answer>(decisions.map((decision) => [decision.groupId, decision.answer]));
    return this.#entries
      .filter((entry) => entry.rows.size > 0)
      .sort((one, other) => other.rows.size - one.rows.size)
      .slice(0, GROUPS_SHOWN)
      .map((entry) => {
        const answer = answers.get(entry.group.groupId) ?? null;
        return { ...counted(entry), answer, openRowCount: answer === null ? openRows(entry) : 0 };
      });
  }

  /** Every group in the order of their positions, to be stored. */
  stored(): readonly ProblemGroup[] {
    return this.#entries.map((entry) => counted(entry));
  }

  #addEntry(group: ProblemGroup): number {
    const position = this.#entries.length;
    this.#byId.set(group.groupId, position);
    this.#entries.push({ group, rows: new RowSet(), answeredRows: new RowSet() });
    return position;
  }
}

function emptyGroup(groupId: string, found: RowProblem, words: ColumnWords): ProblemGroup {
  return {
    groupId,
    columnIndex: found.columnIndex,
    ...words,
    kind: found.problem.kind,
    severity: found.severity,
    rowCount: 0,
    openRowCount: 0,
    examples: [],
    answer: null,
  };
}

function file(entry: Entry, rowIndex: number, isAnswered: boolean): void {
  entry.rows.add(rowIndex);
  if (isAnswered) {
    entry.answeredRows.add(rowIndex);
  }
}

function counted(entry: Entry): ProblemGroup {
  return { ...entry.group, rowCount: entry.rows.size, openRowCount: openRows(entry) };
}

function openRows({ rows, answeredRows }: Entry): number {
  return rows.size - answeredRows.size;
}

function firstExamples(examples: ProblemGroup['examples']): ProblemGroup['examples'] {
  return [...examples].sort((one, other) => one.rowNumber - other.rowNumber).slice(0, EXAMPLES_PER_GROUP);
}
