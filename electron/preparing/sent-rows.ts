import type { RowView } from '../../shared/import.ts';
import { SENT_FATES, type Fate } from '../../shared/sending/fate.ts';
import type { Database, Statement } from '../journal/open-database.ts';
import type { RowIndex } from './row-index.ts';

/** What became of the rows that left the queue, as the sender wrote it down; read here for pages and reports. */
export class SentRows {
  readonly #database: Database;
  readonly #one: Statement;

  constructor(database: Database) {
    this.#database = database;
    this.#one = database.prepare(
      'SELECT fate, failed_attempts, status, words, changed_at_ms FROM lead WHERE row_index = ?',
    );
  }

  isEmpty(): boolean {
    return this.#database.prepare('SELECT 1 FROM lead LIMIT 1').get() === undefined;
  }

  /** Whether rows of one of these fates can only be found here. */
  hasAny(fates: readonly Fate[]): boolean {
    return fates.some((fate) => SENT_FATES.has(fate)) && !this.isEmpty();
  }

  /** The present fate of a row that was queued; `null` when it never left. */
  read(rowIndex: number): { fate: Fate; attempt: RowView['attempt'] } | null {
    const record = this.#one.get(rowIndex) as LeadRecord | undefined;
    if (record === undefined) {
      return null;
    }
    const { fate, status, words } = record;
    return {
      fate,
      attempt: { atMs: record.changed_at_ms, status, words, failedAttempts: record.failed_attempts },
    };
  }

  /** Rows of these fates in sheet order, sent and unsent ones mixed. */
  select(
    fates: readonly Fate[],
    rows: RowIndex,
    offset: number,
    limit: number,
  ): { total: number; rowIndexes: readonly number[] } {
    const waiting = fates.includes('queued')
      ? this.complementOf(rows.select(['queued'], 0, rows.count).rowIndexes)
      : [];
    const unsent = rows.select(
      fates.filter((fate) => !SENT_FATES.has(fate)),
      0,
      rows.count,
    ).rowIndexes;
    if (waiting.length === 0 && unsent.length === 0) {
      return this.#selectSent(fates, offset, limit);
    }
    const sent = this.#selectSent(fates, 0, rows.count).rowIndexes;
    const all = [...waiting, ...unsent].concat(sent).sort((one, other) => one - other);
    return { total: all.length, rowIndexes: all.slice(offset, offset + limit) };
  }

  /** Those of these rows that never left. */
  complementOf(rowIndexes: readonly number[]): readonly number[] {
    const left = new Set(
      (this.#database.prepare('SELECT row_index FROM lead').all() as { row_index: number }[]).map(
        (record) => record.row_index,
      ),
    );
    return rowIndexes.filter((rowIndex) => !left.has(rowIndex));
  }

  /** Forgets leads whose every attempt certainly did not arrive (the limit, no connection): they are as if never sent. */
  forgetNeverArrived(): void {
    this.#database.exec(`DELETE FROM lead WHERE fate = 'queued' AND failed_attempts = 0`);
  }

  /** Forgets a refused lead because its row is being changed; true when there was one. */
  forgetRejected(rowIndex: number): boolean {
    const { changes } = this.#database
      .prepare(`DELETE FROM lead WHERE row_index = ? AND fate = 'rejected'`)
      .run(rowIndex);
    return changes > 0;
  }

  #selectSent(
    fates: readonly Fate[],
    offset: number,
    limit: number,
  ): { total: number; rowIndexes: number[] } {
    const wanted = JSON.stringify(fates);
    const { total } = this.#database
      .prepare('SELECT count(*) AS total FROM lead WHERE fate IN (SELECT value FROM json_each(?))')
      .get(wanted) as { total: number };
    const found = this.#database
      .prepare(
        'SELECT row_index FROM lead WHERE fate IN (SELECT value FROM json_each(?)) ORDER BY row_index LIMIT ? OFFSET ?',
      )
      .all(wanted, limit, offset) as { row_index: number }[];
    return { total, rowIndexes: found.map((record) => record.row_index) };
  }
}

type LeadRecord = {
  fate: Fate;
  failed_attempts: number;
  status: number | null;
  words: string | null;
  changed_at_ms: number;
};
