import { NO_EDITS, type RowCleaner, type RowEdits } from '../../shared/cleaning/cleaned-row.ts';
import { compilePlan } from '../../shared/cleaning/compile-plan.ts';
import type { PersonChoice } from '../../shared/cleaning/find-duplicates.ts';
import type { Answer, Plan } from '../../shared/cleaning/plan.ts';
import type { ProblemGroup } from '../../shared/cleaning/problem-group.ts';
import type { RowProblem } from '../../shared/cleaning/problem.ts';
import type { DuplicateChoice } from '../../shared/import.ts';
import { lowerBound } from '../../shared/lower-bound.ts';
import type { SheetRow } from '../../shared/sheet/sheet.ts';
import { ROWS_PER_BLOCK } from '../journal/block-store.ts';
import { inTransaction, type ImportJournal } from '../journal/import-journal.ts';
import type { BlockFindings } from './block-checker.ts';
import { textAt } from './cell-text.ts';
import { ProblemIndex, type ColumnWords, type FoundProblem } from './problem-index.ts';
import { rowsConcerned, rowsOfGroup, type RowGroups } from './row-groups.ts';
import { RowIndex } from './row-index.ts';
import { ValueLists } from './value-lists.ts';

/** Blocks whose fates are written in one transaction at the end of staging. */
const BLOCKS_PER_TRANSACTION = 500;

/**
 * What checking by the present plan found: in memory for every row at once, and in the journal block by block. Both are the
 * same whenever a method returns.
 */
export class CheckedRows {
  readonly #journal: ImportJournal;
  readonly rows = new RowIndex();
  readonly values: ValueLists;
  #problems = new ProblemIndex();
  #plan: Plan;
  #clean: RowCleaner;
  #answers: ReadonlyMap<string, Answer>;
  /** As the journal has them; `null` until they are needed. */
  #choices: readonly PersonChoice[] | null = null;

  constructor(journal: ImportJournal, plan: Plan) {
    this.#journal = journal;
    this.values = new ValueLists(journal);
    this.#plan = plan;
    this.#clean = compilePlan(plan);
    this.#answers = answersOf(plan);
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
    this.#answers = answersOf(plan);
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
      this.rows.addBlock(block.fates, block.digests);
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

  /** Takes over what was found of the next `ROWS_PER_BLOCK` rows; only the last block may hold fewer. Call inside a transaction. */
  addFindings({ fates, digests, problems }: BlockFindings): void {
    if (this.rows.count % ROWS_PER_BLOCK !== 0) {
      throw new RangeError('Only the last block may be shorter than the others');
    }
    const first = this.rows.count;
    this.rows.addBlock(fates, digests);
    const pairs: number[] = [];
    for (const { place, problem } of problems) {
      pairs.push(place, this.#fileProblem(first + place, problem));
    }
    this.#journal.checks.put(first / ROWS_PER_BLOCK, { fates, digests, problems: pairs });
  }

  /** Checks every row of a block and writes down what was found. Call after `forgetProblems`. */
  checkBlock(blockIndex: number): void {
    const first = blockIndex * ROWS_PER_BLOCK;
    const edits = this.#journal.edits.between(first, first + ROWS_PER_BLOCK);
    const problems: number[] = [];
    this.#journal.blocks.read(blockIndex).forEach((row, offset) => {
      this.#checkRow(first + offset, row, edits.get(first + offset) ?? NO_EDITS, problems);
    });
    this.#putBlock(blockIndex, problems);
  }

  /**
   * Checks some rows anew, because an edit or an answer concerns them, and writes down what was found. `rowIndexes` ascend. The
   * other rows of their blocks are not looked at: what was found of them is taken over.
   */
  checkRows(rowIndexes: readonly number[]): void {
    for (let start = 0; start < rowIndexes.length;) {
      const blockIndex = Math.floor((rowIndexes[start] ?? 0) / ROWS_PER_BLOCK);
      const end = lowerBound(rowIndexes, (blockIndex + 1) * ROWS_PER_BLOCK);
      this.#checkRowsOfBlock(blockIndex, rowIndexes.slice(start, end));
      start = end;
    }
  }

