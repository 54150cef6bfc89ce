import type { PersonChoice } from '../../shared/cleaning/find-duplicates.ts';
import type { DuplicateChoice } from '../../shared/import.ts';
import { ROWS_PER_BLOCK } from './block-store.ts';
import type { Database, Statement } from './open-database.ts';

/** The rows of which leads are combined, by the row that carries the lead; both in sheet order, the carrier last. */
export type Members = ReadonlyMap<number, readonly number[]>;

/** People who stand in several rows: what the user chose for them, and of which rows the leads in the queue are combined. */
export class PeopleStore {
  readonly #database: Database;
  readonly #members: Statement;
  #lastBlock: { readonly blockIndex: number; readonly packed: PackedMembers } | null = null;

  constructor(database: Database) {
    this.#database = database;
    this.#members = database.prepare('SELECT members FROM combined WHERE block_index = ?');
  }

  choices(): readonly PersonChoice[] {
    const found = this.#database.prepare('SELECT * FROM duplicate_choice').all() as ChoiceRecord[];
    return found.map((record) => ({
      firstDigest: record.first_digest,
      secondDigest: record.second_digest,
      choice:
        record.row_index === null ? { kind: 'combine' } : { kind: 'use-row', rowIndex: record.row_index },
    }));
  }

  /** Keeps a choice for one person; `null` takes it back. */
  putChoice(firstDigest: number, secondDigest: number, choice: DuplicateChoice | null): void {
    if (choice === null) {
      this.#database
        .prepare('DELETE FROM duplicate_choice WHERE first_digest = ? AND second_digest = ?')
        .run(firstDigest, secondDigest);
      return;
    }
    this.#database
      .prepare(
        `INSERT INTO duplicate_choice (first_digest, second_digest, kind, row_index) VALUES (?, ?, ?, ?)
         ON CONFLICT (first_digest, second_digest) DO UPDATE SET kind = excluded.kind, row_index = excluded.row_index`,
      )
      .run(firstDigest, secondDigest, choice.kind, choice.kind === 'use-row' ? choice.rowIndex : null);
  }

  /** The rows that the lead of a queued row is combined of; `null` where it is the row's own. */
  membersOf(rowIndex: number): readonly number[] | null {
    const blockIndex = Math.floor(rowIndex / ROWS_PER_BLOCK);
    if (this.#lastBlock?.blockIndex !== blockIndex) {
      this.#lastBlock = { blockIndex, packed: this.#read(blockIndex) };
    }
    return this.#lastBlock.packed[rowIndex % ROWS_PER_BLOCK] ?? null;
  }

  /** Keeps which rows the leads of newly queued rows are combined of; those without members are their own. */
  putMembers(queued: readonly number[], members: Members): void {
    const put = this.#database.prepare(
      'INSERT INTO combined (block_index, members) VALUES (?, ?) ON CONFLICT (block_index) DO UPDATE SET members = excluded.members',
    );
    let blockIndex = -1;
    let packed = new Map<string, readonly number[]>();
    let isChanged = false;
    const flush = (): void => {
      if (isChanged) {
        put.run(blockIndex, JSON.stringify(Object.fromEntries(packed)));
      }
    };
    for (const rowIndex of queued) {
      const itsBlock = Math.floor(rowIndex / ROWS_PER_BLOCK);
      if (itsBlock !== blockIndex) {
        flush();
        blockIndex = itsBlock;
        packed = new Map(Object.entries(this.#read(blockIndex)));
        isChanged = false;
      }
      const place = String(rowIndex % ROWS_PER_BLOCK);
      const rows = members.get(rowIndex);
      if (rows !== undefined) {
        packed.set(place, rows);
        isChanged = true;
      } else if (packed.delete(place)) {
        isChanged = true;
      }
    }
    flush();
    this.#lastBlock = null;
  }

  clear(): void {
    this.#database.exec('DELETE FROM duplicate_choice; DELETE FROM combined');
    this.#lastBlock = null;
  }

  #read(blockIndex: number): PackedMembers {
    const found = this.#members.get(blockIndex) as { members: string } | undefined;
    return found === undefined ? {} : (JSON.parse(found.members) as PackedMembers);
  }
}

type PackedMembers = Readonly<Record<number, readonly number[]>>;

type ChoiceRecord = {
  first_digest: number;
  second_digest: number;
  kind: string;
  row_index: number | null;
};
