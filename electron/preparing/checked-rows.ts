import { NO_EDITS, type RowCleaner, type RowEdits } from '../../shared/cleaning/cleaned-row.ts';
import { compilePlan } from '../../shared/cleaning/compile-plan.ts';
import type { PersonChoice } from '../../shared/cleaning/find-duplicates.ts';
import type { Plan } from '../../shared/cleaning/plan.ts';
import type { ProblemGroup } from '../../shared/cleaning/problem-group.ts';
import type { RowProblem } from '../../shared/cleaning/problem.ts';
import type { DuplicateChoice } from '../../shared/import.ts';
import type { SheetRow } from '../../shared/sheet/sheet.ts';
import { ROWS_PER_BLOCK } from '../journal/block-store.ts';
import { inTransaction, type ImportJournal } from '../journal/import-journal.ts';
import { textAt } from './cell-text.ts';
import { ProblemIndex, type ColumnWords } from './problem-index.ts';
import { RowIndex } from './row-index.ts';

/**
 * What checking by the present plan found: in memory for every row at once, and in the journal block by block. Both are the
 * same whenever a method returns.
 */
export class CheckedRows {
  readonly #journal: ImportJournal;
  readonly rows = new RowIndex();
  #problems = new ProblemIndex();
  #plan: Plan;
  #clean: RowCleaner;
  /** As the journal has them; `null` until they are needed. */
  #choices: readonly PersonChoice[] | null = null;

  constructor(journal: ImportJournal, plan: Plan) {
    this.#journal = journal;
    this.#plan = plan;
    this.#clean = compilePlan(plan);
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** The cleaner of the present plan: the same that makes the request. */
  get clean(): RowCleaner {
    return this.#clean;
  }

  get problems(): ProblemIndex {
    return this.#problems;
  }

  /** Takes another plan. The rows that it concerns must be checked by it next. */
  usePlan(plan: Plan): void {
    this.#plan = plan;
    this.#clean = compilePlan(plan);
  }

  /** Forgets every problem, before every row is checked anew. */
  forgetProblems(): void {
    this.#problems = new ProblemIndex();
  }

  /** Takes over what an earlier session found. */
  load(groups: readonly ProblemGroup[]): void {
    this.#problems = ProblemIndex.fromStored(groups);
    let blockIndex = 0;
    for (const block of this.#journal.checks.all()) {
      block.fates.forEach((code, offset) => {
        this.rows.addStored(code, block.digests[offset * 2] ?? 0, block.digests[offset * 2 + 1] ?? 0);
      });
      for (let place = 0; place + 1 < block.problems.length; place += 2) {
        this.#problems.addStored(
          block.problems[place + 1] ?? 0,
          blockIndex * ROWS_PER_BLOCK + (block.problems[place] ?? 0),
        );
      }
      blockIndex += 1;
    }
    this.#settleDuplicates();
  }

  /** Keeps and checks the next `ROWS_PER_BLOCK` rows; only the last block may hold fewer. Call inside a transaction. */
  addBlock(rows: readonly SheetRow[]): void {
    if (this.rows.count % ROWS_PER_BLOCK !== 0) {
      throw new RangeError('Only the last block may be shorter than the others');
    }
    const blockIndex = this.rows.blockCount();
    const problems: number[] = [];
    for (const row of rows) {
      const rowIndex = this.rows.count;
      const cleaned = this.#clean(row.cells, NO_EDITS);
      this.rows.add(cleaned);
      this.#fileProblems(rowIndex, row, NO_EDITS, cleaned.problems, problems);
    }
    this.#journal.blocks.add(blockIndex, rows);
    this.#putBlock(blockIndex, problems);
  }

  /**
   * Checks a block and writes down what was found. Rows that are known to have been filed before are taken out of their groups first;
   * when all groups are new, none is.
   */
  checkBlock(blockIndex: number, isFiled: (rowIndex: number) => boolean = () => false): void {
    const first = blockIndex * ROWS_PER_BLOCK;
    const edits = this.#journal.edits.between(first, first + ROWS_PER_BLOCK);
    const problems: number[] = [];
    this.#journal.blocks.read(blockIndex).forEach((row, offset) => {
      const rowIndex = first + offset;
      const rowEdits = edits.get(rowIndex) ?? NO_EDITS;
      const cleaned = this.#clean(row.cells, rowEdits);
      if (isFiled(rowIndex)) {
        this.#problems.remove(rowIndex, row.rowNumber);
      }
      this.rows.set(rowIndex, cleaned);
      this.#fileProblems(rowIndex, row, rowEdits, cleaned.problems, problems);
    });
    this.#putBlock(blockIndex, problems);
  }

  /** Checks some rows anew, because an edit or an answer concerns them, and writes down what was found in their blocks. */
  checkRows(rowIndexes: readonly number[]): void {
    const concerned = new Set(rowIndexes);
    for (const blockIndex of new Set(rowIndexes.map((rowIndex) => Math.floor(rowIndex / ROWS_PER_BLOCK)))) {
      this.checkBlock(blockIndex, (rowIndex) => concerned.has(rowIndex));
    }
  }

  /** What the user chose for people who stand in several rows. */
  choices(): readonly PersonChoice[] {
    this.#choices ??= this.#journal.people.choices();
    return this.#choices;
  }

  /** Keeps a choice for one person. Call inside `settle`, which applies it. */
  putChoice(firstDigest: number, secondDigest: number, choice: DuplicateChoice | null): void {
    this.#journal.people.putChoice(firstDigest, secondDigest, choice);
    this.#choices = null;
    this.rows.forgetSettled();
  }

  /** Commits what `work` changes together with the duplicates that follow from it. */
  settle(work: () => void): void {
    inTransaction(this.#journal.database, () => {
      work();
      this.#settleDuplicates();
      this.putFates();
      this.#journal.facts.put('groups', this.#problems.stored());
    });
  }

  /** Writes down the fates that changed. Call inside a transaction. */
  putFates(): void {
    for (const blockIndex of this.rows.takeChangedBlocks()) {
      this.#journal.checks.putFates(blockIndex, this.rows.blockFates(blockIndex));
    }
  }

  #settleDuplicates(): void {
    this.rows.settleDuplicates(this.#plan.mapping.duplicates, this.choices());
  }

  #putBlock(blockIndex: number, problems: readonly number[]): void {
    this.#journal.checks.put(blockIndex, {
      fates: this.rows.blockFates(blockIndex),
      digests: this.rows.blockDigests(blockIndex),
      problems,
    });
  }

  #fileProblems(
    rowIndex: number,
    row: SheetRow,
    edits: RowEdits,
    found: readonly RowProblem[],
    pairs: number[],
  ): void {
    for (const problem of found) {
      const position = this.#problems.add(
        rowIndex,
        { found: problem, text: textAt(row.cells, edits, problem.columnIndex), rowNumber: row.rowNumber },
        () => this.#wordsOf(problem),
      );
      pairs.push(rowIndex % ROWS_PER_BLOCK, position);
    }
  }

  #wordsOf({ columnIndex, apiName, label }: RowProblem): ColumnWords {
    const { mapping, fields } = this.#plan;
    const heading = mapping.columns.find((column) => column.columnIndex === columnIndex)?.heading ?? '';
    const fieldLabel = label ?? fields.find((field) => field.apiName === apiName)?.label ?? apiName;
    return { heading, fieldLabel };
  }
}
