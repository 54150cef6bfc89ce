import type { LookupPage } from '../../shared/replies.ts';
import {
  FINDINGS,
  LOOKUP_PURPOSES,
  type Finding,
  type LookupPurpose,
  type LookupRow,
  type LookupStatus,
  type ValueDifference,
} from '../../shared/lookup/lookup.ts';
import { canMove, FATES, type Fate } from '../../shared/sending/fate.ts';
import type { Database } from './open-database.ts';

/** What is committed of a row that was looked up. */
export type LookedUp = {
  readonly row: LookupRow;
  /** The fate that follows; `null` where it stays. */
  readonly fate: Extract<Fate, 'confirmed' | 'not-found'> | null;
};

/** What lookups found, in an import's journal, together with the fates that follow from it. */
export class LookupStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The lookup for this purpose as it stood when it was last written down; `null` where there was none. */
  status(purpose: LookupPurpose): LookupStatus | null {
    const found = this.#database.prepare('SELECT status FROM lookup WHERE purpose = ?').get(purpose) as
      { status: string } | undefined;
    return found === undefined ? null : (JSON.parse(found.status) as LookupStatus);
  }

  statuses(): readonly LookupStatus[] {
    return LOOKUP_PURPOSES.flatMap((purpose) => this.status(purpose) ?? []);
  }

  putStatus(status: LookupStatus): void {
    this.#database
      .prepare(
        'INSERT INTO lookup (purpose, status) VALUES (?, ?) ON CONFLICT (purpose) DO UPDATE SET status = excluded.status',
      )
      .run(status.purpose, JSON.stringify(status));
  }

  /** Forgets what the lookup for this purpose found. */
  clear(purpose: LookupPurpose): void {
    this.#database.prepare('DELETE FROM looked_up WHERE purpose = ?').run(purpose);
    this.#database.prepare('DELETE FROM lookup WHERE purpose = ?').run(purpose);
  }

  /** Forgets everything: the rows are about to be read anew. */
  clearAll(): void {
    this.#database.exec('DELETE FROM looked_up; DELETE FROM lookup');
  }

  /** Keeps findings and moves the fates of those rows that may make the move now; call inside a transaction. */
  put(purpose: LookupPurpose, found: readonly LookedUp[], atMs: number): void {
    const insert = this.#database.prepare(
      `INSERT INTO looked_up (purpose, row_index, row_number, finding, identifier, differences) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (purpose, row_index) DO UPDATE SET finding = excluded.finding, identifier = excluded.identifier,
         differences = excluded.differences`,
    );
    for (const { row, fate } of found) {
      const { rowIndex, rowNumber, finding, identifier, differences } = row;
      const json = differences.length === 0 ? null : JSON.stringify(differences);
      insert.run(purpose, rowIndex, rowNumber, finding, identifier, json);
      if (fate !== null) {
        this.#move(rowIndex, fate, atMs);
      }
    }
  }

  /** Rows of a lookup in sheet order; without `findings` all of them. */
  page(
    purpose: LookupPurpose,
    findings: readonly Finding[],
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): LookupPage {
    const wanted: readonly Finding[] =
      findings.length === 0 ? FINDINGS : FINDINGS.filter((finding) => findings.includes(finding));
    const counts = this.status(purpose)?.counts;
    const [only] = wanted;
    // One finding has an index in sheet order; several are picked out of all on the way (`+` keeps SQLite from sorting them).
    const isOne = wanted.length === 1 && only !== undefined;
    const found = this.#database
      .prepare(
        `SELECT * FROM looked_up WHERE purpose = ? AND ${isOne ? 'finding = ?' : '+finding IN (SELECT value FROM json_each(?))'}
         ORDER BY row_index LIMIT ? OFFSET ?`,
      )
      .all(purpose, isOne ? only : JSON.stringify(wanted), limit, offset) as LookedUpRecord[];
    const total = wanted.reduce((sum, finding) => sum + (counts?.[finding] ?? 0), 0);
    return {
      total,
      rows: found.map((record) => ({
        rowIndex: record.row_index,
        rowNumber: record.row_number,
        identifier: record.identifier,
        finding: record.finding,
        differences:
          record.differences === null ? [] : (JSON.parse(record.differences) as readonly ValueDifference[]),
      })),
    };
  }

  /** The row that was looked up last, in sheet order; -1 before any. */
  lastRowIndex(purpose: LookupPurpose): number {
    const { last } = this.#database
      .prepare('SELECT max(row_index) AS last FROM looked_up WHERE purpose = ?')
      .get(purpose) as { last: number | null };
    return last ?? -1;
  }

  #move(rowIndex: number, fate: Fate, atMs: number): void {
    const from = FATES.filter((before) => canMove(before, fate));
    this.#database
      .prepare(
        `UPDATE lead SET fate = ?, next_attempt_at_ms = NULL, changed_at_ms = ?
         WHERE row_index = ? AND fate IN (SELECT value FROM json_each(?))`,
      )
      .run(fate, atMs, rowIndex, JSON.stringify(from));
  }
}

type LookedUpRecord = {
  row_index: number;
  row_number: number;
  finding: Finding;
  identifier: string;
  differences: string | null;
};
