import { NO_EDITS, type RowChecker } from '../../shared/cleaning/cleaned-row.ts';
import { compileCheck } from '../../shared/cleaning/compile-plan.ts';
import { identifierDigest } from '../../shared/cleaning/identifier-digest.ts';
import type { Plan } from '../../shared/cleaning/plan.ts';
import type { DateColumn } from '../../shared/import.ts';
import type { SheetFacts, SheetRow } from '../../shared/sheet/sheet.ts';
import { textAt } from './cell-text.ts';
import { DateWatch } from './date-watch.ts';
import type { FoundProblem } from './problem-index.ts';
import { codeOfStanding } from './row-index.ts';

/** What checking found of the rows of one block that nobody edited, in a form that one thread can hand to another. */
export type BlockFindings = {
  /** As in `CheckedBlock`. */
  readonly fates: Uint8Array<ArrayBuffer>;
  /** As in `CheckedBlock`. */
  readonly digests: Float64Array<ArrayBuffer>;
  /** In the order of the rows; `place` is the row's in the block. */
  readonly problems: readonly { readonly place: number; readonly problem: FoundProblem }[];
};

/** Checks a sheet that is being read, block by block, and watches its dates. */
export class BlockChecker {
  readonly #check: RowChecker;
  readonly #dates: DateWatch;

  constructor(facts: Pick<SheetFacts, 'columns' | 'firstRows'>, plan: Plan) {
    this.#check = compileCheck(plan);
    this.#dates = new DateWatch(facts, plan.mapping, plan.fields);
  }

  /** What is found of the next block. */
  check(rows: readonly SheetRow[]): BlockFindings {
    for (const { cells } of rows) {
      this.#dates.add(cells);
    }
    return findingsOf(rows, this.#check);
  }

  /** What all rows so far say about the order of day and month. */
  dates(): readonly DateColumn[] {
    return this.#dates.columns();
  }
}

function findingsOf(rows: readonly SheetRow[], check: RowChecker): BlockFindings {
  const fates = new Uint8Array(rows.length);
  const digests = new Float64Array(rows.length * 2);
  const problems: { place: number; problem: FoundProblem }[] = [];
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place];
    if (row === undefined) {
      continue;
    }
    const checked = check(row.cells);
    fates[place] = codeOfStanding(checked.standing);
    const { first, second } = identifierDigest(checked.identifierKey);
    digests[place * 2] = first;
    digests[place * 2 + 1] = second;
    for (const found of checked.problems) {
      const text = textAt(row.cells, NO_EDITS, found.columnIndex);
      problems.push({ place, problem: { found, text, rowNumber: row.rowNumber } });
    }
  }
  return { fates, digests, problems };
}
