import { canMove, type Fate, type FateCounts } from '../../shared/sending/fate.ts';
import type { SendingEventKind } from '../../shared/sending/attempt-record.ts';
import type { Outcome, QueuedLead } from '../../shared/sending/outcome.ts';
import type { LeadQueue } from '../sending/ports.ts';
import { countRows } from './count-rows.ts';
import { chooseFewRows, type FewFirst } from './few-first.ts';
import { FreshRows } from './fresh-rows.ts';
import { FrozenLeads } from './frozen-leads.ts';
import { inTransaction, openImportJournal, type ImportJournal } from './import-journal.ts';
import { asJournalError } from './journal-error.ts';
import type { Statement } from './open-database.ts';
import type { EventDetails } from './record-store.ts';

/** The fates from which the user can put a row back in the queue. */
export type RetriedFate = 'rejected' | 'unknown' | 'not-found';

/**
 * The leads of one import, for the sender. Rows that never left are found in the checked blocks (fate byte `queued`); rows
 * that left at least once have a line in the table `lead`, which then alone says their fate. So a million queued rows cost
 * nothing until they are sent. Every outcome is committed together with its line in the record. Everything throws a
 * `JournalError` when the file cannot be read or written; nothing has changed then.
 */
export class JournalLeadQueue implements LeadQueue {
  readonly #journal: ImportJournal;
  readonly #wallMs: () => number;
  readonly #leads: FrozenLeads;
  readonly #fresh: FreshRows;
  readonly #insertSending: Statement;
  readonly #markSending: Statement;
  readonly #recordOutcome: Statement;
  readonly #dueRepeats: Statement;
  readonly #nextRepeat: Statement;
  readonly #repeat: Statement;
  /** Failed attempts of the leads that are being sent, to refuse illegal moves without asking the database. */
  readonly #taken = new Map<number, number>();
  /** The only rows that are taken, while the user wants to look at a few first; `null` for no such bound. */
  #few: readonly number[] | null = null;
  #counts: Record<Fate, number>;

