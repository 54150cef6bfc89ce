import type { LeadQueue } from '../../../../electron/sending/ports.ts';
import { canMove, noRows, type Fate, type FateCounts } from '../../../../shared/sending/fate.ts';
import type { Outcome, QueuedLead } from '../../../../shared/sending/outcome.ts';

export type MemoryRow = {
  fate: Fate;
  nextAttemptAtMs: number | null;
  failedAttempts: number;
  /** Every outcome that was committed for it. */
  readonly outcomes: Outcome[];
  readonly hasActions: boolean;
};

/** Called before every commit; throwing is how the process dies, or the disk fills, at that moment. */
export type BeforeCommit = (what: 'take' | 'record' | 'allowance') => void;

/**
 * The leads of an import in memory. It keeps the laws that the journal keeps, and throws at every breach: only legal moves,
 * only due leads, only leads that were taken are recorded, never an empty commit.
 */
export class MemoryQueue implements LeadQueue {
  readonly rows: MemoryRow[];
  /** Number of rows in each `record`, to see commits being shared. */
  readonly commits: number[] = [];
  readonly #beforeCommit: BeforeCommit;
  readonly #counts: Record<Fate, number> = noRows();
  /** Rows from here on were never taken. */
  #firstFresh = 0;
  /** Rows that wait for a repeat. */
  readonly #waiting = new Set<number>();

  constructor(rows: readonly { readonly hasActions: boolean }[], beforeCommit: BeforeCommit = () => {}) {
    this.rows = rows.map(({ hasActions }) => ({
      fate: 'queued',
      nextAttemptAtMs: null,
      failedAttempts: 0,
      outcomes: [],
      hasActions,
    }));
    this.#counts.queued = rows.length;
    this.#beforeCommit = beforeCommit;
  }

  take(count: number, nowMs: number): readonly QueuedLead[] {
    if (!Number.isInteger(count) || count < 1) {
      throw new Error(`take(${count})`);
    }
    this.#beforeCommit('take');
    const taken: QueuedLead[] = [];
    const due = [...this.#waiting]
      .filter((rowIndex) => (this.row(rowIndex).nextAttemptAtMs ?? Infinity) <= nowMs)
      .toSorted(
        (left, right) => (this.row(left).nextAttemptAtMs ?? 0) - (this.row(right).nextAttemptAtMs ?? 0),
      );
    for (const rowIndex of due.slice(0, count)) {
      this.#waiting.delete(rowIndex);
      if (this.row(rowIndex).fate === 'unknown') {
        this.#move(rowIndex, 'queued');
      }
      taken.push(this.#lead(rowIndex));
    }
    while (taken.length < count && this.#firstFresh < this.rows.length) {
      taken.push(this.#lead(this.#firstFresh));
      this.#firstFresh += 1;
    }
    return taken;
  }

  record(outcomes: readonly Outcome[]): void {
    if (outcomes.length === 0) {
      throw new Error('An empty commit');
    }
    this.#beforeCommit('record');
    this.commits.push(outcomes.length);
    for (const outcome of outcomes) {
      const row = this.row(outcome.rowIndex);
      if (row.fate !== 'sending') {
        throw new Error(`Row ${outcome.rowIndex} is ${row.fate}, not sending`);
      }
      this.#move(outcome.rowIndex, outcome.fate);
      row.outcomes.push(outcome);
      // As in the journal: what may have arrived once is never again taken for what certainly did not.
      const atLeast = outcome.fate === 'unknown' ? 1 : 0;
      row.failedAttempts = Math.max(row.failedAttempts + (outcome.isFailedAttempt ? 1 : 0), atLeast);
      row.nextAttemptAtMs = outcome.nextAttemptAtMs;
      if (outcome.nextAttemptAtMs !== null) {
        this.#waiting.add(outcome.rowIndex);
      }
    }
  }

  counts(): FateCounts {
    return { ...this.#counts };
  }

  nextDueAtMs(): number | null {
    if (this.#firstFresh < this.rows.length) {
      return 0;
    }
    let next = Infinity;
    for (const rowIndex of this.#waiting) {
      next = Math.min(next, this.row(rowIndex).nextAttemptAtMs ?? Infinity);
    }
    return next === Infinity ? null : next;
  }

  row(rowIndex: number): MemoryRow {
    const row = this.rows[rowIndex];
    if (row === undefined) {
      throw new Error(`No row ${rowIndex}`);
    }
    return row;
  }

  /** What the next start does after the process died: what was on its way may have arrived. */
  afterDeath(nowMs: number, beforeCommit: BeforeCommit = () => {}): MemoryQueue {
    const next = new MemoryQueue(this.rows, beforeCommit);
    next.#firstFresh = this.#firstFresh;
    Object.assign(next.#counts, this.#counts);
    this.rows.forEach((row, rowIndex) => {
      next.rows[rowIndex] = row;
      if (row.fate === 'sending') {
        next.#move(rowIndex, 'unknown');
        row.nextAttemptAtMs = row.hasActions ? null : nowMs;
      }
      if (row.nextAttemptAtMs !== null && (row.fate === 'unknown' || row.fate === 'queued')) {
        next.#waiting.add(rowIndex);
      }
    });
    return next;
  }

  #lead(rowIndex: number): QueuedLead {
    const row = this.row(rowIndex);
    this.#move(rowIndex, 'sending');
    row.nextAttemptAtMs = null;
    return {
      rowIndex,
      rowNumber: rowIndex + 2,
      failedAttempts: row.failedAttempts,
      hasActions: row.hasActions,
      body: JSON.stringify({ fields: { phone: `91${9_000_000_000 + rowIndex}` } }),
    };
  }

  #move(rowIndex: number, to: Fate): void {
    const row = this.row(rowIndex);
    if (!canMove(row.fate, to)) {
      throw new Error(`Row ${rowIndex} may not go from ${row.fate} to ${to}`);
    }
    this.#counts[row.fate] -= 1;
    this.#counts[to] += 1;
    row.fate = to;
  }
}

/** Which row a body of a `MemoryQueue` belongs to. */
export function rowIndexOf(body: string): number {
  return Number(/"91(\d{10})"/u.exec(body)?.[1]) - 9_000_000_000;
}

/** `count` leads that carry only fields. */
export function fieldsOnly(count: number): readonly { readonly hasActions: boolean }[] {
  return Array.from({ length: count }, () => ({ hasActions: false }));
}
