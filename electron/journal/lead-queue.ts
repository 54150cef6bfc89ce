import { leadBody } from '../../shared/sending/lead-body.ts';
import { combineRows } from '../../shared/cleaning/combine-rows.ts';
import { compilePlan } from '../../shared/cleaning/compile-plan.ts';
import type { RowCleaner } from '../../shared/cleaning/cleaned-row.ts';
import { readPlan } from '../../shared/cleaning/plan.ts';
import { FATES, canMove, noRows, type Fate, type FateCounts } from '../../shared/sending/fate.ts';
import type { Outcome, QueuedLead } from '../../shared/sending/outcome.ts';
import type { SheetRow } from '../../shared/sheet/sheet.ts';
import type { LeadQueue } from '../sending/ports.ts';
import { ROWS_PER_BLOCK } from './block-store.ts';
import { fateCode, fateOfCode } from './check-store.ts';
import { inTransaction, openImportJournal, type ImportJournal } from './import-journal.ts';
import { asJournalError } from './journal-error.ts';
import type { Statement } from './open-database.ts';

const QUEUED_CODE = fateCode('queued');

/**
 * The leads of one import, for the sender. After any method threw, the object is behind the file and must be made anew. Rows that never left are found in the checked blocks (fate byte `queued`); rows
 * that left at least once have a line in the table `lead`, which then alone says their fate. So a million queued rows cost
 * nothing until they are sent.
 */
export class JournalLeadQueue implements LeadQueue {
  readonly #journal: ImportJournal;
  readonly #plans = new Map<number, RowCleaner>();
  readonly #counts: Record<Fate, number>;
  readonly #newestPlanId: number;
  readonly #insertSending: Statement;
  readonly #markSending: Statement;
  readonly #recordOutcome: Statement;
  readonly #dueRepeats: Statement;
  readonly #nextRepeat: Statement;
  /** Fates of leads that are being sent, to refuse illegal moves without asking the database. */
  readonly #taken = new Map<number, number>();
  /** The block that fresh rows are taken from, and those of its rows that are still to go. */
  #fresh: { readonly blockIndex: number; readonly rows: readonly SheetRow[]; offsets: number[] } | null =
    null;
  #nextFreshBlock = 0;
  #cached: { readonly blockIndex: number; readonly rows: readonly SheetRow[] } | null = null;