  /** `wallMs` dates what is recorded; the system's clock unless given. */
  constructor(path: string, wallMs: () => number = Date.now) {
    this.#journal = openImportJournal(path);
    this.#wallMs = wallMs;
    const { database } = this.#journal;
    this.#leads = new FrozenLeads(this.#journal);
    this.#fresh = new FreshRows(database);
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
    this.#repeat = database.prepare(
      'SELECT row_index, fate, plan_id, failed_attempts, next_attempt_at_ms AS at FROM lead WHERE row_index = ?',
    );
    this.#counts = countRows(this.#journal);
  }

  take(count: number, nowMs: number): readonly QueuedLead[] {
    const before = { ...this.#counts };
    try {
      return this.#commit(() =>
        this.#few === null ? this.#takeAny(count, nowMs) : this.#takeFew(this.#few, count, nowMs),
      );
    } catch (error) {
      this.#counts = before;
      this.#fresh.reset();
      throw error;
    }
  }

  record(outcomes: readonly Outcome[]): void {
    const nowMs = this.#wallMs();
    this.#commit(() => {
      for (const outcome of outcomes) {
        this.#recordOne(outcome, nowMs);
      }
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
    return this.#guard(() => {
      if (this.#few !== null) {
        const dues = this.#few.flatMap((rowIndex) => this.#dueAtMs(rowIndex) ?? []);
        return dues.length === 0 ? null : Math.min(...dues);
      }
      return this.#fresh.hasAny() ? 0 : (this.#nextRepeat.get() as { at: number | null }).at;
    });
  }

  /**
   * The first thing at every start: what was on its way when the program died may have arrived, so it is `unknown`. Leads
   * that carry only fields are sent again by themselves, since repeating an upsert is harmless; those with actions wait for
   * the user's word, since Telecrm would append the actions once more. Returns how many there were.
   */
  recoverInterrupted(nowMs: number): number {
    const interrupted = this.#commit(() => {
      const leadCount = this.#journal.record.addGivenUp(nowMs);
      if (leadCount > 0) {
        this.#journal.record.addEvent('interrupted', { leadCount }, nowMs);
        this.#journal.database
          .prepare(
            `UPDATE lead SET fate = 'unknown', status = NULL, words = NULL, changed_at_ms = ?,
               next_attempt_at_ms = CASE has_actions WHEN 0 THEN ? END, failed_attempts = failed_attempts + 1
             WHERE fate = 'sending'`,
          )
          .run(nowMs, nowMs);
      }
      return leadCount;
    });
    this.#counts.sending -= interrupted;
    this.#counts.unknown += interrupted;
    return interrupted;
  }

  /**
   * Puts rows of `fate` that do not repeat by themselves back in the queue, under the newest plan: these, or all of them
   * (`null`). Rows that have another fate by now are left alone, so that a second click changes nothing. Returns how many.
   */
  retry(fate: RetriedFate, rowIndexes: readonly number[] | null, nowMs: number): number {
    const among = rowIndexes === null ? '' : 'AND row_index IN (SELECT value FROM json_each(?))';
    const wanted = rowIndexes === null ? [] : [JSON.stringify(rowIndexes)];
    const retried = this.#commit(() => {
      // A lead that may have arrived once is never again taken for one that certainly did not.
      const failedAttempts = fate === 'rejected' ? 0 : 1;
      const { changes } = this.#journal.database
        .prepare(
          `UPDATE lead SET fate = 'queued', plan_id = ?, failed_attempts = ?, next_attempt_at_ms = ?, changed_at_ms = ?
           WHERE fate = ? AND next_attempt_at_ms IS NULL ${among}`,
        )
        .run(this.#leads.newestPlanId, failedAttempts, nowMs, nowMs, fate, ...wanted);
      if (changes > 0) {
        this.#journal.record.addEvent('retried', { leadCount: changes }, nowMs);
      }
      return changes;
    });
    this.#counts[fate] -= retried;
    this.#counts.queued += retried;
    return retried;
  }

  /** Where the import stands with a few leads that go first; `null` where it has none. */
  fewFirst(): FewFirst | null {
    return this.#guard(() => this.#journal.facts.get('fewFirst'));
  }

  /**
   * Takes only the few that go first from now on, after choosing them if that was not done. Returns their rows; `null`, and no
   * bound, where none go first, or where there are no others that could wait. The bound holds until the user goes on, so that
   * sending one of the few again does not send the others.
   */
  boundToFew(): readonly number[] | null {
    const few = this.fewFirst();
    if (few === null) {
      return null;
    }
    const rowIndexes =
      few.rowIndexes ??
      this.#guard(() => chooseFewRows(this.#journal, this.#leads.cleaner(this.#leads.newestPlanId)));
    const isAll = few.rowIndexes === null && rowIndexes.length >= this.#counts.queued;
    this.putFewFirst(isAll ? null : { rowIndexes, isWaiting: false });
    this.#few = isAll ? null : rowIndexes;
    return this.#few;
  }

  /** Writes down where the import stands with them. */
  putFewFirst(few: FewFirst | null): void {
    this.#guard(() => {
      this.#journal.facts.put('fewFirst', few);
    });
  }

  /** The row numbers, as the spreadsheet program shows them, of these rows. */
  rowNumbers(rowIndexes: readonly number[]): readonly number[] {
    return this.#guard(() => rowIndexes.map((rowIndex) => this.#journal.record.rowNumber(rowIndex)));
  }

  /** Enters something that happened to the import in its record. */
  addEvent(kind: SendingEventKind, about: EventDetails = {}): void {
    this.#guard(() => {
      this.#journal.record.addEvent(kind, about, this.#wallMs());
    });
  }

  close(): void {
    this.#journal.database.close();
  }

  #takeAny(count: number, nowMs: number): QueuedLead[] {
    const leads = (this.#dueRepeats.all(nowMs, count) as RepeatRecord[]).map((record) =>
      this.#takeRepeat(record, nowMs),
    );
    while (leads.length < count) {
      const rowIndex = this.#fresh.next();
      if (rowIndex === null) {
        break;
      }
      leads.push(this.#takeFresh(rowIndex, nowMs));
    }
    return leads;
  }

  #takeFew(few: readonly number[], count: number, nowMs: number): QueuedLead[] {
    const due = few.filter((rowIndex) => (this.#dueAtMs(rowIndex) ?? Infinity) <= nowMs);
    return due.slice(0, count).map((rowIndex) => {
      const record = this.#repeat.get(rowIndex) as RepeatRecord | undefined;
      return record === undefined ? this.#takeFresh(rowIndex, nowMs) : this.#takeRepeat(record, nowMs);
    });
  }

  /** When one of the few is due; `null` when it is not to be sent (again) by itself. */
  #dueAtMs(rowIndex: number): number | null {
    const record = this.#repeat.get(rowIndex) as (RepeatRecord & { at: number | null }) | undefined;
    return record === undefined ? 0 : record.at;
  }

  #takeRepeat(record: RepeatRecord, nowMs: number): QueuedLead {
    if (record.fate === 'unknown') {
      this.#move('unknown', 'queued');
    }
    this.#move('queued', 'sending');
    const lead = this.#lead(record.row_index, record.plan_id, record.failed_attempts);
    this.#markSending.run(lead.hasActions ? 1 : 0, nowMs, record.row_index);
    return lead;
  }

  #takeFresh(rowIndex: number, nowMs: number): QueuedLead {
    const lead = this.#lead(rowIndex, this.#leads.newestPlanId, 0);
    this.#insertSending.run(rowIndex, this.#leads.newestPlanId, lead.hasActions ? 1 : 0, nowMs);
    this.#move('queued', 'sending');
    return lead;
  }

  #lead(rowIndex: number, planId: number, failedAttempts: number): QueuedLead {
    this.#taken.set(rowIndex, failedAttempts);
    return this.#leads.lead(rowIndex, planId, failedAttempts);
  }

  #recordOne(outcome: Outcome, nowMs: number): void {
    const failedAttempts = this.#taken.get(outcome.rowIndex);
    if (failedAttempts === undefined || !canMove('sending', outcome.fate)) {
      throw new Error(`Row index ${outcome.rowIndex} is not being sent`);
    }
    this.#journal.record.addAttempt(outcome, nowMs);
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

  #commit<Value>(work: () => Value): Value {
    return this.#guard(() => inTransaction(this.#journal.database, work));
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
