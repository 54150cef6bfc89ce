import type { CleanedRow, RowCleaner } from '../../shared/cleaning/cleaned-row.ts';
import { combineRows } from '../../shared/cleaning/combine-rows.ts';
import { compilePlan } from '../../shared/cleaning/compile-plan.ts';
import { readPlan } from '../../shared/cleaning/plan.ts';
import { leadBody } from '../../shared/sending/lead-body.ts';
import type { QueuedLead } from '../../shared/sending/outcome.ts';
import type { SheetRow } from '../../shared/sheet/sheet.ts';
import { ROWS_PER_BLOCK } from './block-store.ts';
import type { ImportJournal } from './import-journal.ts';

/** What rows became when the user pressed the button: raw cells and edits through the plan that was frozen then. */
export class FrozenLeads {
  /** The plan of rows that have never left; 0 while nothing was ever frozen. */
  readonly newestPlanId: number;
  readonly #journal: ImportJournal;
  readonly #plans = new Map<number, RowCleaner>();
  /** The block that was read last: leads mostly leave in the order of the sheet. */
  #block: { readonly blockIndex: number; readonly rows: readonly SheetRow[] } | null = null;
  /** The one before it: repeats come from elsewhere and must not make every fresh row read its block again. */
  #blockBefore: { readonly blockIndex: number; readonly rows: readonly SheetRow[] } | null = null;

  constructor(journal: ImportJournal) {
    this.#journal = journal;
    const found = journal.database.prepare('SELECT max(plan_id) AS id FROM plan').get() as {
      id: number | null;
    };
    this.newestPlanId = found.id ?? 0;
  }

  /** The lead of a row, to be sent by this plan. */
  lead(rowIndex: number, planId: number, failedAttempts: number): QueuedLead {
    const row = this.#row(rowIndex);
    const cleaned = this.#clean(rowIndex, row, planId);
    return {
      rowIndex,
      rowNumber: row.rowNumber,
      failedAttempts,
      hasActions: cleaned.actions.length > 0,
      body: leadBody(cleaned),
    };
  }

  /** The cleaner of a frozen plan. */
  cleaner(planId: number): RowCleaner {
    const known = this.#plans.get(planId);
    if (known !== undefined) {
      return known;
    }
    const record = this.#journal.database.prepare('SELECT json FROM plan WHERE plan_id = ?').get(planId) as
      { json: string } | undefined;
    if (record === undefined) {
      throw new Error(`The journal has no plan ${planId}`);
    }
    const cleaner = compilePlan(readPlan(JSON.parse(record.json)));
    this.#plans.set(planId, cleaner);
    return cleaner;
  }

  #clean(rowIndex: number, row: SheetRow, planId: number): CleanedRow {
    const { edits, people } = this.#journal;
    const clean = this.cleaner(planId);
    const members = people.membersOf(rowIndex);
    return members === null
      ? clean(row.cells, edits.of(rowIndex))
      : combineRows(members.map((member) => clean(this.#row(member).cells, edits.of(member))));
  }

  #row(rowIndex: number): SheetRow {
    const blockIndex = Math.floor(rowIndex / ROWS_PER_BLOCK);
    if (this.#block?.blockIndex !== blockIndex) {
      const known = this.#blockBefore?.blockIndex === blockIndex ? this.#blockBefore : null;
      this.#blockBefore = this.#block;
      this.#block = known ?? { blockIndex, rows: this.#journal.blocks.read(blockIndex) };
    }
    const row = this.#block.rows[rowIndex % ROWS_PER_BLOCK];
    if (row === undefined) {
      throw new Error(`The journal has no row with index ${rowIndex}`);
    }
    return row;
  }
}