  /** Rows with a problem of a group, in sheet order; for the group of one value those that have it. */
  rowsOfGroup(
    groupId: string,
    offset: number,
    limit: number,
  ): { total: number; rowIndexes: readonly number[] } {
    return rowsOfGroup(this.#rowGroups(), groupId, offset, limit);
  }

  /** Rows that an answer for this group may concern, in sheet order. */
  rowsConcerned(groupId: string): readonly number[] {
    return rowsConcerned(this.#rowGroups(), groupId);
  }

  #rowGroups(): RowGroups {
    return { plan: this.#plan, values: this.values, problems: this.#problems, rowCount: this.rows.count };
  }

  #checkRowsOfBlock(blockIndex: number, rowIndexes: readonly number[]): void {
    const { blocks, edits, checks } = this.#journal;
    const first = blockIndex * ROWS_PER_BLOCK;
    const places = new Set(rowIndexes.map((rowIndex) => rowIndex - first));
    const problems = pairsWithout(checks.problemsOf(blockIndex), places);
    const rows = blocks.read(blockIndex);
    const changes = edits.between(first, first + ROWS_PER_BLOCK);
    for (const rowIndex of rowIndexes) {
      const row = rows[rowIndex - first];
      if (row !== undefined) {
        this.#problems.remove(rowIndex, row.rowNumber);
        this.#checkRow(rowIndex, row, changes.get(rowIndex) ?? NO_EDITS, problems);
      }
    }
    this.#putBlock(blockIndex, problems);
  }

  #checkRow(rowIndex: number, row: SheetRow, edits: RowEdits, problems: number[]): void {
    const cleaned = this.#clean(row.cells, edits);
    this.rows.set(rowIndex, cleaned);
    this.#fileProblems(rowIndex, row, edits, cleaned.problems, problems);
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

  /**
   * The same at the end of staging, with `work` last. Until then the journal promises nothing, so the fates are written in
   * several transactions: in one, SQLite would keep all of a large sheet's findings in memory to be able to take them back.
   */
  settleStaged(work: () => void): void {
    const { database, facts } = this.#journal;
    this.#settleDuplicates();
    const changed = this.rows.takeChangedBlocks();
    for (let first = 0; first < changed.length; first += BLOCKS_PER_TRANSACTION) {
      inTransaction(database, () => {
        this.#putFatesOf(changed.slice(first, first + BLOCKS_PER_TRANSACTION));
      });
    }
    inTransaction(database, () => {
      facts.put('groups', this.#problems.stored());
      work();
    });
  }

  /** Writes down the fates that changed. Call inside a transaction. */
  putFates(): void {
    this.#putFatesOf(this.rows.takeChangedBlocks());
  }

  #putFatesOf(blockIndexes: readonly number[]): void {
    for (const blockIndex of blockIndexes) {
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
    this.rows.forgetChanged(blockIndex);
  }

  #fileProblems(
    rowIndex: number,
    row: SheetRow,
    edits: RowEdits,
    found: readonly RowProblem[],
    pairs: number[],
  ): void {
    for (const problem of found) {
      const text = textAt(row.cells, edits, problem.columnIndex);
      const position = this.#fileProblem(rowIndex, { found: problem, text, rowNumber: row.rowNumber });
      pairs.push(rowIndex % ROWS_PER_BLOCK, position);
    }
  }

  /** Files a problem and returns what the journal stores for it. */
  #fileProblem(rowIndex: number, problem: FoundProblem): number {
    return this.#problems.add(rowIndex, problem, this.#answers, () => this.#wordsOf(problem.found));
  }

  #wordsOf({ columnIndex, apiName, label }: RowProblem): ColumnWords {
    const { mapping, fields } = this.#plan;
    const heading = mapping.columns.find((column) => column.columnIndex === columnIndex)?.heading ?? '';
    const fieldLabel = label ?? fields.find((field) => field.apiName === apiName)?.label ?? apiName;
    return { heading, fieldLabel };
  }
}

function answersOf({ decisions }: Plan): ReadonlyMap<string, Answer> {
  return new Map<string, Answer>(decisions.map(({ groupId, answer }) => [groupId, answer]));
}

/** Pairs of a block's rows and problems, without those of the rows at these places. */
function pairsWithout(pairs: readonly number[], places: ReadonlySet<number>): number[] {
  const kept: number[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const place = pairs[index] ?? 0;
    if (!places.has(place)) {
      kept.push(place, pairs[index + 1] ?? 0);
    }
  }
  return kept;
}
