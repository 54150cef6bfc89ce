import type { Answer, Decision } from '../../shared/cleaning/plan.ts';
import { groupOfProblem, type ProblemGroup } from '../../shared/cleaning/problem-group.ts';
import type { RowProblem } from '../../shared/cleaning/problem.ts';
import { lowerBound } from '../../shared/lower-bound.ts';

/** Examples on a fix-it card. */
const EXAMPLES_PER_GROUP = 3;

/** Cards shown at once: nobody reads more, and a column of a hundred thousand unknown labels must not flood the window. */
const GROUPS_SHOWN = 300;

/** What words a group needs that the problem itself does not carry. */
export type ColumnWords = { readonly heading: string; readonly fieldLabel: string };

/** A row's problem and the text that has it. */
export type FoundProblem = { readonly found: RowProblem; readonly text: string; readonly rowNumber: number };

type Entry = {
  group: ProblemGroup;
  /** Ascending, each row once. */
  readonly rowIndexes: number[];
};

/** All problems of an import by group: which rows have which, for the fix-it cards and for paging through a group's rows. */
export class ProblemIndex {
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<string, number>();

  /** An index that knows the groups of an earlier session; their rows follow through `addStored`. */
  static fromStored(groups: readonly ProblemGroup[]): ProblemIndex {
    const index = new ProblemIndex();
    for (const group of groups) {
      index.#byId.set(group.groupId, index.#entries.length);
      index.#entries.push({ group, rowIndexes: [] });
    }
    return index;
  }

  /** Files a problem under its group and returns the group's position, which is what the journal stores. */
  add(rowIndex: number, problem: FoundProblem, words: (columnIndex: number) => ColumnWords): number {
    const { found } = problem;
    const groupId = groupOfProblem(found);
    let position = this.#byId.get(groupId);
    if (position === undefined) {
      position = this.#entries.length;
      this.#byId.set(groupId, position);
      this.#entries.push({
        group: {
          groupId,
          columnIndex: found.columnIndex,
          ...words(found.columnIndex),
          kind: found.problem.kind,
          severity: found.severity,
          rowCount: 0,
          examples: [],
          answer: null,
        },
        rowIndexes: [],
      });
    }
    const entry = this.#entries[position];
    if (entry !== undefined) {
      this.#file(entry, rowIndex);
      const last = entry.group.examples[EXAMPLES_PER_GROUP - 1];
      if (last === undefined || problem.rowNumber < last.rowNumber) {
        const example = { rowNumber: problem.rowNumber, text: problem.text, problem: found.problem };
        entry.group = { ...entry.group, examples: firstExamples([...entry.group.examples, example]) };
      }
    }
    return position;
  }

  addStored(position: number, rowIndex: number): void {
    const entry = this.#entries[position];
    if (entry !== undefined) {
      this.#file(entry, rowIndex);
    }
  }

  /** Takes a row out of every group, before it is checked anew. `rowNumber` removes it from the examples too. */
  remove(rowIndex: number, rowNumber: number): void {
    for (const entry of this.#entries) {
      const place = lowerBound(entry.rowIndexes, rowIndex);
      if (entry.rowIndexes[place] === rowIndex) {
        entry.rowIndexes.splice(place, 1);
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
    if (entry === undefined) {
      return { total: 0, rowIndexes: [] };
    }
    return { total: entry.rowIndexes.length, rowIndexes: entry.rowIndexes.slice(offset, offset + limit) };
  }

  /** The groups that have rows, most rows first, with the answers given so far; the first few hundred of them. */
  groups(decisions: readonly Decision[]): readonly ProblemGroup[] {
    const answers = new Map<string, Answer>(decisions.map((decision) => [decision.groupId, decision.answer]));
    return this.#entries
      .filter((entry) => entry.rowIndexes.length > 0)
      .sort((one, other) => other.rowIndexes.length - one.rowIndexes.length)
      .slice(0, GROUPS_SHOWN)
      .map((entry) => ({
        ...entry.group,
        rowCount: entry.rowIndexes.length,
        answer: answers.get(entry.group.groupId) ?? null,
      }));
  }

  /** Every group in the order of their positions, to be stored. */
  stored(): readonly ProblemGroup[] {
    return this.#entries.map((entry) => ({ ...entry.group, rowCount: entry.rowIndexes.length }));
  }

  #file(entry: Entry, rowIndex: number): void {
    const last = entry.rowIndexes.at(-1);
    if (last === undefined || rowIndex > last) {
      entry.rowIndexes.push(rowIndex);
      return;
    }
    const place = lowerBound(entry.rowIndexes, rowIndex);
    if (entry.rowIndexes[place] !== rowIndex) {
      entry.rowIndexes.splice(place, 0, rowIndex);
    }
  }
}

function firstExamples(examples: ProblemGroup['examples']): ProblemGroup['examples'] {
  return [...examples].sort((one, other) => one.rowNumber - other.rowNumber).slice(0, EXAMPLES_PER_GROUP);
}
