import type { Field } from '../../shared/catalog/field.ts';
import { columnNotices } from '../../shared/cleaning/compile-plan.ts';
import { readPlan, type Answer, type Plan, type UndecidedRule } from '../../shared/cleaning/plan.ts';
import type {
  Checked,
  DateColumn,
  DuplicateChoice,
  DuplicatePage,
  PreparingProgress,
  RowFilter,
  RowPage,
  RowView,
  ValuePage,
} from '../../shared/import.ts';
import { correctDateOrders } from '../../shared/mapping/correct-date-orders.ts';
import type { SheetFacts, SheetRow, SheetTotals } from '../../shared/sheet/sheet.ts';
import { ROWS_PER_BLOCK } from '../journal/block-store.ts';
import { countRows } from '../journal/count-rows.ts';
import { inTransaction, type ImportJournal } from '../journal/import-journal.ts';
import type { BlockFindings } from './block-checker.ts';
import type { CheckingContext, Matching, Prepared, ValueQuery } from './calls.ts';
import { CheckedRows } from './checked-rows.ts';
import { duplicatePage } from './duplicate-page.ts';
import { keepMatching, keptMatching } from './kept-matching.ts';
import { membersOf } from './members-of.ts';
import { planOf } from './plan-of.ts';
import { RowPages } from './row-pages.ts';
import { SentRows } from './sent-rows.ts';
import { hasSomethingToTell, NOTHING_TO_TELL, tallyOf, type Tally } from './tally.ts';
import { UserChanges } from './user-changes.ts';
import { valuePage } from './value-page.ts';

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
  readonly #checked: CheckedRows;
  readonly #pages: RowPages;
  readonly #changes: UserChanges;
  /** Only counted while rows are added. */
  #keptBlocks = 0;
  #matching: Matching;

  private constructor(journal: ImportJournal, plan: Plan, matching: Matching) {
    this.#journal = journal;
    this.#sent = new SentRows(journal.database);
    this.#checked = new CheckedRows(journal, plan);
    this.#pages = new RowPages(journal, this.#checked, this.#sent);
    this.#changes = new UserChanges({
      journal,
      checked: this.#checked,
      sent: this.#sent,
      onDecisions: () => {
        this.#matching = { ...this.#matching, decisions: this.#checked.plan.decisions };
        this.#putMatching();
      },
    });
    this.#matching = matching;
  }

  /** An import whose rows are about to be added with `keepBlock` and `addFindings`, then settled with `finishStaging`. */
  static begin(
    journal: ImportJournal,
    facts: SheetFacts,
    matching: Matching,
    context: CheckingContext,
    undecided: UndecidedRule,
  ): PreparedImport {
    journal.facts.put('sheet', facts);
    return new PreparedImport(journal, planOf(matching, context, undecided), matching);
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
    const loaded = new PreparedImport(journal, plan, keptMatching(journal, plan));
    loaded.#checked.load(groups);
    return loaded;
  }

  /** Keeps the next `ROWS_PER_BLOCK` rows; only the last block may hold fewer. Call inside a transaction. */
  keepBlock(rows: readonly SheetRow[]): void {
    this.#journal.blocks.add(this.#keptBlocks, rows);
    this.#keptBlocks += 1;
  }

  /** Takes over what was found of the next block; its rows may be kept before or after. Call inside a transaction. */
  addFindings(findings: BlockFindings): void {
    this.#checked.addFindings(findings);
  }

  /**
   * Checks every row once more where the whole of a column shows another order of day and month than its beginning did: with
   * one choice for all, so that no row is read otherwise than the one before it. Call after the last block, before
   * `finishStaging`.
   *
   * @param dates What all rows say about the order in the columns that may hold dates.
   */
  async settleDates(
    dates: readonly DateColumn[],
    context: CheckingContext,
    undecided: UndecidedRule,
    report: (progress: Progress) => Promise<void>,
  ): Promise<void> {
    const mapping = correctDateOrders(this.#matching.mapping, dates);
    if (mapping !== this.#matching.mapping) {
      await this.#checkAll({ ...this.#matching, mapping }, context, undecided, report);
    }
  }

  /** Finds duplicates and writes down what staging found. Call once, at the end. */
  finishStaging(totals: SheetTotals, dates: readonly DateColumn[]): void {
    this.#checked.settleStaged(() => {
      this.#journal.facts.put('dates', dates);
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
    return this.#checked.plan.fields;
  }

  checked(): Checked {
    const { plan } = this.#checked;
    return {
      counts: this.#sent.isEmpty() ? this.#checked.rows.counts() : countRows(this.#journal),
      groups: this.#checked.problems.groups(plan.decisions),
      notices: columnNotices(plan),
      decisions: plan.decisions,
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
    await this.#checkAll(matching, context, undecided, report);
    this.#checked.settle(() => {
      this.#putMatching();
    });
  }

  async #checkAll(
    matching: Matching,
    context: CheckingContext,
    undecided: UndecidedRule,
    report: (progress: Progress) => Promise<void>,
  ): Promise<void> {
    this.#matching = matching;
    this.#checked.usePlan(planOf(matching, context, undecided));
    this.#checked.forgetProblems();
    const blockCount = this.#checked.rows.blockCount();
    for (let first = 0; first < blockCount; first += BLOCKS_BETWEEN_REPORTS) {
      const end = Math.min(first + BLOCKS_BETWEEN_REPORTS, blockCount);
      inTransaction(this.#journal.database, () => {
        for (let blockIndex = first; blockIndex < end; blockIndex++) {
          this.#checked.checkBlock(blockIndex);
        }
      });
      await report({ phase: 'checking', rowsDone: end * ROWS_PER_BLOCK, fraction: end / blockCount });
    }
  }

  page(filter: RowFilter, offset: number, limit: number): RowPage {
    return this.#pages.page(filter, offset, limit);
  }

  /** One row as the grid shows it. */
  view(rowIndex: number): RowView {
    return this.#pages.view(rowIndex);
  }

  edit(rowIndex: number, columnIndex: number, text: string | null): void {
    this.#changes.edit(rowIndex, columnIndex, text);
  }

  skipRow(rowIndex: number, isSkipped: boolean): void {
    this.#changes.skipRow(rowIndex, isSkipped);
  }

  decide(groupId: string, answer: Answer | null): void {
    this.#changes.decide(groupId, answer);
  }

  /** Whether two rows have the same usable identifier. */
  isSamePerson(rowIndex: number, otherIndex: number): boolean {
    const one = this.#checked.rows.digestOf(rowIndex);
    const other = this.#checked.rows.digestOf(otherIndex);
    return one.first !== 0 && one.first === other.first && one.second === other.second;
  }

  /** Chooses for the person in this row; `null` takes the choice back. A chosen row must be the same person's. */
  decideDuplicate(rowIndex: number, choice: DuplicateChoice | null): void {
    this.#changes.decideDuplicate(rowIndex, choice);
  }

  /** Distinct values of a column; see the contract. */
  values(query: ValueQuery): ValuePage {
    const { plan, values, rows } = this.#checked;
    return valuePage(plan, values, rows.count, query);
  }

  /** People who stand in several rows, in sheet order. */
  duplicates(offset: number, limit: number): DuplicatePage {
    const views = (rowIndexes: readonly number[]): readonly RowView[] => this.#pages.views(rowIndexes);
    return duplicatePage({ checked: this.#checked, views }, offset, limit);
  }

  /** Takes the newest change back. Nothing happens when there is none. */
  undo(): void {
    this.#changes.undo();
  }

  /** Makes the change that was taken back last again. Nothing happens when there is none. */
  redo(): void {
    this.#changes.redo();
  }

  /** Freezes the present plan and queues every ready row, in one transaction; returns how many rows were queued. */
  freeze(atMs: number): number {
    return inTransaction(this.#journal.database, () => {
      this.#journal.database
        .prepare('INSERT INTO plan (json, frozen_at_ms) VALUES (?, ?)')
        .run(JSON.stringify(this.#checked.plan), atMs);
      const { rows } = this.#checked;
      this.#journal.people.putMembers(rows.select(['ready'], 0, rows.count).rowIndexes, membersOf(rows));
      const queuedCount = rows.queueReady();
      this.#checked.putFates();
      return queuedCount;
    });
  }

  /** Makes queued rows ready again that certainly never arrived: those that never left, or that only met the limit. */
  takeBack(): void {
    this.#checked.settle(() => {
      this.#sent.forgetNeverArrived();
      for (const rowIndex of this.#sent.complementOf(
        this.#checked.rows.select(['queued'], 0, this.#checked.rows.count).rowIndexes,
      )) {
        this.#checked.rows.takeBack(rowIndex);
      }
    });
  }

  /** What the rows that would be sent carry besides known values. */
  tally(): Tally {
    const { plan } = this.#checked;
    return hasSomethingToTell(plan) ? tallyOf(this.#pages.ready(), plan) : NOTHING_TO_TELL;
  }

  /** Every row in sheet order with the fate it has now; for reports. */
  everyView(): Iterable<RowView> {
    return this.#pages.every();
  }

  #putMatching(): void {
    keepMatching(this.#journal, this.#checked.plan, this.#matching);
  }
}