  constructor(path: string) {
    this.#journal = openImportJournal(path);
    const { database } = this.#journal;
    this.#newestPlanId =
      (database.prepare('SELECT max(plan_id) AS id FROM plan').get() as { id: number | null }).id ?? 0;
    this.#insertSending = database.prepare(
      `INSERT INTO lead (row_index, fate, plan_id, has_actions, failed_attempts, changed_at_ms)
       VALUES (?, 'sending', ?, ?, 0, ?)`,
    );
    this.#markSending = database.prepare(
      `UPDATE lead SET fate = 'sending', has_actions = ?, next_attempt_at_ms = NULL, changed_at_ms = ? WHERE row_index = ?`,
    );
    this.#recordOutcome = database.prepare(
      `UPDATE lead SET fate = ?, status = ?, words = ?, next_attempt_at_ms = ?, failed_attempts = ?, changed_at_ms = ?
       WHERE row_index = ? AND fate = 'sending'`,
    );
    this.#dueRepeats = database.prepare(
      `SELECT row_index, fate, plan_id, failed_attempts FROM lead
       WHERE next_attempt_at_ms IS NOT NULL AND next_attempt_at_ms <= ? ORDER BY next_attempt_at_ms, row_index LIMIT ?`,
    );
    this.#nextRepeat = database.prepare(
      'SELECT min(next_attempt_at_ms) AS at FROM lead WHERE next_attempt_at_ms IS NOT NULL',
    );
    this.#counts = countRows(this.#journal);
  }

  take(count: number, nowMs: number): readonly QueuedLead[] {
    return this.#guard(() =>
      inTransaction(this.#journal.database, () => {
        const leads = this.#takeRepeats(count, nowMs);
        while (leads.length < count) {
          const lead = this.#takeFresh(nowMs);
          if (lead === null) {
            break;
          }
          leads.push(lead);
        }
        return leads;
      }),
    );
  }

  record(outcomes: readonly Outcome[]): void {
    this.#guard(() => {
      inTransaction(this.#journal.database, () => {
        for (const outcome of outcomes) {
          this.#recordOne(outcome);
        }
      });
    });
    for (const outcome of outcomes) {
      this.#taken.delete(outcome.rowIndex);
      this.#move('sending', outcome.fate);
    }
  }

  counts(): FateCounts {
    return { ...this.#counts };
  }

  nextDueAtMs(): number | null {
    if (this.#openFreshBlock()) {
      return 0;
    }
    return (this.#nextRepeat.get() as { at: number | null }).at;
  }

  /**
   * The first thing at every start: what was on its way when the program died may have arrived, so it is `unknown`. Leads
   * that carry only fields are sent again by themselves, since repeating an upsert is harmless; those with actions wait for
   * the user's word, since Telecrm would append the actions once more. Returns how many there were.
   */
  recoverInterrupted(nowMs: number): number {
    return this.#guard(() => {
      const { changes } = this.#journal.database
        .prepare(
          `UPDATE lead SET fate = 'unknown', status = NULL, words = NULL, changed_at_ms = ?,
             next_attempt_at_ms = CASE has_actions WHEN 0 THEN ? END, failed_attempts = failed_attempts + 1
           WHERE fate = 'sending'`,
        )
        .run(nowMs, nowMs);
      this.#counts.sending -= changes;
      this.#counts.unknown += changes;
      return changes;
    });
  }

  /** Puts every row of `fate` that does not repeat by itself back in the queue, under the newest plan. */
  retry(fate: 'rejected' | 'unknown', nowMs: number): number {
    return this.#guard(() => {
      const { changes } = this.#journal.database
        .prepare(
          `UPDATE lead SET fate = 'queued', plan_id = ?, failed_attempts = 0, next_attempt_at_ms = ?, changed_at_ms = ?
           WHERE fate = ? AND next_attempt_at_ms IS NULL`,
        )
        .run(this.#newestPlanId, nowMs, nowMs, fate);
      this.#counts[fate] -= changes;
      this.#counts.queued += changes;
      return changes;
    });
  }

  close(): void {
    this.#journal.database.close();
  }

  #takeRepeats(count: number, nowMs: number): QueuedLead[] {
    const due = this.#dueRepeats.all(nowMs, count) as RepeatRecord[];
    return due.map((record) => {
      if (record.fate === 'unknown') {
        this.#move('unknown', 'queued');
      }
      this.#move('queued', 'sending');
      const lead = this.#lead(record.row_index, record.plan_id, record.failed_attempts);
      this.#markSending.run(lead.hasActions ? 1 : 0, nowMs, record.row_index);
      return lead;
    });
  }

  #takeFresh(nowMs: number): QueuedLead | null {
    if (!this.#openFreshBlock() || this.#fresh === null) {
      return null;
    }
    const offset = this.#fresh.offsets.shift() ?? 0;
    const rowIndex = this.#fresh.blockIndex * ROWS_PER_BLOCK + offset;
    const lead = this.#lead(rowIndex, this.#newestPlanId, 0);
    this.#insertSending.run(rowIndex, this.#newestPlanId, lead.hasActions ? 1 : 0, nowMs);
    this.#move('queued', 'sending');
    return lead;
  }

  /** Makes `#fresh` a block with rows to go; false when the sheet has none left. */
  #openFreshBlock(): boolean {
    while (this.#fresh === null || this.#fresh.offsets.length === 0) {
      const found = this.#journal.database
        .prepare('SELECT block_index, fates FROM checked WHERE queued_count > 0 AND block_index >= ? LIMIT 1')
        .get(this.#nextFreshBlock) as { block_index: number; fates: Buffer } | undefined;
      if (found === undefined) {
        this.#fresh = null;
        return false;
      }
      this.#nextFreshBlock = found.block_index + 1;
      const first = found.block_index * ROWS_PER_BLOCK;
      const left = new Set(
        (
          this.#journal.database
            .prepare('SELECT row_index FROM lead WHERE row_index >= ? AND row_index < ?')
            .all(first, first + ROWS_PER_BLOCK) as { row_index: number }[]
        ).map((record) => record.row_index - first),
      );
      const offsets: number[] = [];
      new Uint8Array(found.fates).forEach((code, offset) => {
        if (code === QUEUED_CODE && !left.has(offset)) {
          offsets.push(offset);
        }
      });
      this.#fresh = {
        blockIndex: found.block_index,
        rows: offsets.length === 0 ? [] : this.#journal.blocks.read(found.block_index),
        offsets,
      };
    }
    return true;
  }

  #lead(rowIndex: number, planId: number, failedAttempts: number): QueuedLead {
    const row = this.#row(rowIndex);
    const { edits, people } = this.#journal;
    const clean = this.#cleaner(planId);
    const members = people.membersOf(rowIndex);
    const cleaned =
      members === null
        ? clean(row.cells, edits.of(rowIndex))
        : combineRows(members.map((member) => clean(this.#row(member).cells, edits.of(member))));
    this.#taken.set(rowIndex, failedAttempts);
    return {
      rowIndex,
      rowNumber: row.rowNumber,
      failedAttempts,
      hasActions: cleaned.actions.length > 0,
      body: leadBody(cleaned),
    };
  }

  #row(rowIndex: number): SheetRow {
    const blockIndex = Math.floor(rowIndex / ROWS_PER_BLOCK);
    const offset = rowIndex % ROWS_PER_BLOCK;
    if (this.#fresh?.blockIndex === blockIndex) {
      return this.#fresh.rows[offset] ?? missing(rowIndex);
    }
    if (this.#cached?.blockIndex !== blockIndex) {
      this.#cached = { blockIndex, rows: this.#journal.blocks.read(blockIndex) };
    }
    return this.#cached.rows[offset] ?? missing(rowIndex);
  }

  #cleaner(planId: number): RowCleaner {
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

  #recordOne(outcome: Outcome): void {
    const failedAttempts = this.#taken.get(outcome.rowIndex);
    if (failedAttempts === undefined || !canMove('sending', outcome.fate)) {
      throw new Error(`Row index ${outcome.rowIndex} is not being sent`);
    }
    const nowMs = Date.now();
    this.#recordOutcome.run(
      outcome.fate,
      outcome.status,
      outcome.words,
      // A queued lead is always due some time; without a time it would be forgotten.
      outcome.fate === 'queued' ? (outcome.nextAttemptAtMs ?? 0) : outcome.nextAttemptAtMs,
      // A lead that may have arrived once is never again taken for one that certainly did not.
      Math.max(failedAttempts + (outcome.isFailedAttempt ? 1 : 0), outcome.fate === 'unknown' ? 1 : 0),
      nowMs,
      outcome.rowIndex,
    );
  }

  #move(from: Fate, to: Fate): void {
    this.#counts[from] -= 1;
    this.#counts[to] += 1;
  }

  #guard<Value>(work: () => Value): Value {
    try {
      return work();
    } catch (error) {
      throw asJournalError(error, this.#journal.path);
    }
  }
}

type RepeatRecord = { row_index: number; fate: Fate; plan_id: number; failed_attempts: number };

/** Rows in each fate: what checking found, and for rows that left the queue what became of them. */
export function countRows(journal: ImportJournal): Record<Fate, number> {
  const byCode = new Array<number>(FATES.length).fill(0);
  const fates = journal.database.prepare('SELECT fates FROM checked').all() as { fates: Buffer }[];
  for (const block of fates) {
    for (const code of block.fates) {
      byCode[code] = (byCode[code] ?? 0) + 1;
    }
  }
  const counts = noRows();
  byCode.forEach((count, code) => {
    counts[fateOfCode(code)] += count;
  });
  const sent = journal.database.prepare('SELECT fate, count(*) AS count FROM lead GROUP BY fate').all() as {
    fate: Fate;
    count: number;
  }[];
  for (const { fate, count } of sent) {
    counts.queued -= count;
    counts[fate] += count;
  }
  return counts;
}

function missing(rowIndex: number): never {
  throw new Error(`The journal has no row with index ${rowIndex}`);
}
