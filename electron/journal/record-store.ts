import type { AttemptPage, EventPage } from '../../shared/replies.ts';
import type { AttemptEnd, SendingEvent, SendingEventKind } from '../../shared/sending/attempt-record.ts';
import type { Outcome } from '../../shared/sending/outcome.ts';
import { ROWS_PER_BLOCK, type BlockStore } from './block-store.ts';
import type { Database, Statement } from './open-database.ts';

/**
 * The record of sending: one line for each attempt and one for each thing that happened to the import as a whole. Nothing in
 * it is changed or removed while the import exists; it goes with the import's journal. Every attempt has a line, the ordinary
 * first one too: a lead's own row only says what is true now, and a line costs some 40 bytes and a hundredth of the commit it is
 * written in.
 */
export class RecordStore {
  readonly #database: Database;
  readonly #blocks: BlockStore;
  readonly #addAttempt: Statement;

  constructor(database: Database, blocks: BlockStore) {
    this.#database = database;
    this.#blocks = blocks;
    this.#addAttempt = database.prepare(
      'INSERT INTO attempt (row_index, at_ms, end, status, words, duration_ms) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  /** Enters an attempt that ended at `atMs`. Part of the transaction that records what became of the lead. */
  addAttempt({ rowIndex, fate, status, words, durationMs }: Outcome, atMs: number): void {
    this.#addAttempt.run(rowIndex, atMs, END_OF_FATE[fate], status, words, Math.round(durationMs));
  }

  /**
   * Enters the attempts that were under way when the program died: their leads are still `sending`, and nobody waits for
   * their answer any more. Part of the transaction that makes them `unknown`. Returns how many there were.
   */
  addGivenUp(atMs: number): number {
    return this.#database
      .prepare(
        `INSERT INTO attempt (row_index, at_ms, end, duration_ms)
         SELECT row_index, ?, 'given-up', max(0, ? - changed_at_ms) FROM lead WHERE fate = 'sending' ORDER BY row_index`,
      )
      .run(atMs, atMs).changes;
  }

  /** Enters something that happened to the import. */
  addEvent(kind: SendingEventKind, about: EventDetails, atMs: number): void {
    this.#database
      .prepare('INSERT INTO event (at_ms, kind, lead_count, failure_kind) VALUES (?, ?, ?, ?)')
      .run(atMs, kind, about.leadCount ?? null, about.failureKind ?? null);
  }

  /** Attempts, newest first, of one row or of all (`null`). */
  attempts(rowIndex: number | null, offset: number, limit: number): AttemptPage {
    const where = rowIndex === null ? '' : 'WHERE row_index = ?';
    const rows = rowIndex === null ? [] : [rowIndex];
    const { total } = this.#database
      .prepare(`SELECT count(*) AS total FROM attempt ${where}`)
      .get(...rows) as { total: number };
    const found = this.#database
      .prepare(`SELECT * FROM attempt ${where} ORDER BY attempt_id DESC LIMIT ? OFFSET ?`)
      .all(...rows, limit, offset) as StoredAttempt[];
    const rowNumbers = new Map<number, readonly number[]>();
    return {
      total,
      attempts: found.map((stored) => ({
        rowIndex: stored.row_index,
        rowNumber: this.rowNumber(stored.row_index, rowNumbers),
        atMs: stored.at_ms,
        end: stored.end,
        status: stored.status,
        words: stored.words,
        durationMs: stored.duration_ms,
      })),
    };
  }

  /** What happened to the import, newest first. */
  events(offset: number, limit: number): EventPage {
    const { total } = this.#database.prepare('SELECT count(*) AS total FROM event').get() as {
      total: number;
    };
    const found = this.#database
      .prepare('SELECT * FROM event ORDER BY event_id DESC LIMIT ? OFFSET ?')
      .all(limit, offset) as StoredEvent[];
    return {
      total,
      events: found.map((stored) => ({
        atMs: stored.at_ms,
        kind: stored.kind,
        leadCount: stored.lead_count,
        failureKind: stored.failure_kind,
      })),
    };
  }

  /** The number of a row; `known` keeps the row numbers of blocks that were asked for already. */
  rowNumber(rowIndex: number, known = new Map<number, readonly number[]>()): number {
    const blockIndex = Math.floor(rowIndex / ROWS_PER_BLOCK);
    const rowNumbers = known.get(blockIndex) ?? this.#blocks.rowNumbers(blockIndex);
    known.set(blockIndex, rowNumbers);
    return rowNumbers[rowIndex % ROWS_PER_BLOCK] ?? 0;
  }
}

/** What a line says besides its kind and time; absent parts are not meant. */
export type EventDetails = Partial<Pick<SendingEvent, 'leadCount' | 'failureKind'>>;

const END_OF_FATE: Readonly<Record<Outcome['fate'], AttemptEnd>> = {
  accepted: 'accepted',
  queued: 'waits',
  rejected: 'rejected',
  unknown: 'unknown',
};

type StoredAttempt = {
  row_index: number;
  at_ms: number;
  end: AttemptEnd;
  status: number | null;
  words: string | null;
  duration_ms: number;
};

type StoredEvent = {
  at_ms: number;
  kind: SendingEventKind;
  lead_count: number | null;
  failure_kind: string | null;
};
