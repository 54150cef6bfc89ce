import { NO_EDITS, type RowCleaner, type RowEdits } from '../../shared/cleaning/cleaned-row.ts';
import type { Field } from '../../shared/catalog/field.ts';
import { columnNotices, compilePlan } from '../../shared/cleaning/compile-plan.ts';
import { readPlan, type Answer, type Plan, type UndecidedRule } from '../../shared/cleaning/plan.ts';
import type { ProblemGroup } from '../../shared/cleaning/problem-group.ts';
import type {
  Checked,
  DateColumn,
  PreparingProgress,
  RowFilter,
  RowPage,
  RowView,
} from '../../shared/import.ts';
import { correctDateOrders } from '../../shared/mapping/correct-date-orders.ts';
import type { SheetFacts, SheetRow, SheetTotals } from '../../shared/sheet/sheet.ts';
import { ROWS_PER_BLOCK } from '../journal/block-store.ts';
import type { Change } from '../journal/edit-store.ts';
import { inTransaction, type ImportJournal } from '../journal/import-journal.ts';
import { countRows } from '../journal/lead-queue.ts';
import type { CheckingContext, Matching, Prepared } from './calls.ts';
import { textAt } from './cell-text.ts';
import { DateWatch } from './date-watch.ts';
import { planOf } from './plan-of.ts';
import { ProblemIndex, type ColumnWords } from './problem-index.ts';
import { RowIndex } from './row-index.ts';
import { viewRows } from './row-views.ts';
import { SentRows } from './sent-rows.ts';

/** Rows checked between two looks at whether somebody waits for the thread. */
const BLOCKS_BETWEEN_REPORTS = 40;

/** How far reading or checking has come, without the import's name. */
export type Progress = Omit<PreparingProgress, 'importId'>;

/**
 * One import while it is worked on: the journal on disk, and in memory what is needed to count, filter and page through a
 * million rows at once. Every change is in the journal before the method returns.
 */
export class PreparedImport {
  readonly #journal: ImportJournal;
  readonly #sent: SentRows;
  /** Only while rows are added. */
  #dateWatch: DateWatch | null = null;
  #plan: Plan;
  #clean: RowCleaner;
  #matching: Matching;
  #rows = new RowIndex();
  #problems = new ProblemIndex();

  private constructor(journal: ImportJournal, plan: Plan, matching: Matching) {
    this.#journal = journal;
    this.#sent = new SentRows(journal.database);
    this.#plan = plan;
    this.#clean = compilePlan(plan);
    this.#matching = matching;
  }

  /** An import whose rows are about to be added with `addBlock`, then settled with `finishStaging`. */
  static begin(
    journal: ImportJournal,
    facts: SheetFacts,
    matching: Matching,
    context: CheckingContext,
    undecided: UndecidedRule,
  ): PreparedImport {
    journal.facts.put('sheet', facts);
    const begun = new PreparedImport(journal, planOf(matching, context, undecided), matching);
    begun.#dateWatch = new DateWatch(facts, matching.mapping, context.fields);
    return begun;
  }

  /** An import that was staged in an earlier session; `null` when staging never came to its end. */
  static load(journal: ImportJournal): PreparedImport | null {
    const { facts } = journal;
    const stored = facts.get('plan');
    const plan = stored === null ? null : readPlan(stored);
    const groups = facts.get('groups');
    const totals = facts.get('totals');
    if (plan === null || groups === null || totals === null) {
      return null;
    }
    const loaded = new PreparedImport(journal, plan, {
      mapping: plan.mapping,
      decisions: plan.decisions,
      reasons: facts.get('reasons') ?? [],
      samples: facts.get('samples') ?? [],
    });
    loaded.#loadFindings(groups);
    return loaded;
  }

  /** Keeps and checks the next `ROWS_PER_BLOCK` rows; only the last block may hold fewer. Call inside a transaction. */
  addBlock(rows: readonly SheetRow[]): void {
    if (this.#rows.count % ROWS_PER_BLOCK !== 0) {
      throw new RangeError('Only the last block may be shorter than the others');
    }
    const blockIndex = this.#rows.blockCount();
    const problems: number[] = [];
    for (const row of rows) {
      const rowIndex = this.#rows.count;
      this.#dateWatch?.add(row.cells);
      const cleaned = this.#clean(row.cells, NO_EDITS);
      this.#rows.add(cleaned);
      this.#fileProblems(rowIndex, row, NO_EDITS, cleaned.problems, problems);
    }
    this.#journal.blocks.add(blockIndex, rows);
    this.#journal.checks.put(blockIndex, {
      fates: this.#rows.blockFates(blockIndex),
      digests: this.#rows.blockDigests(blockIndex),
      problems,
    });
  }

  /**
   * Checks every row once more where the whole of a column shows another order of day and month than its beginning did: with
   * one choice for all, so that no row is read otherwise than the one before it. Call after the last block.
   */
  async settleDates(
    context: CheckingContext,
    undecided: UndecidedRule,
    report: (progress: Progress) => Promise<void>,
  ): Promise<void> {
    const mapping = correctDateOrders(this.#matching.mapping, this.#dateWatch?.columns() ?? []);
    if (mapping !== this.#matching.mapping) {
      await this.check({ ...this.#matching, mapping }, context, undecided, report);
    }
  }

  /** Finds duplicates and writes down what staging found. Call once, at the end. */
  finishStaging(totals: SheetTotals): void {
    this.#settle(() => {
      this.#journal.facts.put('dates', this.#dateWatch?.columns() ?? []);
      this.#journal.facts.put('totals', totals);
      this.#putMatching();
    });
  }

  /** Everything but the rows. */
  prepared(): Prepared {
    const facts = this.#journal.facts.get('sheet');
    const totals = this.#journal.facts.get('totals');
    if (facts === null || totals === null) {
      throw new Error('The import was not staged');
    }
    const dates: readonly DateColumn[] = this.#journal.facts.get('dates') ?? [];
    return { ...this.#matching, facts, totals, dates, checked: this.checked() };
  }

  /** The fields of the workspace as of the last check. */
  fields(): readonly Field[] {
    return this.#plan.fields;
  }

  checked(): Checked {
    return {
      counts: this.#sent.isEmpty() ? this.#rows.counts() : countRows(this.#journal),
      groups: this.#problems.groups(this.#plan.decisions),
      notices: columnNotices(this.#plan),
      decisions: this.#plan.decisions,
      canUndo: this.#journal.edits.canUndo(),
      canRedo: this.#journal.edits.canRedo(),
    };
  }

  /** Checks every row anew, because columns, fields or the workspace changed. Rows that left the queue stay as they are. */
  async check(
    matching: Matching,
    context: CheckingContext,
    undecided: UndecidedRule,
    report: (progress: Progress) => Promise<void>,
  ): Promise<void> {
    this.#matching = matching;
    this.#plan = planOf(matching, context, undecided);
    this.#clean = compilePlan(this.#plan);
    this.#problems = new ProblemIndex();
    const blockCount = this.#rows.blockCount();
    for (let first = 0; first < blockCount; first += BLOCKS_BETWEEN_REPORTS) {
      const end = Math.min(first + BLOCKS_BETWEEN_REPORTS, blockCount);
      inTransaction(this.#journal.database, () => {
        for (let blockIndex = first; blockIndex < end; blockIndex++) {
          this.#checkBlock(blockIndex);
        }
      });
      await report({ phase: 'checking', rowsDone: end * ROWS_PER_BLOCK, fraction: end / blockCount });
    }
    this.#settle(() => {
      this.#putMatching();
    });
  }

  page(filter: RowFilter, offset: number, limit: number): RowPage {
    const { total, rowIndexes } = this.#select(filter, offset, limit);
    return { total, offset, rows: this.#views(rowIndexes) };
  }

  /** One row as the grid shows it. */
  view(rowIndex: number): RowView {
    const [row] = this.#views([rowIndex]);
    if (row === undefined) {
      throw new RangeError(`There is no row with index ${rowIndex}`);
    }
    return row;
  }

  edit(rowIndex: number, columnIndex: number, text: string | null): void {
    const before = this.#journal.edits.of(rowIndex).texts[columnIndex] ?? null;
    this.#change({ kind: 'edit', rowIndex, columnIndex, before, after: text });
  }

  skipRow(rowIndex: number, isSkipped: boolean): void {
    const before = this.#journal.edits.of(rowIndex).isSkipped;
    this.#change({ kind: 'skip', rowIndex, before, after: isSkipped });
  }

  decide(groupId: string, answer: Answer | null): void {
    const before = this.#plan.decisions.find((decision) => decision.groupId === groupId)?.answer ?? null;
    this.#change({ kind: 'decide', groupId, before, after: answer });
  }

  /** Takes the newest change back. Nothing happens when there is none. */
  undo(): void {
    this.#settle(() => {
      const change = this.#journal.edits.takeUndo();
      if (change !== null) {
        this.#apply(change, 'before');
      }
    });
  }

  /** Makes the change that was taken back last again. Nothing happens when there is none. */
  redo(): void {
    this.#settle(() => {
      const change = this.#journal.edits.takeRedo();
      if (change !== null) {
        this.#apply(change, 'after');
      }
    });
  }

  /** Freezes the present plan and queues every ready row, in one transaction; returns how many rows were queued. */
  freeze(atMs: number): number {
    return inTransaction(this.#journal.database, () => {
      this.#journal.database
        .prepare('INSERT INTO plan (json, frozen_at_ms) VALUES (?, ?)')
        .run(JSON.stringify(this.#plan), atMs);
      const queuedCount = this.#rows.queueReady();
      this.#putFates();
      return queuedCount;
    });
  }

  /** Makes queued rows ready again that certainly never arrived: those that never left, or that only met the limit. */
  takeBack(): void {
    this.#settle(() => {
      this.#sent.forgetNeverArrived();
      for (const rowIndex of this.#sent.complementOf(
        this.#rows.select(['queued'], 0, this.#rows.count).rowIndexes,
      )) {
        this.#rows.takeBack(rowIndex);
      }
    });
  }

  /** Row indices in sheet order with the fates they have now; for reports. */
  *everyView(): Generator<RowView> {
    for (let first = 0; first < this.#rows.count; first += ROWS_PER_BLOCK) {
      const end = Math.min(first + ROWS_PER_BLOCK, this.#rows.count);
      yield* this.#views(Array.from({ length: end - first }, (_unused, index) => first + index));
    }
  }

  #change(change: Change): void {
    this.#settle(() => {
      this.#journal.edits.remember(change);
      this.#apply(change, 'after');
    });
  }

  #apply(change: Change, side: 'before' | 'after'): void {
    if (change.kind === 'decide') {
      this.#setDecision(change.groupId, change[side]);
      return;
    }
    if (change.kind === 'edit') {
      this.#journal.edits.setText(change.rowIndex, change.columnIndex, change[side]);
    } else {
      this.#journal.edits.setSkipped(change.rowIndex, change[side]);
    }
    if (this.#sent.forgetRejected(change.rowIndex)) {
      this.#rows.takeBack(change.rowIndex);
    }
    this.#checkRows([change.rowIndex]);
  }

  #setDecision(groupId: string, answer: Answer | null): void {
    const others = this.#plan.decisions.filter((decision) => decision.groupId !== groupId);
    const decisions = answer === null ? others : [...others, { groupId, answer }];
    this.#plan = { ...this.#plan, decisions };
    this.#matching = { ...this.#matching, decisions };
    this.#clean = compilePlan(this.#plan);
    this.#putMatching();
    this.#checkRows(this.#problems.select(groupId, 0, this.#rows.count).rowIndexes);
  }

  /** Checks some rows anew, because an edit or an answer concerns them, and writes down what was found in their blocks. */
  #checkRows(rowIndexes: readonly number[]): void {
    const concerned = new Set(rowIndexes);
    for (const blockIndex of new Set(rowIndexes.map((rowIndex) => Math.floor(rowIndex / ROWS_PER_BLOCK)))) {
      this.#checkBlock(blockIndex, (rowIndex) => concerned.has(rowIndex));
    }
  }

  /**
   * Checks a block and writes down what was found. Rows that are known to have been filed before are taken out of their groups first;
   * when all groups are new, none is.
   */
  #checkBlock(blockIndex: number, isFiled: (rowIndex: number) => boolean = () => false): void {
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
      this.#rows.set(rowIndex, cleaned);
      this.#fileProblems(rowIndex, row, rowEdits, cleaned.problems, problems);
    });
    this.#journal.checks.put(blockIndex, {
      fates: this.#rows.blockFates(blockIndex),
      digests: this.#rows.blockDigests(blockIndex),
      problems,
    });
  }

  #fileProblems(
    rowIndex: number,
    row: SheetRow,
    edits: RowEdits,
    found: RowView['problems'],
    pairs: number[],
  ): void {
    for (const problem of found) {
      const position = this.#problems.add(
        rowIndex,
        { found: problem, text: textAt(row.cells, edits, problem.columnIndex), rowNumber: row.rowNumber },
        (columnIndex) => this.#wordsOf(columnIndex, problem.apiName),
      );
      pairs.push(rowIndex % ROWS_PER_BLOCK, position);
    }
  }

  #wordsOf(columnIndex: number, apiName: string): ColumnWords {
    const heading =
      this.#plan.mapping.columns.find((column) => column.columnIndex === columnIndex)?.heading ?? '';
    const fieldLabel = this.#plan.fields.find((field) => field.apiName === apiName)?.label ?? apiName;
    return { heading, fieldLabel };
  }

  /** Commits what `work` changes together with the duplicates that follow from it. */
  #settle(work: () => void): void {
    inTransaction(this.#journal.database, () => {
      work();
      this.#rows.settleDuplicates(this.#plan.mapping.duplicates);
      this.#putFates();
      this.#journal.facts.put('groups', this.#problems.stored());
    });
  }

  #putFates(): void {
    for (const blockIndex of this.#rows.takeChangedBlocks()) {
      this.#journal.checks.putFates(blockIndex, this.#rows.blockFates(blockIndex));
    }
  }

  #putMatching(): void {
    const { facts } = this.#journal;
    facts.put('plan', this.#plan);
    facts.put('reasons', this.#matching.reasons);
    facts.put('samples', this.#matching.samples);
  }

  #loadFindings(groups: readonly ProblemGroup[]): void {
    this.#problems = ProblemIndex.fromStored(groups);
    let blockIndex = 0;
    for (const block of this.#journal.checks.all()) {
      block.fates.forEach((code, offset) => {
        this.#rows.addStored(code, block.digests[offset * 2] ?? 0, block.digests[offset * 2 + 1] ?? 0);
      });
      for (let place = 0; place + 1 < block.problems.length; place += 2) {
        this.#problems.addStored(
          block.problems[place + 1] ?? 0,
          blockIndex * ROWS_PER_BLOCK + (block.problems[place] ?? 0),
        );
      }
      blockIndex += 1;
    }
    this.#rows.settleDuplicates(this.#plan.mapping.duplicates);
  }

  #select(
    filter: RowFilter,
    offset: number,
    limit: number,
  ): { total: number; rowIndexes: readonly number[] } {
    if (filter.kind === 'all') {
      const end = Math.min(offset + limit, this.#rows.count);
      const rowIndexes = Array.from(
        { length: Math.max(0, end - offset) },
        (_unused, index) => offset + index,
      );
      return { total: this.#rows.count, rowIndexes };
    }
    if (filter.kind === 'group') {
      return this.#problems.select(filter.groupId, offset, limit);
    }
    return this.#sent.hasAny(filter.fates)
      ? this.#sent.select(filter.fates, this.#rows, offset, limit)
      : this.#rows.select(filter.fates, offset, limit);
  }

  #views(rowIndexes: readonly number[]): RowView[] {
    const sources = { journal: this.#journal, rows: this.#rows, sent: this.#sent, clean: this.#clean };
    return viewRows(sources, rowIndexes);
  }
}
